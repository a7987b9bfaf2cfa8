/* stack_array.c - a copy of all in an array on the stack.
 *
 * scene: array
 * time: n
 * stack: n
 */
#include "array.h"
#include <string.h>

long solve(int *a, int n)
{
    int copy[n];
    long sum = 0;
    memcpy(copy, a, sizeof copy);
    for (int i = 0; i < n; i++)
        sum += copy[i];
    return sum;
}
