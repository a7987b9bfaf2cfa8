/* hostile: goes to 32-bit code by a far return and calls from there
 * accept: denied:a foreign system call ABI|signal:11
 * run: both
 */
#include <stdio.h>

int main(void)
{
    __asm__ volatile("movq %rsp, %rbx\n"
                     "pushq $0x23\n"
                     "leaq 1f(%rip), %rax\n"
                     "pushq %rax\n"
                     "lretq\n"
                     "1: .code32\n"
                     "movl $20, %eax\n"
                     "int $0x80\n"
                     "hlt\n"
                     ".code64\n");
    puts("ESCAPED");
    return 3;
}
