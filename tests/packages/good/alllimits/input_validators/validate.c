/* Two whole numbers on one line. */
#include <stdio.h>

int main(void)
{
    int a, b, used = 0;
    char line[64], rest[2];
    if (!fgets(line, sizeof line, stdin) || sscanf(line, "%d %d%n", &a, &b, &used) != 2)
        return 43;
    if (line[used] != '\n' || fgets(rest, sizeof rest, stdin))
        return 43;
    return a < -1000 || a > 1000 || b < -1000 || b > 1000 ? 43 : 42;
}
