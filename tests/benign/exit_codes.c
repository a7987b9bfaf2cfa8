/* exit_codes.c - an exit code of its own.
 *
 * expect: exit 3
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    printf("leaving");
    exit(3);
}
