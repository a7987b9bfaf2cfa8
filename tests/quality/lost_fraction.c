/* bad: the fraction is lost before it is kept */
#include <stdio.h>

int main(void)
{
    int right = 2, all = 3;
    double share = right / all; /* TRUE: readability */
    printf("%.2f\n", share);
    return 0;
}
