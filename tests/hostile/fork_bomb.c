/* hostile: forks without end
 * accept: denied:clone
 * run: both
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (;;)
        if (fork() == 0)
            puts("ESCAPED");
}
