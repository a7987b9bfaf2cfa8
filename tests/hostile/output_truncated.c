/* hostile: makes its output longer without writing
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (ftruncate(1, 1L << 40) == 0)
        puts("ESCAPED");
    return 3;
}
