/* odd but right: freed blocks hold the free list, the arena is one aligned array */
#include <assert.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define BLOCK 64u
#define BLOCKS 256u

static alignas(max_align_t) unsigned char arena[BLOCK * BLOCKS];
static void *free_list;
static size_t fresh; /* blocks that were never handed out */

static void *pool_get(void)
{
    void *block = free_list;
    if (block != NULL) {
        memcpy(&free_list, block, sizeof free_list);
        return block;
    }
    if (fresh == BLOCKS)
        return NULL;
    return arena + BLOCK * fresh++;
}

static void pool_put(void *block)
{
    if (block == NULL)
        return;
    memcpy(block, &free_list, sizeof free_list);
    free_list = block;
}

/* Nodes of a stack of undo steps, each smaller than a block. */
struct step {
    struct step *below;
    int value;
};

static_assert(sizeof(struct step) <= BLOCK, "a step fits a block");

int main(void)
{
    struct step *top = NULL;
    char op;
    int value;

    while (scanf(" %c", &op) == 1) {
        if (op == '+') {
            if (scanf("%d", &value) != 1)
                return 1;
            struct step *step = pool_get();
            if (step == NULL) {
                fputs("too many steps\n", stderr);
                return 1;
            }
            step->below = top;
            step->value = value;
            top = step;
        } else if (top != NULL) {
            struct step *gone = top;
            top = gone->below;
            printf("%d\n", gone->value);
            pool_put(gone);
        }
    }
    return 0;
}
