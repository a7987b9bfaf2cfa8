/* hostile: writes far behind the end of its output
 * limits: output=256
 * accept: limit:output
 * cause: wrote more than 262144 bytes
 * run: both
 */
#include <unistd.h>

int main(void)
{
    lseek(1, 1L << 40, SEEK_SET);
    return write(1, "x", 1) != 1;
}
