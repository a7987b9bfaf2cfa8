/* hostile: asks for no signal when its parent dies, to live on
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = prctl(PR_SET_PDEATHSIG, 0, 0, 0, 0);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
