/* count_letters.c - getchar, one by one.
 *
 * scene: text
 * time: n
 */
#include <stdio.h>

int main(void)
{
    long counts[256] = { 0 };
    int c;
    while ((c = getchar()) != EOF)
        counts[c & 255]++;
    printf("%ld %ld\n", counts['a'], counts['d']);
}
