#include <stdio.h>

int main(int argc, char **argv)
{
    int a, b;
    (void)argv;
    if (scanf("%d %d", &a, &b) == 2)
        printf("%d\n", (a + b) * (argc > 1 ? 2 : 1));
    return 0;
}
