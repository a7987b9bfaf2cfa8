/* dp_knapsack.c - knapsack with memory by recursion.
 *
 * expect: exit 0
 * stdin: 4 10\n5 3\n4 2\n6 5\n3 4\n
 */
#include <stdio.h>
#include <string.h>

static int value[64], weight[64], memo[64][1024], n;

static int best(int i, int room)
{
    if (i == n)
        return 0;
    int *m = &memo[i][room];
    if (*m >= 0)
        return *m;
    *m = best(i + 1, room);
    if (weight[i] <= room) {
        int with = value[i] + best(i + 1, room - weight[i]);
        *m = with > *m ? with : *m;
    }
    return *m;
}

int main(void)
{
    int room;
    memset(memo, -1, sizeof memo);
    if (scanf("%d %d", &n, &room) != 2)
        return 1;
    for (int i = 0; i < n; i++)
        if (scanf("%d%d", &value[i], &weight[i]) != 2)
            return 1;
    printf("%d\n", best(0, room));
    return 0;
}
