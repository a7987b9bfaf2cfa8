#include <stdio.h>
#include <string.h>

int main(void)
{
    int least = 0, most = 1000;
    char word[16];
    for (;;) {
        int guess = (least + most) / 2;
        printf("%d\n", guess);
        fflush(stdout);
        if (scanf("%15s", word) != 1 || strcmp(word, "correct") == 0)
            return 0;
        if (strcmp(word, "lower") == 0)
            most = guess - 1;
        else
            least = guess + 1;
    }
}
