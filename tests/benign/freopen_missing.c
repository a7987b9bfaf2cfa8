/* freopen_missing.c - freopen of a file that is not there fails politely.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    FILE *file = freopen("input.txt", "r", stdin);
    if (!file)
        printf("no input.txt\n");
    return 0;
}
