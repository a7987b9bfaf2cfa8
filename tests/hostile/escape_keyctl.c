/* hostile: reads the session keyring
 * accept: denied:keyctl
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_keyctl, 0, -3, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
