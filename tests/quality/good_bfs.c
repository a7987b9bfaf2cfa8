/* clean: breadth first in a grid */
#include <stdio.h>
#include <string.h>

enum { SIDE = 8, CELLS = SIDE * SIDE };

static int distance(const char *grid, int from, int to)
{
    static const int step[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
    int queue[CELLS], away[CELLS], head = 0, tail = 0;
    memset(away, -1, sizeof away);
    away[from] = 0;
    queue[tail++] = from;
    while (head < tail) {
        int at = queue[head++];
        for (int i = 0; i < 4; i++) {
            int row = at / SIDE + step[i][0], column = at % SIDE + step[i][1];
            if (row < 0 || row >= SIDE || column < 0 || column >= SIDE)
                continue;
            int next = row * SIDE + column;
            if (grid[next] != '#' && away[next] < 0) {
                away[next] = away[at] + 1;
                queue[tail++] = next;
            }
        }
    }
    return away[to];
}

int main(void)
{
    char grid[CELLS];
    memset(grid, '.', sizeof grid);
    grid[9] = '#';
    printf("%d\n", distance(grid, 0, CELLS - 1));
    return 0;
}
