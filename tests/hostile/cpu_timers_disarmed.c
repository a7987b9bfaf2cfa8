/* hostile: disarms every timer that could hold it
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

int main(void)
{
    struct itimerval never = { { 0, 0 }, { 0, 0 } };
    struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };
    for (;;) {
        setitimer(ITIMER_REAL, &never, 0);
        setitimer(ITIMER_PROF, &never, 0);
        setitimer(ITIMER_VIRTUAL, &never, 0);
        alarm(0);
        setrlimit(RLIMIT_CPU, &all);
    }
}
