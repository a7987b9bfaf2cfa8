/* time_now.c - time, clock_gettime and gettimeofday agree.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <sys/time.h>
#include <time.h>

int main(void)
{
    time_t seconds = time(NULL), kept;
    struct timespec real, steady, resolution, c11;
    struct timeval day;
    clock_gettime(CLOCK_REALTIME, &real);
    clock_gettime(CLOCK_MONOTONIC, &steady);
    clock_getres(CLOCK_MONOTONIC, &resolution);
    gettimeofday(&day, NULL);
    timespec_get(&c11, TIME_UTC);
    time(&kept);
    printf("%d %d %d %d\n", seconds > 1600000000, real.tv_sec - seconds <= 5,
           day.tv_sec - seconds <= 5, c11.tv_sec - seconds <= 5);
    printf("%d %d %d\n", steady.tv_sec >= 0, resolution.tv_sec, kept >= seconds);
    printf("%d\n", difftime(kept, seconds) >= 0);
    return 0;
}
