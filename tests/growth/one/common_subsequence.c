/* common_subsequence.c - the longest part of the line and of its reverse.
 *
 * scene: text
 * time: n^2
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *s = NULL;
    size_t room = 0;
    long n = getline(&s, &room, stdin) - 1;
    if (n < 1)
        return 1;
    int *row = calloc((size_t)n + 1, sizeof *row);
    for (long i = 0; i < n; i++) {
        int diagonal = 0;
        for (long k = 1; k <= n; k++) {
            int up = row[k];
            if (s[i] == s[n - k])
                row[k] = diagonal + 1;
            else if (row[k - 1] > row[k])
                row[k] = row[k - 1];
            diagonal = up;
        }
    }
    printf("%d\n", row[n]);
}
