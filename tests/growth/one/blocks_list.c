/* blocks_list.c - a list of blocks, whose table grows.
 *
 * scene: list
 * time: 1
 */
#include "list.h"
#include <stdlib.h>

enum { BLOCK = 256 };
static int **blocks;
static int count, room;

void append(int x)
{
    if (count % BLOCK == 0) {
        if (count / BLOCK == room)
            blocks = realloc(blocks, (size_t)(room = 2 * room + 1) * sizeof *blocks);
        blocks[count / BLOCK] = malloc(BLOCK * sizeof(int));
    }
    blocks[count / BLOCK][count % BLOCK] = x;
    count++;
}
int at(int i)
{
    return blocks[i / BLOCK][i % BLOCK];
}
