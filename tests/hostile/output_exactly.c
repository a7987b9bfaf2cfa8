/* hostile: writes exactly as much as it may
 * limits: output=256
 * accept: exit:0
 * run: both
 */
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char bytes[256 << 10];
    memset(bytes, 'x', sizeof bytes);
    return write(1, bytes, sizeof bytes) != sizeof bytes;
}
