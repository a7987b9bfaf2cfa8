/* Two passes: the first encodes a number, the second gets the code and decodes it. */
#include <stdio.h>

int main(int argc, char **argv)
{
    char path[4096], action[16];
    int number, told, encoded;
    FILE *input = argc < 4 ? NULL : fopen(argv[1], "r");
    if (!input || fscanf(input, "%15s %d", action, &number) != 2)
        return 1;
    if (scanf("%d", &told) != 1)
        return 43;
    snprintf(path, sizeof path, "%scode.txt", argv[3]);
    FILE *code = fopen(path, "r");
    if (code) /* the input is now ours, "decode N"; the number itself was kept */
        return fscanf(code, "%d", &encoded) == 1 && told == encoded ? 42 : 43;
    code = fopen(path, "w");
    if (!code)
        return 1;
    fprintf(code, "%d\n", number);
    fclose(code);
    snprintf(path, sizeof path, "%snextpass.in", argv[3]);
    FILE *next = fopen(path, "w");
    if (!next)
        return 1;
    fprintf(next, "decode %d\n", told);
    fclose(next);
    return 42;
}
