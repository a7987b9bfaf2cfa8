/* hostile: writes too much in one vector
 * limits: output=256
 * accept: limit:output
 * run: both
 */
#include <sys/uio.h>

int main(void)
{
    static char bytes[65536];
    struct iovec parts[16];
    for (int i = 0; i < 16; i++)
        parts[i] = (struct iovec){ bytes, sizeof bytes };
    for (;;)
        if (writev(1, parts, 16) < 0)
            return 0;
}
