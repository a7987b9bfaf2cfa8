/* hostile: has a __libc_start_main of its own, which never calls the starter
 * accept: exit:5
 * run: both
 */
#include <sys/syscall.h>

int __libc_start_main(int (*start)(int, char **, char **), int count, char **words);

int __libc_start_main(int (*start)(int, char **, char **), int count, char **words)
{
    (void)start;
    (void)count;
    (void)words;
    __asm__ volatile("syscall" : : "a"(SYS_exit_group), "D"(5) : "rcx", "r11", "memory");
    return 0;
}

int main(void)
{
    return 0;
}
