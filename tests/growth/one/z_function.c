/* z_function.c - how far each ending agrees with the beginning.
 *
 * scene: text
 * time: n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *s = NULL;
    size_t room = 0;
    long n = getline(&s, &room, stdin), sum = 0, left = 0, right = 0;
    if (n < 0)
        return 1;
    long *z = calloc((size_t)n + 1, sizeof *z);
    for (long i = 1; i < n; i++) {
        if (i < right)
            z[i] = z[i - left] < right - i ? z[i - left] : right - i;
        while (i + z[i] < n && s[z[i]] == s[i + z[i]])
            z[i]++;
        if (i + z[i] > right)
            left = i, right = i + z[i];
        sum += z[i];
    }
    printf("%ld\n", sum);
}
