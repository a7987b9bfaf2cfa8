/* tls_single.c - thread-local variables without threads.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <threads.h>

static __thread int counter = 40;
static _Thread_local char buffer[1000];
thread_local long many[5000];

int main(void)
{
    counter += 2;
    snprintf(buffer, sizeof buffer, "%d", counter);
    many[4999] = 7;
    printf("%s %ld %ld\n", buffer, many[4999], many[0]);
    return 0;
}
