/* The number to be guessed is in the input: "lower", "higher" or "correct". */
#include <stdio.h>

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
            return 42;
        }
        puts(secret < guess ? "lower" : "higher");
        fflush(stdout);
    }
    return 43;
}
