/* bad: a slip of the pen */
#include <stdio.h>

struct box {
    int left, right;
};

static int width(const struct box *b)
{
    return b->right - b->right; /* TRUE: readability */
}

int main(void)
{
    struct box b = { 1, 5 };
    printf("%d\n", width(&b));
    return 0;
}
