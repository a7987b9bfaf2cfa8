/* Wants its flag, and at most two lines. */
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    int byte, lines = 0;
    if (argc < 5 || strcmp(argv[4], "--strict") != 0)
        return 1;
    while ((byte = getchar()) != EOF)
        lines += byte == '\n';
    return lines <= 2 ? 42 : 43;
}
