/* hostile: reads at the end of its input for ever
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
#include <stdio.h>

int main(void)
{
    for (;;) {
        getchar();
        clearerr(stdin);
    }
}
