/* bad: an unsigned number is never below 0 */
#include <stdio.h>

int main(void)
{
    unsigned left = 3;
    while (left >= 0) { /* TRUE: readability */ /* ALSO: memory */
        printf("%u\n", left);
        left--;
    }
    return 0;
}
