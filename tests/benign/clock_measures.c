/* clock_measures.c - clock, the CPU clocks, times and getrusage.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    clock_t start = clock();
    volatile unsigned sum = 0;
    for (unsigned i = 0; i < 3000000; i++)
        sum += i;
    double used = (double)(clock() - start) / CLOCKS_PER_SEC;
    struct timespec process, thread;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &process);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &thread);
    struct tms tms;
    struct rusage usage;
    printf("%d %d\n", used >= 0, process.tv_sec * 1000000000 + process.tv_nsec > 0);
    printf("%d %d\n", thread.tv_sec < 20, times(&tms) != (clock_t)-1);
    int got = getrusage(RUSAGE_SELF, &usage); /* before the next line's arguments, in any order */
    printf("%d %d\n", got, usage.ru_maxrss > 0);
    clockid_t own;
    printf("%d\n", clock_getcpuclockid(getpid(), &own));
    return 0;
}
