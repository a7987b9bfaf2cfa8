/* shortest way through a grid, '#' is a wall */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX 100

static char grid[MAX][MAX];
static int dist[MAX][MAX];
static int queue[MAX];

static int bfs(int h, int w) /* ALSO: structure */
{
    int head = 0, tail = 0;

    memset(dist, -1, sizeof(dist));
    dist[0][0] = 0;
    queue[tail++] = 0;
    while (head < tail) {
        int at = queue[head++];
        int y = at / w, x = at % w;
        if (y + 1 < h && grid[y + 1][x] != '#' && dist[y + 1][x] < 0) { /* ALSO: duplication */
            dist[y + 1][x] = dist[y][x] + 1;
            queue[tail++] = (y + 1) * w + x; /* TRUE: memory */
        }
        if (y > 0 && grid[y - 1][x] != '#' && dist[y - 1][x] < 0) { /* ALSO: duplication */
            dist[y - 1][x] = dist[y][x] + 1;
            queue[tail++] = (y - 1) * w + x; /* ALSO: memory */
        }
        if (x + 1 < w && grid[y][x + 1] != '#' && dist[y][x + 1] < 0) { /* ALSO: duplication */
            dist[y][x + 1] = dist[y][x] + 1;
            queue[tail++] = y * w + x + 1; /* ALSO: memory */
        }
        if (x > 0 && grid[y][x - 1] != '#' && dist[y][x - 1] < 0) { /* ALSO: duplication */
            dist[y][x - 1] = dist[y][x] + 1;
            queue[tail++] = y * w + x - 1; /* ALSO: memory */
        }
    }
    return dist[h - 1][w - 1]; /* ALSO: memory */
}

int main(void)
{
    int h, w;

    scanf("%d %d", &h, &w); /* TRUE: error handling */
    for (int y = 0; y < h; y++) /* ALSO: memory */
        scanf("%s", grid[y]); /* TRUE: memory */ /* TRUE: error handling */
    printf("%d\n", bfs(h, w)); /* ALSO: memory */
    return 0;
}
