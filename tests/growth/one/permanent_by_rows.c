/* permanent_by_rows.c - a permanent by its first row.
 *
 * scene: orders
 * time: n!
 */
#include <stdio.h>
#include <stdlib.h>

static int numbers[32], columns[32], n;

static long expand(int row)
{
    long sum = 0;
    if (row == n)
        return 1;
    for (int i = row; i < n; i++) {
        int column = columns[i];
        columns[i] = columns[row];
        columns[row] = column;
        sum += numbers[(row + column) % n] % 10 * expand(row + 1);
        columns[row] = columns[i];
        columns[i] = column;
    }
    return sum;
}
int main(void)
{
    if (scanf("%d", &n) != 1 || n > 32)
        return 1;
    for (int i = 0; i < n; i++) {
        columns[i] = i;
        if (scanf("%d", &numbers[i]) != 1)
            return 1;
    }
    printf("%ld\n", expand(0));
}
