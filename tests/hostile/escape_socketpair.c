/* hostile: makes a pair of sockets to keep state in
 * accept: denied:socketpair
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_socketpair, 1, 1, 0, (int[2]){ 0 });
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
