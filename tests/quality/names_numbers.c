/* bad: numbers whose meaning is a guess; said once, at the first */
#include <stdio.h>

static int step(int state, int coins)
{
    if (state == 4 || state % 2 == 0)
        return 1 << 3;
    if (state == 5 && coins > 150) /* TRUE: readability */
        return 7;
    return coins < 3;
}

int main(int argc, char **argv)
{
    int numbers[] = { 11, 12, 13 };
    (void)argv;
    if (argc != 3)
        return 1;
    printf("%d\n", step(numbers[1], numbers[2]));
    return 0;
}
