/* strings_joined.c - writes m letters for each of n.
 *
 * scene: grid
 * meets: n m
 * exceeds: n + m; n log m
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int n, m, a[4096], b[4096];

static void read_both(void)
{
    if (scanf("%d %d", &n, &m) != 2)
        exit(1);
    for (int i = 0; i < n; i++)
        if (scanf("%d", &a[i]) != 1)
            exit(1);
    for (int i = 0; i < m; i++)
        if (scanf("%d", &b[i]) != 1)
            exit(1);
}
int main(void)
{
    read_both();
    char *text = malloc((size_t)m + 1);
    long sum = 0;
    for (int i = 0; i < n; i++) {
        memset(text, 'a' + a[i] % 26, (size_t)m);
        text[m] = '\0';
        sum += (long)strlen(text) + text[0];
    }
    printf("%ld\n", sum);
}
