/* bad: two side effects in one expression */
#include <stdio.h>

int main(void)
{
    int a[4] = { 0 }, i = 0;
    a[i] = i++; /* TRUE: memory */ /* ALSO: duplication */
    printf("%d %d\n", a[0], a[1]);
    return 0;
}
