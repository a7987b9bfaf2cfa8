/* select_sleep.c - select and poll as a short sleep.
 *
 * expect: exit 0
 */
#include <poll.h>
#include <stdio.h>
#include <sys/select.h>
#include <time.h>

int main(void)
{
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    struct timeval wait = { 0, 3000 };
    printf("%d\n", select(0, NULL, NULL, NULL, &wait));
    printf("%d\n", poll(NULL, 0, 3));
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%d\n",
           (end.tv_sec - start.tv_sec) * 1000000000ll + end.tv_nsec - start.tv_nsec > 5000000);
    return 0;
}
