/* fopen_polite.c - files that can't be opened or written are no disaster.
 *
 * expect: exit 0
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    FILE *file = fopen("no/such/file", "r");
    printf("%d %d\n", file == NULL, errno != 0);
    file = fopen("log.txt", "w");
    if (file) {
        fprintf(file, "a line\n");
        fclose(file);
        remove("log.txt");
    }
    file = fopen("counter.bin", "rb+");
    printf("%d\n", file == NULL);
    printf("%d\n", remove("never.was") != 0);
    printf("%d\n", rename("never.was", "never.will") != 0);
    return 0;
}
