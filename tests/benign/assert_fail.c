/* assert_fail.c - an assert that does not hold.
 *
 * expect: signal 6
 */
#include <assert.h>
#include <stdio.h>

int main(void)
{
    int x = 5;
    printf("before\n");
    fflush(stdout);
    assert(x == 6);
    printf("after\n");
    return 0;
}
