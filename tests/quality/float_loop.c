/* bad: a floating number counts */
#include <stdio.h>

int main(void)
{
    for (float x = 0; x < 1; x += 0.1f) /* TRUE: readability */
        printf("%g\n", (double)x);
    return 0;
}
