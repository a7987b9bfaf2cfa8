/* hello.c - the first program anybody writes.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    printf("Hello, world!\n");
    return 0;
}
