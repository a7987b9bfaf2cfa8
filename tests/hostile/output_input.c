/* hostile: writes to its own input
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (write(0, "x", 1) >= 0)
        puts("ESCAPED");
    return 3;
}
