/* hostile: writes less than the limit to each of both outputs, more together
 * limits: output=256
 * accept: limit:output
 * run: both
 */
#include <string.h>
#include <unistd.h>

int main(void)
{
    static char bytes[200 << 10];
    memset(bytes, 'x', sizeof bytes);
    return write(1, bytes, sizeof bytes) < 0 || write(2, bytes, sizeof bytes) < 0;
}
