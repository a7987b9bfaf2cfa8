/* sleeper.c - waits for each number.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"
#include <unistd.h>

long solve(int *a, int n)
{
    long sum = 0;
    for (int i = 0; i < n; i++) {
        usleep(10);
        sum += a[i];
    }
    return sum;
}
