/* exit_immediate.c - _Exit leaves without flushing.
 *
 * expect: exit 255
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    printf("this stays in the buffer");
    write(1, "this does not\n", 14);
    _Exit(-1);
}
