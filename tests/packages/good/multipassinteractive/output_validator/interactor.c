/* The number to be guessed is in the input: "lower", "higher" or "correct". */
#include <stdio.h>

/* The second pass is the last; the number is the same, and the program does not know it. */
static int pass(const char *feedback, int secret)
{
    char path[4096];
    snprintf(path, sizeof path, "%sseen", feedback);
    FILE *seen = fopen(path, "r");
    if (seen)
        return 42;
    seen = fopen(path, "w");
    if (seen)
        fclose(seen);
    snprintf(path, sizeof path, "%snextpass.in", feedback);
    FILE *next = fopen(path, "w");
    if (!next)
        return 1;
    fprintf(next, "%d\n", secret);
    fclose(next);
    return 42;
}

int main(int argc, char **argv)
{
    int secret, guess;
    FILE *input = argc < 4 ? NULL : fopen(argv[1], "r");
    if (!input || fscanf(input, "%d", &secret) != 1)
        return 1;
    for (int turn = 0; turn < 10; turn++) {
        if (scanf("%d", &guess) != 1)
            return 43;
        if (guess == secret) {
            puts("correct");
            return pass(argv[3], secret);
        }
        puts(secret < guess ? "lower" : "higher");
        fflush(stdout);
    }
    return 43;
}
