/* sleep_family.c - sleep, usleep, nanosleep and clock_nanosleep.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    struct timespec start, end, little = { 0, 2000000 };
    clock_gettime(CLOCK_MONOTONIC, &start);
    printf("%d %d %u\n", usleep(2000), nanosleep(&little, NULL), sleep(0));
    printf("%d %d\n", clock_nanosleep(CLOCK_MONOTONIC, 0, &little, NULL),
           thrd_sleep(&little, NULL));
    start.tv_sec += start.tv_nsec >= 999999000;
    start.tv_nsec = (start.tv_nsec + 1000) % 1000000000;
    printf("%d\n", clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &start, NULL));
    clock_gettime(CLOCK_MONOTONIC, &end);
    long long ns = (end.tv_sec - start.tv_sec) * 1000000000ll + end.tv_nsec - start.tv_nsec;
    printf("%d\n", ns > 7000000);
    return 0;
}
