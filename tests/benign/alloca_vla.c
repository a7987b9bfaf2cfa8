/* alloca_vla.c - alloca and variable length arrays.
 *
 * expect: exit 0
 */
#include <alloca.h>
#include <stdio.h>
#include <string.h>

static int sum_rows(int rows, int columns, int m[rows][columns])
{
    int sum = 0;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < columns; j++)
            sum += m[i][j];
    return sum;
}

int main(void)
{
    int total = 0;
    for (int n = 1; n < 200; n++) {
        int m[n][n + 1];
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= n; j++)
                m[i][j] = i ^ j;
        total += sum_rows(n, n + 1, m) + (int)sizeof m;
    }
    char *text = alloca(1 << 20);
    memset(text, 'z', 1 << 20);
    printf("%d %c\n", total, text[(1 << 20) - 1]);
    return 0;
}
