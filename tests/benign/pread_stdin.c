/* pread_stdin.c - size by lseek, pieces by pread.
 *
 * expect: exit 0
 * stdin: 0123456789abcdef
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char bytes[5] = "";
    off_t size = lseek(0, 0, SEEK_END);
    for (off_t at = size - 4; at >= 0; at -= 4)
        if (pread(0, bytes, 4, at) == 4)
            puts(bytes);
    printf("%lld\n", (long long)size);
    return lseek(0, 0, SEEK_SET) != 0;
}
