/* child.c - from a copy of the supervisor to the program. */
#include "sandbox/child.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sandbox/landlock.h"
#include "sandbox/layers.h"
#include "sandbox/root.h"
#include "sandbox/starter/protocol.h"
#include "sandbox/wire.h"

/*
 * Theory of operation
 *
 * The steps below run in order; each may rely on the earlier ones and on nothing else. The last two
 * are the filter and the exec. A step that fails says so over the fault socket, which closes on
 * exec and which no program ever sees; then the process ends, and the supervisor makes a fault of
 * it: never a run with less.
 */

enum { FILES_OF_TOOL = 1024, FILES_OF_PROGRAM = 16 };
enum { PROGRAM_FD = 5 }; /* where the program's descriptor waits for the exec; closed by it */

static bool step_session(const struct child_plan *plan)
{
    (void)plan;
    sigset_t none;
    sigemptyset(&none);
    for (int number = 1; number < 32; number++)
        signal(number, SIG_DFL);
    return setsid() >= 0 && sigprocmask(SIG_SETMASK, &none, NULL) == 0;
}

/* The supervisor may die at any moment: this process must not outlive it. */
static bool step_parent(const struct child_plan *plan)
{
    (void)plan;
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0;
}

static bool step_cgroup(const struct child_plan *plan)
{
    return !plan->cgroup || cgroup_enter(plan->cgroup);
}

/* Moves every descriptor high first, so that no move can tread on another, then to its place; all
 * others close. */
static bool step_descriptors(const struct child_plan *plan)
{
    enum { HIGH = 100 };
    const int from[] = { plan->stdio[0],       plan->stdio[1],     plan->stdio[2],
                         plan->starter_socket, plan->fault_socket, plan->program };
    static const int to[] = { 0, 1, 2, STARTER_SOCKET, FILTER_FAULT_SOCKET, PROGRAM_FD };
    enum { COUNT = sizeof from / sizeof from[0] };
    static_assert(COUNT == sizeof to / sizeof to[0], "a place for each");
    int high[COUNT];
    for (int i = 0; i < COUNT; i++) {
        high[i] = from[i] < 0 ? -1 : fcntl(from[i], F_DUPFD_CLOEXEC, HIGH);
        if (from[i] >= 0 && high[i] < 0)
            return false;
    }
    for (int i = 0; i < COUNT; i++) {
        bool closes = to[i] == FILTER_FAULT_SOCKET || to[i] == PROGRAM_FD;
        if (high[i] >= 0 && dup3(high[i], to[i], closes ? O_CLOEXEC : 0) < 0)
            return false;
        if (high[i] < 0)
            close(to[i]);
    }
    return close_range(PROGRAM_FD + 1, ~0u, 0) == 0;
}

static bool step_folder(const struct child_plan *plan)
{
    return !plan->workspace || chdir(plan->workspace->path) == 0;
}

static bool limit(int which, uint64_t soft, uint64_t hard)
{
    struct rlimit value = { soft, hard };
    struct rlimit now;
    if (setrlimit((__rlimit_resource_t)which, &value) == 0)
        return true; /* root raises what its caller held lower */
    if (getrlimit((__rlimit_resource_t)which, &now) == 0 && now.rlim_max < value.rlim_max) {
        /* Already held lower than we would: fine. */
        value.rlim_max = now.rlim_max;
        value.rlim_cur = value.rlim_cur < now.rlim_max ? value.rlim_cur : now.rlim_max;
    }
    return setrlimit((__rlimit_resource_t)which, &value) == 0;
}

static bool step_addresses(const struct child_plan *plan)
{
    return !(plan->layers & SANDBOX_ADDRESSES) || layers_fix_addresses();
}

