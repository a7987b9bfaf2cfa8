/* main_without_return.c - a main that falls off its end, and long jumps out of it.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main()
{
    printf("no return");
}
