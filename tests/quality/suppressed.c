/* subtle: what silences the tools does not silence us */
#include <stdio.h>

#pragma GCC diagnostic ignored "-Wuninitialized" /* ALSO: readability */
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized" /* ALSO: readability */

int main(void)
{
    int n;
    // NOLINTNEXTLINE
    printf("%d\n", n); /* TRUE: memory */
    return 0;
}
