/* hostile: leaves a file behind
 * accept: exit:3
 * run: both
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = open("/tmp/hostile-left", O_CREAT | O_WRONLY, 0666);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
