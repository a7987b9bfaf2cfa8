/* bad: %d for a size_t */
#include <stdio.h>
#include <string.h>

int main(void)
{
    printf("%d\n", strlen("abc")); /* TRUE: memory */
    return 0;
}
