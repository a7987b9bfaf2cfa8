/* posix_probes.c - questions about the machine and itself that must not hurt.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <unistd.h>

int main(void)
{
    struct utsname name;
    struct sysinfo info;
    struct rlimit limit;
    char text[64];
    printf("%s\n", uname(&name) == 0 ? name.sysname : "?");
    printf("%ld %ld %d\n", sysconf(_SC_PAGESIZE), sysconf(_SC_CLK_TCK),
           sysconf(_SC_NPROCESSORS_ONLN) > 0);
    printf("%d %d\n", sysconf(_SC_PHYS_PAGES) > 0, sysconf(_SC_OPEN_MAX) > 2);
    printf("%d\n", sysinfo(&info) == 0 && info.totalram > 0);
    printf("%d\n", getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur > 0);
    printf("%d %d\n", getpid() == getpid(), getpagesize());
    printf("%zu %s\n", confstr(_CS_PATH, text, sizeof text), text);
    cpu_set_t set;
    printf("%d\n", sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 0);
    printf("%d %d\n", sched_yield(), sched_getcpu() >= 0);
    printf("%d\n", gethostname(text, sizeof text) == 0);
    getloadavg((double[3]){ 0 }, 3);
    return 0;
}
