/* game_of_life.c - twenty generations of Life.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <string.h>

enum { N = 40 };

int main(void)
{
    static unsigned char now[N][N], next[N][N];
    static const int glider[5][2] = { { 0, 1 }, { 1, 2 }, { 2, 0 }, { 2, 1 }, { 2, 2 } };
    for (int i = 0; i < 5; i++)
        now[glider[i][0] + 3][glider[i][1] + 3] = 1;
    for (int g = 0; g < 20; g++) {
        for (int r = 0; r < N; r++)
            for (int c = 0; c < N; c++) {
                int sum = 0;
                for (int y = -1; y <= 1; y++)
                    for (int x = -1; x <= 1; x++)
                        sum += (x || y) && now[(r + y + N) % N][(c + x + N) % N];
                next[r][c] = sum == 3 || (sum == 2 && now[r][c]);
            }
        memcpy(now, next, sizeof now);
    }
    for (int r = 0; r < 15; r++, putchar('\n'))
        for (int c = 0; c < 15; c++)
            putchar(now[r][c] ? '#' : '.');
    return 0;
}
