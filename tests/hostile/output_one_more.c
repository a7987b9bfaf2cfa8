/* hostile: writes one byte more than it may
 * limits: output=256
 * accept: limit:output
 * run: both
 */
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char bytes[(256 << 10) + 1];
    memset(bytes, 'x', sizeof bytes);
    return write(1, bytes, sizeof bytes) < 0;
}
