/* knuth_morris_pratt.c - the borders of all beginnings.
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
    long n = getline(&s, &room, stdin), sum = 0;
    if (n < 0)
        return 1;
    int *border = calloc((size_t)n + 1, sizeof *border);
    for (int i = 1, k = 0; i < n; i++) {
        while (k > 0 && s[i] != s[k])
            k = border[k - 1];
        k += s[i] == s[k];
        sum += border[i] = k;
    }
    printf("%ld\n", sum);
}
