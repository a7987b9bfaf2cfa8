/* hostile: writes to standard error without end
 * limits: output=256
 * accept: limit:output
 * run: both
 */
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char bytes[65536];
    memset(bytes, 'x', sizeof bytes);
    for (;;)
        if (write(2, bytes, sizeof bytes) < 0)
            return 0;
}
