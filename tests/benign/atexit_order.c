/* atexit_order.c - functions at the exit, last one first.
 *
 * expect: exit 7
 */
#include <stdio.h>
#include <stdlib.h>

static void one(void)
{
    puts("one");
}

static void two(void)
{
    puts("two");
}

static void with_status(int status, void *argument)
{
    printf("status %d %s\n", status, (const char *)argument);
}

int main(void)
{
    atexit(one);
    atexit(two);
    on_exit(with_status, "argument");
    return 7;
}
