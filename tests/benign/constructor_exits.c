/* constructor_exits.c - a constructor that ends the program by itself.
 *
 * expect: exit 6
 */
#include <stdio.h>
#include <stdlib.h>

__attribute__((constructor)) static void begin(void)
{
    puts("no main needed");
    exit(6);
}

int main(void)
{
    return 1;
}
