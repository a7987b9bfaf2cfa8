/* constructors.c - constructors and destructors by priority.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <time.h>

static int ready;
static time_t started;

__attribute__((constructor(201))) static void second(void)
{
    ready = ready * 10 + 2;
}

__attribute__((constructor(200))) static void first(void)
{
    ready = ready * 10 + 1;
    started = time(NULL);
}

__attribute__((destructor)) static void last(void)
{
    puts("destructor");
}

int main(void)
{
    printf("%d %d\n", ready, started > 0);
    return 0;
}
