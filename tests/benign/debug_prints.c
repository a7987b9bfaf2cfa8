/* debug_prints.c - much debugging output on stderr beside the answer.
 *
 * expect: exit 0
 * stdin: 500\n
 */
#include <stdio.h>

int main(void)
{
    int n;
    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 0; i < n; i++)
        fprintf(stderr, "debug: i = %d, square %d\n", i, i * i);
    printf("%d\n", n * n);
    return 0;
}
