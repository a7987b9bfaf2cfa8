/* assert_pass.c - asserts that hold.
 *
 * expect: exit 0
 */
#include <assert.h>
#include <stdio.h>

static_assert(sizeof(long) == 8, "a 64-bit machine");

int main(void)
{
    assert(1 + 1 == 2);
    int x = 5;
    assert(x > 4 && "x is large");
    printf("all hold\n");
    return 0;
}
