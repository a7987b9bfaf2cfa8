/* alarm_default.c - an alarm nobody waits for ends it.
 *
 * expect: signal 14
 */
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

int main(void)
{
    puts("waiting");
    fflush(stdout);
    ualarm(20000, 0);
    for (;;)
        sleep(1);
}
