/* hostile: makes files without end
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>

int main(void)
{
    static char name[64];
    for (int i = 0; i < 1000; i++) {
        snprintf(name, sizeof name, "/tmp/hostile-%d", i);
        if (open(name, O_CREAT | O_WRONLY, 0666) >= 0)
            puts("ESCAPED");
    }
    return 3;
}
