/* jumps.c - a loop of longjmp, which executes no region of the source.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"
#include <setjmp.h>

static jmp_buf ways[2];
static volatile long at, end, sum;

static void leave(void)
{
    if (setjmp(ways[0]) == 0)
        return;
}
long solve(int *a, int n)
{
    long end_of_row = n;
    at = sum = 0;
    end = (long)n * end_of_row;
    leave();
    if (setjmp(ways[0]))
        return sum;
    setjmp(ways[1]);
    sum += a[at % n];
    longjmp(ways[++at < end], 1);
}
