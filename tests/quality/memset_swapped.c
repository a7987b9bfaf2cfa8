/* bad: value and length swapped */
#include <stdio.h>
#include <string.h>

int main(void)
{
    int counts[10];
    memset(counts, sizeof counts, 0); /* TRUE: memory */
    printf("%d\n", counts[0]); /* ALSO: memory */
    return 0;
}
