#include <stdio.h>

int main(void)
{
    FILE *file = fopen("numbers.txt", "r");
    int n, sum = 0;
    while (file && fscanf(file, "%d", &n) == 1)
        sum += n;
    printf("%d\n", sum);
    return 0;
}
