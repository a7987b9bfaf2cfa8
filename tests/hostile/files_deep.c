/* hostile: makes folders in folders
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 1000; i++)
        if (mkdir("hostile-deep", 0777) == 0 || chdir("hostile-deep") == 0)
            puts("ESCAPED");
    return 3;
}
