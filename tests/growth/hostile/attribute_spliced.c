/* attribute_spliced.c - the attribute's name goes on in the next line.
 *
 * scene: array
 * suspicious: yes
 */
#include "array.h"

__attrib\
ute((no_profile_in\
strument_function)) static long later(const int *a, int n)
{
    long count = 0;
    for (int k = 0; k < n; k++)
        count += a[k] > a[n];
    return count;
}
long solve(int *a, int n)
{
    long count = 0;
    for (int i = 0; i < n; i++)
        count += later(a, i);
    return count;
}
