/* validate.c - one word. */
#include <stdio.h>

int main(void)
{
    char name[64];
    return scanf("%63s", name) == 1 && getchar() == '\n' && getchar() == EOF ? 42 : 43;
}
