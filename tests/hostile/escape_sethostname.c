/* hostile: renames the machine
 * accept: denied:sethostname
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_sethostname, "hostile", 7);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
