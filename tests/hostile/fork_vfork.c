/* hostile: forks by vfork
 * accept: denied:vfork
 * run: both
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (vfork() == 0)
        puts("ESCAPED");
    return 3;
}
