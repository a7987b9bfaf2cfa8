/* asked.c - the supervisor's answer to a system call that the filter asks about. */
#include "sandbox/asked.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

static ssize_t read_small(int folder, const char *path, char *text, size_t room)
{
    int file = openat(folder, path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return -1;
    ssize_t got = read(file, text, room - 1);
    close(file);
    if (got >= 0)
        text[got] = '\0';
    return got;
}

/* The number by which the host's /proc knows a process of our pid namespace: a pidfd's own
 * description tells. */
static long host_pid(int proc, pid_t pid)
{
    char path[48], text[512];
    int pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
    if (pidfd < 0)
        return -1;
    snprintf(path, sizeof path, "self/fdinfo/%d", pidfd);
    ssize_t got = read_small(proc, path, text, sizeof text);
    close(pidfd);
    long found = -1;
    for (char *line = got > 0 ? text : NULL; line && found < 0;) {
        if (sscanf(line, "Pid: %ld", &found) != 1)
            found = -1;
        char *end = line;
        while (*end && *end != '\n')
            end++;
        line = *end ? end + 1 : NULL;
    }
    return found;
}

/* One file of a process in the host's /proc. */
static bool read_of(int proc, pid_t pid, const char *name, char *text, size_t room)
{
    char path[48];
    long number = proc >= 0 ? host_pid(proc, pid) : -1;
    if (number <= 0)
        return false;
    snprintf(path, sizeof path, "%ld/%s", number, name);
    return read_small(proc, path, text, room) > 0;
}

/* Threads of a process, dead ones that the kernel has not let go of yet among them; 0 when it can't
 * be told. */
static unsigned threads_of(int proc, pid_t pid)
{
    char text[4096];
    if (!read_of(proc, pid, "status", text, sizeof text))
        return 0;
    const char *line = strstr(text, "\nThreads:"); /* a name's line breaks are escaped */
    return line ? (unsigned)strtoul(line + sizeof "\nThreads:" - 1, NULL, 10) : 0;
}

/* Address space and resident memory of a process in bytes; 0 when it can't be told. */
static void space_of(int proc, pid_t pid, uint64_t *out_space, uint64_t *out_resident)
{
    char text[128], *end = text;
    uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
    bool is_known = read_of(proc, pid, "statm", text, sizeof text);
    *out_space = is_known ? strtoull(text, &end, 10) * page : 0;
    *out_resident = is_known ? strtoull(end, NULL, 10) * page : 0;
}

/* Of threads too the process is asked about: only its number opens a pidfd. */
static pid_t process_of(const struct seccomp_notif *call, const struct asked_state *state)
{
    return state->run > 0 ? state->run : (pid_t)call->pid;
}

/* A large map: the kernel would refuse it by RLIMIT_AS as well, but would tell nobody. Threads
 * reserve much more than they use (stacks, arenas): there what is used counts. */
static enum asked_answer decide_memory(const struct seccomp_notif *call,
                                       const struct asked_state *state, uint64_t *out_refused_bytes,
                                       uint64_t *out_at_bytes)
{
    bool is_remap = call->data.nr == SYS_mremap;
    uint64_t wanted = call->data.args[is_remap ? 2 : 1];
    uint64_t before = is_remap ? call->data.args[1] : 0;
    uint64_t growth = wanted > before ? wanted - before : 0;
    bool is_threads = state->profile == SANDBOX_THREADS;
    bool is_reserved = is_threads && !is_remap && (uint32_t)call->data.args[2] == PROT_NONE;
    uint64_t space, resident;
    space_of(state->proc, process_of(call, state), &space, &resident);
    space = is_threads ? resident : space;
    if (growth == 0 || is_reserved ||
        (growth <= state->space_limit_bytes && space <= state->space_limit_bytes - growth))
        return ASKED_LET;
    *out_refused_bytes = growth;
    *out_at_bytes = space;
    return ASKED_NO_MEMORY;
}

/* A thread that was joined a moment ago may still be counted: at the ceiling it is looked again. */
static bool has_room_for_thread(const struct seccomp_notif *call, const struct asked_state *state)
{
    enum { LOOKS = 400, PAUSE_NS = 500000 };
    for (int i = 0; i < LOOKS; i++) {
        unsigned alive = threads_of(state->proc, process_of(call, state));
        if (alive == 0)
            return state->threads_left > 0;
        if (alive < state->threads_max)
            return true;
        nanosleep(&(struct timespec){ 0, PAUSE_NS }, NULL);
    }
    return false;
}

static enum asked_answer decide_clone(const struct seccomp_notif *call,
                                      const struct asked_state *state)
{
    const uint64_t thread =
        CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM;
    const uint64_t ids = CLONE_SETTLS | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID |
                         CLONE_CHILD_SETTID | CLONE_DETACHED;
    uint64_t flags = call->data.args[0];
    if (state->cloning && (pid_t)call->pid == state->cloning && flags == (CLONE_PARENT | SIGCHLD))
        return ASKED_LET_CLONE;
    bool is_thread = (flags & thread) == thread && (flags & ~(thread | ids)) == 0;
    if (state->profile == SANDBOX_THREADS && is_thread && has_room_for_thread(call, state))
        return ASKED_LET_THREAD;
    return ASKED_FORBIDDEN;
}

/* Signals to itself are a process's own business, but for SIGSYS, which is the filter's word. */
static enum asked_answer decide_signal(const struct seccomp_notif *call,
                                       const struct asked_state *state)
{
    bool has_group = call->data.nr == SYS_tgkill;
    pid_t target = (pid_t)(uint32_t)call->data.args[0];
    int number = (int)(uint32_t)call->data.args[has_group ? 2 : 1];
    bool is_self = target > 0 && (target == (pid_t)call->pid || target == state->run);
    return is_self && number != SIGSYS ? ASKED_LET : ASKED_FORBIDDEN;
}

/* fstat is newfstatat with an empty path: that form alone is a program's business. */
static enum asked_answer decide_stat(const struct seccomp_notif *call)
{
    char first = '?';
    struct iovec here = { &first, 1 }, there = { NULL, 1 };
    memcpy(&there.iov_base, &call->data.args[1], sizeof there.iov_base);
    bool is_empty =
        process_vm_readv((pid_t)call->pid, &here, 1, &there, 1, 0) == 1 && first == '\0';
    return is_empty ? ASKED_LET : ASKED_REFUSED;
}

enum asked_answer asked_decide(const struct seccomp_notif *call, const struct asked_state *state,
                               uint64_t *out_refused_bytes, uint64_t *out_at_bytes)
{
    switch (call->data.nr) {
    case SYS_execveat:
        return state->starting && (pid_t)call->pid == state->starting ? ASKED_LET_EXEC
                                                                      : ASKED_FORBIDDEN;
    case SYS_clone:
        return decide_clone(call, state);
    case SYS_kill:
    case SYS_tkill:
    case SYS_tgkill:
    case SYS_rt_sigqueueinfo:
        return decide_signal(call, state);
    case SYS_newfstatat:
        return decide_stat(call);
    case SYS_mmap:
    case SYS_mremap:
        return decide_memory(call, state, out_refused_bytes, out_at_bytes);
    default:
        return ASKED_FORBIDDEN;
    }
}
