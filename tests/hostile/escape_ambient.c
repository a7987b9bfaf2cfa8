/* hostile: raises an ambient capability
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, 21, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
