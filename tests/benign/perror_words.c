/* perror_words.c - perror and strerror after real errors.
 *
 * expect: exit 0
 */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    char byte;
    if (read(99, &byte, 1) < 0)
        perror("read");
    errno = 0;
    strtol("99999999999999999999", NULL, 10);
    perror("strtol");
    errno = 0;
    if (close(77) != 0)
        printf("%s\n", strerror(errno));
    for (int i = 0; i < 40; i++)
        printf("%d %s\n", i, strerror(i));
    printf("%m\n");
    return 0;
}
