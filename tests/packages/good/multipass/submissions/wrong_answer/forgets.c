#include <stdio.h>

int main(void)
{
    char word[16];
    int n;
    if (scanf("%15s %d", word, &n) == 2)
        printf("%d\n", n / 2);
    return 0;
}
