/* hostile: opens descriptors without end
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    int pair[2];
    for (int i = 0; i < 1000; i++)
        if (dup(1) >= 0 || dup2(1, 900) >= 0 || pipe(pair) == 0)
            puts("ESCAPED");
    return 3;
}
