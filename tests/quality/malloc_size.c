/* bad: room for a pointer, not for the struct */
#include <stdio.h>
#include <stdlib.h>

struct point {
    double x, y, z;
};

int main(void)
{
    struct point *p = malloc(sizeof p); /* TRUE: memory */
    if (!p)
        return 1;
    p->z = 1; /* ALSO: memory */
    printf("%g\n", p->z); /* ALSO: memory */
    free(p);
    return 0;
}
