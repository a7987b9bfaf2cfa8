/* fortify_overflow.c - a checked copy finds an overflow.
 *
 * expect: signal 6
 * flags: -D_FORTIFY_SOURCE=2
 */
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char small[4];
    memset(small, 'x', (size_t)(argc * 8));
    puts(small);
    return argv == NULL;
}
