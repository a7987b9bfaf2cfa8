/* calendar_zones.c - time zones by POSIX rules, and strptime.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
    const char *const zones[] = { "XYZ-3", "AAA5BBB,M3.2.0,M11.1.0", "<+0530>-5:30" };
    for (int i = 0; i < 3; i++) {
        setenv("TZ", zones[i], 1);
        tzset();
        time_t summer = 1720000000, winter = 1704100000;
        struct tm tm;
        char text[64];
        strftime(text, sizeof text, "%F %T %Z %z", localtime_r(&summer, &tm));
        puts(text);
        strftime(text, sizeof text, "%F %T %Z %z", localtime(&winter));
        printf("%s %ld\n", text, timezone);
    }
    struct tm tm = { 0 };
    char *rest = strptime("29 Feb 2024 13:05", "%d %b %Y %H:%M", &tm);
    printf("%d %d %d %d %d\n", rest && !*rest, tm.tm_mday, tm.tm_mon, tm.tm_hour, tm.tm_yday);
    return 0;
}
