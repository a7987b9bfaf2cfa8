/* hostile: restricts itself in a way that may break the clean-up
 * accept: denied:landlock_restrict_self
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_landlock_restrict_self, -1, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