static bool step_limits(const struct child_plan *plan)
{
    const struct sandbox_spec *spec = plan->spec;
    bool is_tool = spec->profile == SANDBOX_TOOL;
    /* Address space beyond the limit by the image and a little: resident memory passes the limit
     * before address space is refused, so that the peak tells. The stack may use all of the memory;
     * but where there are threads each reserves one of that size, and glibc an arena of 64 MB. */
    const uint64_t slack = 16 << 20;
    uint64_t space = spec->memory_bytes + plan->image_bytes + slack;
    bool is_threads = spec->profile == SANDBOX_THREADS;
    uint64_t threads = is_threads ? (uint64_t)spec->processes << 27 : 0;
    uint64_t cpu_s = spec->cpu_us / 1000000 + 2;
    /* A stack that overflows has used more than the memory limit by then: one cause, not two. */
    const uint64_t small_stack = 64 << 20;
    uint64_t stack = spec->memory_bytes + (4 << 20);
    if (is_tool || (is_threads && stack > small_stack))
        stack = small_stack;
    return limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_AS, space + threads, space + threads) &&
           limit(RLIMIT_STACK, stack, stack) && limit(RLIMIT_CPU, cpu_s, cpu_s + 1) &&
           limit(RLIMIT_FSIZE, spec->output_bytes + 1, spec->output_bytes + 1) &&
           limit(RLIMIT_NOFILE, FILES_OF_TOOL, FILES_OF_TOOL) && limit(RLIMIT_MEMLOCK, 0, 0) &&
           limit(RLIMIT_MSGQUEUE, 0, 0) && limit(RLIMIT_SIGPENDING, 64, 64);
}

/* Processes are counted by user. Where the user is ours alone (a namespace's, or a number of its
 * own) the count is exact. */
static bool step_processes(const struct child_plan *plan)
{
    bool counts_ours_alone = plan->uid != (uid_t)-1 || (plan->layers & SANDBOX_NAMESPACES);
    if (plan->spec->profile != SANDBOX_TOOL || !counts_ours_alone)
        return true;
    /* the supervisor may be one of them */
    uint64_t processes = plan->spec->processes + 1;
    return limit(RLIMIT_NPROC, processes, processes);
}

static bool drop_capabilities(uint64_t keep)
{
    for (int capability = 0; capability <= CAP_LAST_CAP; capability++)
        if (!(keep >> capability & 1) && prctl(PR_CAPBSET_DROP, capability) != 0 && errno == EPERM)
            break; /* not ours to drop: then we have none to lose either */
    struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
    uint32_t low = (uint32_t)keep;
    struct __user_cap_data_struct data[2] = { { low, low, 0 }, { 0, 0, 0 } };
    return syscall(SYS_capset, &head, data) == 0;
}

static bool step_identity(const struct child_plan *plan)
{
    if (plan->uid != (uid_t)-1 &&
        (setgroups(0, NULL) != 0 || setresgid(plan->uid, plan->uid, plan->uid) != 0 ||
         setresuid(plan->uid, plan->uid, plan->uid) != 0))
        return false;
    return drop_capabilities(plan->keeps_read_all ? 1u << CAP_DAC_READ_SEARCH : 0);
}

/* setresuid has cleared it, and core dumps stay off for good. */
static bool step_parent_again(const struct child_plan *plan)
{
    return step_parent(plan) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

static bool grant(int ruleset, const char *path, enum landlock_right right)
{
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0)
        return errno == ENOENT || errno == EACCES; /* what can't be seen needs no rule */
    bool good = landlock_allow(ruleset, fd, right);
    close(fd);
    return good;
}

static bool grant_all(int ruleset, const char *const *paths, enum landlock_right right)
{
    for (size_t i = 0; paths && paths[i]; i++)
        if (!grant(ruleset, paths[i], right))
            return false;
    return true;
}

static bool step_landlock(const struct child_plan *plan)
{
    if (!(plan->layers & SANDBOX_LANDLOCK))
        return true;
    bool is_tool = plan->spec->profile == SANDBOX_TOOL;
    int ruleset = landlock_new(is_tool && plan->spec->network);
    bool good = ruleset >= 0;
    if (good && plan->program >= 0)
        good = landlock_allow(ruleset, PROGRAM_FD, LANDLOCK_RUN_FILE);
    if (good && (is_tool || plan->is_dynamic))
        good = grant_all(ruleset, root_toolchain, LANDLOCK_READ_TREE);
    if (good && is_tool)
        good = grant_all(ruleset, root_devices, LANDLOCK_USE_FILE) &&
               grant_all(ruleset, plan->spec->readable, LANDLOCK_READ_TREE) &&
               grant(ruleset, plan->workspace->path, LANDLOCK_OWN_TREE);
    good = good && landlock_enter(ruleset);
    if (ruleset >= 0)
        close(ruleset);
    return good;
}

