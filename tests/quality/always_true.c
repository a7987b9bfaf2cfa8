/* bad: || where && is meant */
#include <stdio.h>

int main(void)
{
    int c = getchar();
    if (c != 'a' || c != 'b') /* TRUE: readability */
        puts("neither");
    return 0;
}
