/* hostile: ignores the signal of the limit and ends well
 * limits: output=256
 * accept: limit:output
 * run: both
 */
#include <signal.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char bytes[65536];
    signal(SIGXFSZ, SIG_IGN);
    memset(bytes, 'x', sizeof bytes);
    for (int i = 0; i < 100; i++)
        if (write(1, bytes, sizeof bytes) < 0)
            break;
    return 0;
}
