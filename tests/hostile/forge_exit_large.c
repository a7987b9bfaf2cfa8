/* hostile: ends with a status whose low byte is zero
 * accept: exit:0
 * run: both
 */
#include <unistd.h>

int main(void)
{
    _exit(0x7f00);
}
