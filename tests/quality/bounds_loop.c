/* bad: the loop goes one too far */
#include <stdio.h>

int main(void)
{
    int squares[10];
    for (int i = 0; i <= 10; i++)
        squares[i] = i * i; /* TRUE: memory */
    printf("%d\n", squares[3]);
    return 0;
}
