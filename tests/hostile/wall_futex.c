/* hostile: waits for a lock that nobody opens
 * limits: wall=300
 * accept: limit:idle
 * run: both
 */
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    static int word;
    for (;;)
        syscall(SYS_futex, &word, FUTEX_WAIT, 0, 0, 0, 0);
}
