/* grid_bfs.c - breadth-first search in a maze.
 *
 * expect: exit 0
 * stdin: 5 7\nS.#....\n..#.##.\n.#..#..\n...#.#.\n.#.....E\n
 */
#include <stdio.h>
#include <string.h>

int main(void)
{
    char grid[50][64];
    int rows, columns, queue[2500], seen[2500], head = 0, tail = 0;
    if (scanf("%d %d", &rows, &columns) != 2)
        return 1;
    for (int r = 0; r < rows; r++)
        scanf("%63s", grid[r]);
    memset(seen, -1, sizeof seen);
    queue[tail++] = 0;
    seen[0] = 0;
    while (head < tail) {
        int at = queue[head++], r = at / columns, c = at % columns;
        static const int steps[][2] = { { 0, 1 }, { 1, 0 }, { 0, -1 }, { -1, 0 } };
        for (int i = 0; i < 4; i++) {
            int y = r + steps[i][0], x = c + steps[i][1];
            if (y < 0 || x < 0 || y >= rows || x >= columns || grid[y][x] == '#' ||
                seen[y * columns + x] >= 0)
                continue;
            seen[y * columns + x] = seen[at] + 1;
            queue[tail++] = y * columns + x;
        }
    }
    printf("%d %d\n", seen[rows * columns - 1], tail);
    return 0;
}
