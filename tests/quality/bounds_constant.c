/* bad: one element beyond the end */
#include <stdio.h>

int main(void)
{
    int squares[10];
    for (int i = 0; i < 10; i++)
        squares[i] = i * i;
    squares[10] = 100; /* TRUE: memory */
    printf("%d\n", squares[3]);
    return 0;
}
