/* calendar.c - gmtime, timegm, mktime and strftime in UTC.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
    const time_t times[] = { 0, 951782400, 1700000000, 4102444799, -1 };
    char text[128];
    setenv("TZ", "UTC0", 1);
    tzset();
    for (int i = 0; i < 5; i++) {
        struct tm tm;
        gmtime_r(&times[i], &tm);
        strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %V %p %Z %%", &tm);
        printf("%s %ld %s", text, (long)timegm(&tm), asctime(&tm));
        printf("%s %ld\n", ctime(&times[i]), (long)mktime(&tm));
    }
    struct tm tm = { .tm_year = 124, .tm_mon = 13, .tm_mday = 40 };
    mktime(&tm);
    printf("%d-%d-%d %d\n", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_wday);
    return 0;
}
