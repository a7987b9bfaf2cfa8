/* hostile: moves pages between descriptors
 * accept: denied:splice
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_splice, 0, 0, 1, 0, 1, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
