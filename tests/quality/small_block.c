/* bad: one block is too small; the uses of it are no more flaws */
#include <stdio.h>
#include <stdlib.h>

struct machine {
    int state, credit, stock;
};

int main(void)
{
    struct machine *m = malloc(sizeof m); /* TRUE: memory */
    if (!m)
        return 1;
    m->state = 1;
    m->credit = 2;
    m->stock = 3; /* ALSO: memory */
    printf("%d %d %d\n", m->state, m->credit, m->stock);
    free(m);
    return 0;
}
