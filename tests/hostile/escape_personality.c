/* hostile: turns off address randomisation
 * accept: denied:personality
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_personality, 0x0040000);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
