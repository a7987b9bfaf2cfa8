/* The score is what is too much. */
#include <stdio.h>

int main(int argc, char **argv)
{
    char path[4096];
    int n, told;
    FILE *input = argc < 4 ? NULL : fopen(argv[1], "r");
    if (!input || fscanf(input, "%d", &n) != 1)
        return 1;
    if (scanf("%d", &told) != 1 || told < n)
        return 43;
    snprintf(path, sizeof path, "%sscore.txt", argv[3]);
    FILE *score = fopen(path, "w");
    if (!score)
        return 1;
    fprintf(score, "%d\n", told - n);
    fclose(score);
    return 42;
}
