/* hostile: a hole that ends exactly at the limit
 * limits: output=256
 * accept: exit:0
 * run: both
 */
#include <unistd.h>

int main(void)
{
    lseek(1, (256 << 10) - 1, SEEK_SET);
    return write(1, "x", 1) != 1;
}
