#include <stdio.h>
#include <string.h>

int main(void)
{
    char word[16];
    for (int guess = 0; guess <= 1000; guess++) {
        printf("%d\n", guess);
        fflush(stdout);
        if (scanf("%15s", word) != 1 || strcmp(word, "correct") == 0)
            return 0;
    }
    return 0;
}
