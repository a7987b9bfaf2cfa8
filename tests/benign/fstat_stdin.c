/* fstat_stdin.c - the size of the input by fstat.
 *
 * expect: exit 0
 * stdin: twelve bytes
 */
#include <stdio.h>
#include <sys/stat.h>

int main(void)
{
    struct stat st;
    if (fstat(0, &st) != 0)
        return 1;
    printf("%d %lld\n", S_ISREG(st.st_mode), (long long)st.st_size);
    return fstat(1, &st) != 0 || fstat(42, &st) == 0;
}
