/* hostile: forks by the newest call, whose arguments no filter can read
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_clone3, (long[11]){ 0 }, 88);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
