/* subtle: a switch that falls through on purpose */
#include <ctype.h>
#include <stdio.h>

enum state { OUTSIDE, IN_WORD, IN_NUMBER };

static enum state next_state(int c)
{
    if (isalpha(c))
        return IN_WORD;
    return isdigit(c) ? IN_NUMBER : OUTSIDE;
}

int main(void)
{
    int words = 0, numbers = 0, c;
    enum state state = OUTSIDE;
    while ((c = getchar()) != EOF) {
        enum state next = next_state(c);
        if (next != state) {
            switch (next) {
            case IN_WORD:
                words++;
                break;
            case IN_NUMBER:
                numbers++;
                break;
            case OUTSIDE:
                break;
            }
        }
        state = next;
    }
    printf("%d words, %d numbers\n", words, numbers);
    return 0;
}