static bool step_filter(const struct child_plan *plan)
{
    unsigned flags = SECCOMP_FILTER_FLAG_SPEC_ALLOW |
                     (plan->filter->asks ? SECCOMP_FILTER_FLAG_NEW_LISTENER : 0);
    long listener = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &plan->filter->program);
    if (listener < 0)
        return false;
    int fd = (int)listener;
    struct rusage usage;
    bool is_known = getrusage(RUSAGE_SELF, &usage) == 0;
    struct child_word word = { -1, 0, is_known ? (uint64_t)usage.ru_maxrss * 1024 : 0 };
    /* The listener stays open here until the exec closes it: it is close-on-exec by the kernel's
     * making. */
    if (!wire_send(FILTER_FAULT_SOCKET, &word, sizeof word, NULL, 0, &fd, plan->filter->asks))
        return false;
    /* Only now: a user's descriptors on their way through sockets are held to the limit of whoever
     * sends the next. With few allowed, one program that leaves a dozen unread would keep every
     * other set-up of the same user from sending its listener. */
    return plan->spec->profile == SANDBOX_TOOL ||
           limit(RLIMIT_NOFILE, FILES_OF_PROGRAM, FILES_OF_PROGRAM);
}

static bool step_exec(const struct child_plan *plan)
{
    static char path[] = "PATH=/usr/bin:/bin", locale[] = "LC_ALL=C.UTF-8";
    static char temporary[] = "TMPDIR=.", home[] = "HOME=.";
    static char seed[] = "PYTHONHASHSEED=0"; /* or the order in a set differs from run to run */
    static char *const no_environment[] = { NULL };
    static char *const tool_environment[] = { path, locale, temporary, home, seed, NULL };
    char *const *environment =
        plan->spec->profile == SANDBOX_TOOL ? tool_environment : no_environment;
    if (plan->program >= 0)
        syscall(SYS_execveat, PROGRAM_FD, "", plan->argv, environment, AT_EMPTY_PATH);
    else
        syscall(SYS_execveat, AT_FDCWD, plan->argv[0], plan->argv, environment, 0);
    return false;
}

static const struct {
    const char *name;
    bool (*take)(const struct child_plan *plan);
} steps[] = {
    { "leave the supervisor's session", step_session },
    { "tie the program to its supervisor", step_parent },
    { "enter the control group", step_cgroup },
    { "lay the descriptors", step_descriptors },
    { "enter the private folder", step_folder },
    { "fix the addresses", step_addresses },
    { "set resource limits", step_limits },
    { "limit the processes", step_processes },
    { "give up user and capabilities", step_identity },
    { "forbid new privileges", step_parent_again },
    { "enter Landlock", step_landlock },
    { "load the system call filter", step_filter },
    { "execute the program", step_exec },
};
enum { STEP_COUNT = sizeof steps / sizeof steps[0] };

const char *child_step_name(int step)
{
    return step >= 0 && step < STEP_COUNT ? steps[step].name : "?";
}

int child_step_count(void)
{
    return STEP_COUNT;
}

_Noreturn void child_become(const struct child_plan *plan)
{
    bool laid = false; /* whether the fault socket is at its place yet */
    for (int i = 0; i < STEP_COUNT; i++) {
        bool is_to_fail = plan->spec->fail_step == i + 1;
        errno = EIO;
        if (is_to_fail || !steps[i].take(plan)) {
            struct child_word word = { i, errno, 0 };
            wire_send(laid ? FILTER_FAULT_SOCKET : plan->fault_socket, &word, sizeof word, NULL, 0,
                      NULL, 0);
            _exit(1);
        }
        laid = laid || steps[i].take == step_descriptors;
    }
    _exit(1);
}
