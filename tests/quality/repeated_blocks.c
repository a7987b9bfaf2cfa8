/* bad: the same ten lines twice */
#include <stdio.h>

static int rows(int grid[9][9])
{
    int bad = 0;
    for (int r = 0; r < 9; r++) {
        int seen[10] = { 0 };
        for (int c = 0; c < 9; c++) {
            int digit = grid[r][c];
            if (digit < 1 || digit > 9 || seen[digit])
                bad++;
            else
                seen[digit] = 1;
        }
        if (bad > 3)
            printf("row %d is bad\n", r);
    }
    return bad;
}

static int columns(int grid[9][9]) /* ALSO: duplication */
{ /* ALSO: duplication */
    int wrong = 0; /* ALSO: duplication */
    for (int k = 0; k < 9; k++) { /* ALSO: duplication */
        int used[10] = { 0 };
        for (int m = 0; m < 9; m++) {
            int value = grid[m][k];
            if (value < 1 || value > 9 || used[value])
                wrong++;
            else
                used[value] = 1;
        }
        if (wrong > 3)
            printf("column %d is bad\n", k);
    }
    return wrong;
}

int main(void)
{
    static int grid[9][9];
    printf("%d %d\n", rows(grid), columns(grid));
    return 0;
}
