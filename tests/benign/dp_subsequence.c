/* dp_subsequence.c - longest common subsequence in a large table.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    enum { N = 3000 };
    static char a[N + 1], b[N + 1];
    unsigned s = 3;
    for (int i = 0; i < N; i++) {
        a[i] = (char)('a' + ((s = s * 1664525u + 1013904223u) >> 28));
        b[i] = (char)('a' + ((s = s * 1664525u + 1013904223u) >> 28));
    }
    int(*t)[N + 1] = calloc(N + 1, sizeof *t);
    for (int i = 1; i <= N; i++)
        for (int j = 1; j <= N; j++)
            t[i][j] = a[i - 1] == b[j - 1]        ? t[i - 1][j - 1] + 1
                      : t[i - 1][j] > t[i][j - 1] ? t[i - 1][j]
                                                  : t[i][j - 1];
    printf("%d\n", t[N][N]);
    free(t);
    return 0;
}
