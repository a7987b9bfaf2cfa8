/* bad: eight parameters that belong together */
#include <stdio.h>

static int area(int x1, int y1, int x2, int y2, int border, int scale, int offset, /* TRUE: structure */
                int extra)
{
    return (x2 - x1 + border) * (y2 - y1 + border) * scale + offset + extra;
}

int main(void)
{
    printf("%d\n", area(0, 0, 3, 4, 1, 2, 5, 7));
    return 0;
}
