/* localtime_default.c - local time where nothing is configured.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <time.h>

int main(void)
{
    time_t now = time(NULL);
    struct tm *tm = localtime(&now);
    printf("%d %d\n", tm != NULL, tm && tm->tm_year > 120);
    printf("%d\n", mktime(tm) == now);
    return 0;
}
