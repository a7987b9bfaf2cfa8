/* lines_by_strtol.c - reads lines with fgets and strtol.
 *
 * scene: numbers
 * time: n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char line[64];
    long sum = 0;
    while (fgets(line, sizeof line, stdin))
        sum += strtol(line, NULL, 10) % 10;
    printf("%ld\n", sum);
}
