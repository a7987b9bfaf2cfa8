/* supervisor.c - the first process of a sandbox. */
#include "sandbox/supervisor.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/seccomp.h>
#include <linux/sockios.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "sandbox/asked.h"
#include "sandbox/child.h"
#include "sandbox/deadline.h"
#include "sandbox/evidence.h"
#include "sandbox/layers.h"
#include "sandbox/request.h"
#include "sandbox/root.h"
#include "sandbox/starter/protocol.h"
#include "sandbox/wire.h"
#include "sandbox/workspace.h"

/*
 * Theory of operation
 *
 * One request at a time. A run goes through these stages, and only kernel facts move it on:
 *
 *   STARTING  set-up is on its way to the exec (the exec is asked about once, and let through once)
 *   WAITING   for a copy of the program that can take the run
 *   RUNNING   it has the run, clocks run
 *   ENDED     wait4 gave its status and usage
 *
 * A run without a starter goes from STARTING to RUNNING. With one, the next copy is made ahead,
 * while a run goes on: the starter's clone is held in the kernel (its question is left unanswered)
 * until the copy before it has been given its run, so that there is one clone a run and never more
 * than one copy in waiting. A copy's hello brings its pid, written by the kernel.
 *
 * A death in an earlier stage than RUNNING is the program's own (an IFUNC, the loader, a
 * starter taken over) and ends the run as "before main".
 *
 * The starter may be anybody's by now. What it works before main is charged to each run, as an exec
 * would have; what it works between copies is charged to the next run; and when it works beside a
 * run, more than a copy can cost, that run ends. A SIGKILL that nobody here sent, that it did not
 * send itself and that no limit explains comes from outside, and is a fault.
 *
 * With a pid namespace the supervisor is its init: when it goes, the kernel ends all the rest.
 * Without one it is a subreaper and ends what it started, by process group. A group is ended while
 * its leader is still there to keep the number taken: dead, perhaps, but not yet waited for.
 */

enum stage { IDLE, STARTING, WAITING, RUNNING, ENDED };

struct run {
    enum stage stage;
    pid_t pid; /* 0: not known yet */
    uint64_t start_us;
    struct deadline deadline;
    struct evidence evidence;
    char denied[32];
    unsigned threads_left;
};

struct supervisor {
    const struct supervisor_start *start;
    const struct sandbox_spec *spec;
    int proc, signals, listener, starter_socket;
    int fault;          /* our end of the set-up's fault socket while one is under way */
    uint64_t oom_kills; /* of the control group before the run */
    pid_t starter;
    pid_t copy;           /* made ahead, waits for its run; 0: none */
    bool copy_is_awaited; /* a clone was let through, its hello has not come yet */
    bool clone_is_held;   /* the starter is in the call that `held` would answer */
    uint64_t held;
    uint64_t starter_cpu_us;     /* of the starter when it last asked for its clone */
    uint64_t before_main_cpu_us; /* of the starter when it first did: each run's own */
    uint64_t owed_cpu_us;        /* what it worked since between two copies */
    unsigned unread_runs;        /* in its socket, as far as the last ones go */
    bool has_copied;             /* it has, once at least */
    bool starter_is_dead;        /* no run can be had from it any more: starter_end says why */
    bool starter_is_gone;        /* it was waited for: its number may be another's by now */
    bool
        starter_is_judged; /* its death has a reason of its own: our doing, or a signal to itself */
    uint64_t starter_floor_bytes;
    struct evidence starter_end;
    char starter_denied[32];
    bool in_new_root;
    uid_t uid;
    struct workspace workspace;
    struct run run;
    struct sandbox_fault failed; /* text set: the request can't be served */
};

static void fail(struct supervisor *s, const char *what, int cause)
{
    char detail[96];
    if (s->failed.text[0])
        return;
    snprintf(s->failed.text, sizeof s->failed.text, "cannot %s: %s", what,
             strerror_r(cause, detail, sizeof detail));
}

/* ---- becoming the supervisor ---- */

static bool write_text(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool good = file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text);
    if (file >= 0)
        close(file);
    return good;
}

/* In a user namespace: one user and one group, ourselves, under the number of nobody. */
static bool map_user(uid_t uid, gid_t gid)
{
    char user[48], group[48];
    snprintf(user, sizeof user, "65534 %u 1", uid);
    snprintf(group, sizeof group, "65534 %u 1", gid);
    return write_text("/proc/self/setgroups", "deny") && write_text("/proc/self/uid_map", user) &&
           write_text("/proc/self/gid_map", group);
}

static bool wants_root(const struct supervisor_start *start)
{
    return start->spec->profile == SANDBOX_TOOL || start->image.is_dynamic;
}

static bool set_up_spaces(struct supervisor *s)
{
    const struct supervisor_start *start = s->start;
    if (!(start->layers & SANDBOX_NAMESPACES))
        return true;
    if (wants_root(start)) {
        bool has_devices = start->spec->profile == SANDBOX_TOOL;
        s->in_new_root = root_build(start->spec->readable, has_devices);
        return s->in_new_root;
    }
    return root_empty(start->temporary);
}

static bool has_capabilities(uint32_t needed)
{
    struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct data[2] = { { 0, 0, 0 }, { 0, 0, 0 } };
    return syscall(SYS_capget, &head, data) == 0 && (data[0].effective & needed) == needed;
}

/* Whether this process may become that user: it has the capability, and the number means somebody
 * in its user namespace. */
static bool can_become(uid_t uid)
{
    if (!has_capabilities(1u << CAP_SETUID | 1u << CAP_SETGID | 1u << CAP_CHOWN))
        return false;
    unsigned inside, outside, count;
    bool is_mapped = false;
    FILE *map = fopen("/proc/self/uid_map", "re");
    while (map && !is_mapped && fscanf(map, "%u %u %u", &inside, &outside, &count) == 3)
        is_mapped = uid >= inside && uid - inside < count;
    if (map)
        fclose(map);
    return is_mapped;
}

/*
 * As root without a user namespace each sandbox gets a user id of its own, far above any that a
 * system hands out: nobody else's processes, files or limits carry it; where there are not that
 * many, nobody's. A tool that must read other people's folders stays root, without capabilities but
 * one; and so does everything where root may become nobody else.
 */
static uid_t own_uid(const struct supervisor_start *start)
{
    enum { BASE = 0x40000000, NOBODY = 65534 };
    const uid_t own = BASE + start->serial % BASE;
    if (geteuid() != 0 || (start->namespace_flags & CLONE_NEWUSER) || start->spec->readable)
        return (uid_t)-1;
    return can_become(own) ? own : can_become(NOBODY) ? NOBODY : (uid_t)-1;
}

static int open_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    signal(SIGCHLD, SIG_DFL); /* ignored by the caller, the ends of our children would be lost */
    sigaddset(&set, SIGCHLD);
    sigaddset(&set, SIGTERM); /* the caller has died: time to clean up */
    if (sigprocmask(SIG_SETMASK, &set, NULL) != 0)
        return -1;
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* Keeps the request socket, the program and the control group; every other descriptor of the caller
 * closes. */
static void close_others(const struct supervisor_start *start)
{
    const int keep[] = { start->request, start->spec->program, start->cgroup.folder };
    unsigned from = 3; /* 0, 1, 2 are replaced by the set-up and not used here */
    for (;;) {
        unsigned next = ~0u;
        for (size_t i = 0; i < sizeof keep / sizeof keep[0]; i++)
            if (keep[i] >= (int)from && (unsigned)keep[i] < next)
                next = (unsigned)keep[i];
        if (next > from)
            close_range(from, next == ~0u ? next : next - 1, 0);
        if (next == ~0u)
            return;
        from = next + 1;
    }
}

static bool become(struct supervisor *s)
{
    const struct supervisor_start *start = s->start;
    close_others(start);
    s->proc = open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC);
    s->uid = own_uid(start);
    if ((start->namespace_flags & CLONE_NEWUSER) && !map_user(start->caller_uid, start->caller_gid))
        fail(s, "map the user into its namespace", errno);
    else if (prctl(PR_SET_PDEATHSIG, SIGTERM) != 0 || prctl(PR_SET_CHILD_SUBREAPER, 1) != 0 ||
             setsid() < 0)
        fail(s, "tie the supervisor to its caller", errno);
    else if ((s->signals = open_signals()) < 0)
        fail(s, "watch for children", errno);
    else if (!set_up_spaces(s))
        fail(s,
             wants_root(start) ? "make the sandbox's root"
                               : "make the sandbox's root in TMPDIR (or /tmp)",
             errno);
    s->workspace = (struct workspace){ .is_mount = s->in_new_root,
                                       .folder = -1,
                                       .parent = start->temporary,
                                       .space_bytes = start->spec->space_bytes,
                                       .space_inodes = start->spec->space_inodes,
                                       .owner = s->uid == (uid_t)-1 ? geteuid() : s->uid };
    return !s->failed.text[0];
}

/* ---- making processes ---- */

/* A process on its way to the program. The set-up's words will come over s->fault. */
static pid_t spawn(struct supervisor *s, const int fds[3], char **argv, int starter_socket)
{
    int fault[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fault) != 0)
        return -1;
    const struct supervisor_start *start = s->start;
    struct child_plan plan = {
        .spec = s->spec,
        .filter = start->filter,
        .layers = start->layers,
        .is_dynamic = start->image.is_dynamic,
        .image_bytes = start->image.image_bytes,
        .uid = s->uid,
        .keeps_read_all = geteuid() == 0 && s->spec->readable != NULL &&
                          has_capabilities(1u << CAP_DAC_READ_SEARCH),
        .workspace = s->workspace.folder >= 0 ? &s->workspace : NULL,
        .stdio = { fds[0], fds[1], fds[2] },
        .cgroup = start->cgroup.folder >= 0 ? &start->cgroup : NULL,
        .starter_socket = starter_socket,
        .fault_socket = fault[1],
        .argv = argv,
        .program = s->spec->program,
    };
    pid_t pid = layers_clone(0);
    if (pid == 0)
        child_become(&plan);
    close(fault[1]);
    if (pid < 0)
        close(fault[0]);
    else
        s->fault = fault[0];
    return pid;
}

static void run_begin(struct supervisor *s, enum stage stage)
{
    s->run = (struct run){ .stage = stage,
                           .start_us = deadline_now_us(),
                           .evidence.denied = "",
                           .threads_left = s->spec->processes - 1 };
}

/* Where output goes that belongs to no run: before constructors, where a program hardly is yet.
 * Also an empty input. */
static int nowhere(void)
{
    return memfd_create("nowhere", MFD_CLOEXEC);
}

static bool start_starter(struct supervisor *s)
{
    int pair[2];
    const int on = 1;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
        return false;
    static char name[] = "program";
    char *argv[] = { name, NULL };
    int sink = nowhere();
    const int fds[3] = { sink, sink, sink };
    bool good = sink >= 0 && fcntl(pair[0], F_SETFL, O_NONBLOCK) == 0 &&
                setsockopt(pair[0], SOL_SOCKET, SO_PASSCRED, &on, sizeof on) == 0;
    s->starter = good ? spawn(s, fds, argv, pair[1]) : -1;
    s->starter_socket = pair[0];
    close(pair[1]);
    if (sink >= 0)
        close(sink);
    run_begin(s, STARTING);
    s->run.pid = s->starter;
    return s->starter > 0;
}

/* ---- ending processes ---- */

static void end_process(pid_t pid)
{
    if (pid <= 1)
        return;
    kill(pid, SIGKILL);
    kill(-pid, SIGKILL); /* the group that it leads, which nobody inside can leave */
}

/* Its copies belong to its group and go with it, whether they have said who they are or not. */
static void end_starter(struct supervisor *s)
{
    if (s->starter_is_gone)
        return;
    s->starter_is_judged = true;
    end_process(s->starter);
}

/* Ends the run, or the starter where the run has no process of its own yet. */
static void end_run(struct supervisor *s)
{
    if (s->run.pid == 0 || s->run.pid == s->starter)
        end_starter(s);
    else if (s->run.stage != ENDED)
        end_process(s->run.pid);
}

static void stop_for(struct supervisor *s, enum sandbox_limit limit)
{
    if (s->run.evidence.stopped_for == SANDBOX_NONE)
        s->run.evidence.stopped_for = limit;
    end_run(s);
}

static uint64_t usage_us(const struct rusage *usage)
{
    return (uint64_t)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000000 +
           (uint64_t)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec);
}

/* Waits for all that was ended, and counts the CPU time of those nobody else waited for. */
static void reap_all(struct supervisor *s)
{
    int status;
    struct rusage usage;
    for (pid_t pid; (pid = wait4(-1, &status, __WALL, &usage)) > 0 || errno == EINTR;) {
        s->starter_is_gone |= pid == s->starter;
        s->run.evidence.extra_cpu_us += pid > 0 ? usage_us(&usage) : 0;
    }
}

/* What is left of a tool's processes; its group was ended when its leader died. */
static void end_stragglers(struct supervisor *s)
{
    if (s->spec->profile != SANDBOX_TOOL)
        return;
    if (s->start->cgroup.folder >= 0)
        cgroup_kill(&s->start->cgroup);
    if (getpid() == 1)
        kill(-1, SIGKILL);
    reap_all(s);
}

/* ---- events ---- */

static void clocks_start(struct supervisor *s, pid_t pid, uint64_t base_us)
{
    unsigned threads = s->spec->profile == SANDBOX_PROGRAM ? 1 : s->spec->processes;
    uint64_t charged_us = pid == s->starter ? 0 : s->run.evidence.extra_cpu_us;
    uint64_t left_us = charged_us < s->spec->cpu_us ? s->spec->cpu_us - charged_us : 1;
    deadline_start(&s->run.deadline, pid, base_us + left_us, threads);
}

static void run_is_running(struct supervisor *s, pid_t pid)
{
    s->run.stage = RUNNING;
    s->run.pid = pid;
    clocks_start(s, pid, 0);
}

static bool is_our_child(pid_t pid)
{
    siginfo_t info;
    return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

/* Whether an asker is the run's process or a thread of it. */
static bool is_of_run(const struct supervisor *s, pid_t who)
{
    pid_t pid = s->run.pid;
    return pid > 0 && pid != s->starter && s->run.stage != ENDED &&
           (who == pid || syscall(SYS_tgkill, pid, who, 0) == 0);
}

/* Whoever is not of the run is the starter, or what became of it: all of that ends. */
static void forbid(struct supervisor *s, pid_t who, const char *name)
{
    if (!s->run.denied[0])
        snprintf(s->run.denied, sizeof s->run.denied, "%s", name);
    if (s->starter > 0 && !is_of_run(s, who)) {
        memcpy(s->starter_denied, s->run.denied, sizeof s->starter_denied);
        end_starter(s);
    }
    end_run(s);
    if (who > 1 && is_our_child(who))
        kill(who, SIGKILL);
}

/* It hung up. What it does without its socket is none of our runs: the death or the clock comes. */
static void on_hang_up(struct supervisor *s)
{
    close(s->starter_socket);
    s->starter_socket = -1;
    if (s->run.stage != RUNNING)
        end_starter(s);
}

/*
 * From hostile ground: the only thing believed is the sender's pid, and that only for an awaited
 * copy that is a child of ours. Nobody honest says anything else: that ends whoever says it.
 */
static void on_hello(struct supervisor *s)
{
    char bytes[16];
    struct wire_extra extra;
    if (s->starter_socket < 0)
        return;
    ssize_t got = wire_receive(s->starter_socket, bytes, sizeof bytes, &extra, true);
    if (got < 0 && errno == EAGAIN)
        return;
    bool is_message = extra.sender > 0;
    wire_drop(&extra);
    if (!is_message) {
        on_hang_up(s);
    } else if (got == 1 && s->copy_is_awaited && extra.sender != s->starter &&
               is_our_child(extra.sender)) {
        s->copy_is_awaited = false;
        s->copy = extra.sender;
    } else {
        forbid(s, extra.sender, "a forged message");
    }
}

/* The starter asks for its clone, and sleeps until it gets it: its clock is exact. A little is
 * free: a loader, a C library and the last clone need it. */
static void hold_clone(struct supervisor *s, uint64_t question)
{
    const uint64_t free_us = 5000;
    uint64_t now_us = deadline_clock_us(s->starter);
    uint64_t worked_us = now_us > s->starter_cpu_us ? now_us - s->starter_cpu_us : 0;
    uint64_t charged_us = worked_us > free_us ? worked_us : 0;
    if (s->has_copied)
        s->owed_cpu_us += charged_us;
    else
        s->before_main_cpu_us = charged_us;
    s->has_copied = true;
    s->starter_cpu_us = now_us;
    s->clone_is_held = true;
    s->held = question;
}

/* A starter may send itself what it likes; that is then no death from outside. */
static bool is_signal(const struct seccomp_notif *call)
{
    return call->data.nr == SYS_kill || call->data.nr == SYS_tkill || call->data.nr == SYS_tgkill ||
           call->data.nr == SYS_rt_sigqueueinfo;
}

static void on_call(struct supervisor *s)
{
    struct seccomp_notif call;
    memset(&call, 0, sizeof call);
    if (ioctl(s->listener, SECCOMP_IOCTL_NOTIF_RECV, &call) != 0)
        return; /* the asker has died meanwhile */
    struct run *run = &s->run;
    bool is_set_up = run->stage == STARTING;
    bool is_of_it = is_of_run(s, (pid_t)call.pid);
    struct asked_state state = {
        .profile = s->spec->profile,
        .starting = is_set_up ? run->pid : 0,
        .cloning = s->starter,
        .threads_max = s->spec->processes,
        .threads_left = run->threads_left,
        .run = !is_set_up && is_of_it ? run->pid : 0,
        .space_limit_bytes = s->spec->memory_bytes + s->start->image.image_bytes + (1 << 20),
        .proc = s->proc,
    };
    struct seccomp_notif_resp answer = { .id = call.id, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE };
    uint64_t refused = 0, at = 0;
    switch (asked_decide(&call, &state, &refused, &at)) {
    case ASKED_LET:
        s->starter_is_judged |= !is_of_it && is_signal(&call);
        break;
    case ASKED_LET_EXEC:
        run->stage = IDLE; /* until the fault socket closes */
        break;
    case ASKED_LET_CLONE:
        hold_clone(s, call.id);
        return;
    case ASKED_LET_THREAD:
        run->threads_left -= run->threads_left > 0;
        break;
    case ASKED_NO_MEMORY:
        if (!run->evidence.refused_bytes) {
            run->evidence.refused_bytes = refused;
            run->evidence.refused_at_bytes = at;
        }
        answer.flags = 0;
        answer.error = -ENOMEM;
        break;
    case ASKED_REFUSED:
        answer.flags = 0;
        answer.error = -EACCES;
        break;
    case ASKED_FORBIDDEN:
        forbid(s, (pid_t)call.pid, filter_call_name(call.data.nr));
        answer.flags = 0;
        answer.error = -EPERM;
        break;
    }
    ioctl(s->listener, SECCOMP_IOCTL_NOTIF_SEND, &answer);
}

/* The set-up's channel: the listener, a failed step, or the silence of a successful exec. */
static void on_fault(struct supervisor *s)
{
    struct child_word word;
    struct wire_extra extra;
    ssize_t got = wire_receive(s->fault, &word, sizeof word, &extra, false);
    if (got == (ssize_t)sizeof word && word.step < 0) {
        s->run.evidence.floor_bytes = word.resident_bytes;
        if (extra.fd_count == 1)
            s->listener = extra.fds[0];
        return;
    }
    wire_drop(&extra);
    if (got == (ssize_t)sizeof word)
        fail(s, child_step_name(word.step), word.cause);
    close(s->fault);
    s->fault = -1;
    if (s->failed.text[0]) {
        end_run(s);
    } else if (s->run.pid == s->starter) {
        s->starter_floor_bytes = s->run.evidence.floor_bytes;
        s->run.stage = ENDED; /* ready: no run yet */
    } else {
        run_is_running(s, s->run.pid);
    }
}

static uint64_t oom_kills(const struct supervisor *s)
{
    return s->start->cgroup.folder >= 0 ? cgroup_oom_kills(&s->start->cgroup) : 0;
}

static bool was_killed_from_outside(const struct supervisor *s, int status,
                                    const struct rusage *usage)
{
    bool is_explained =
        s->starter_is_judged || usage_us(usage) > s->spec->cpu_us || oom_kills(s) > s->oom_kills;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL && !is_explained;
}

static void starter_died(struct supervisor *s, int status, const struct rusage *usage)
{
    if (s->starter_is_dead)
        return;
    s->starter_is_dead = true;
    s->starter_end = s->run.evidence;
    s->starter_end.extra_cpu_us = 0; /* its own usage has all of it */
    s->starter_end.floor_bytes = s->starter_floor_bytes;
    s->starter_end.status = status;
    s->starter_end.usage = *usage;
    s->starter_end.before_main = true;
    if (s->run.stage != RUNNING)
        s->run.stage = ENDED;
    if (was_killed_from_outside(s, status, usage))
        fail(s, "keep the program: it was killed from outside", EINTR);
}

/* Before it was given a run: what happened to it would happen to every copy. */
static void copy_died(struct supervisor *s, int status, const struct rusage *usage)
{
    s->copy = 0;
    s->copy_is_awaited = false;
    if (s->starter_is_dead)
        s->run.evidence.extra_cpu_us += usage_us(usage);
    starter_died(s, status, usage);
    end_starter(s);
}

static void on_death(struct supervisor *s, pid_t pid, int status, const struct rusage *usage)
{
    struct run *run = &s->run;
    while (s->fault >= 0 && (pid == run->pid || pid == s->starter))
        on_fault(s); /* what it said before it died comes first; its end of the socket is closed */
    if (pid == s->starter) {
        s->starter_is_gone = true;
        starter_died(s, status, usage);
        return;
    }
    if (pid == s->copy || (s->copy_is_awaited && pid != run->pid)) {
        copy_died(s, status, usage);
        return;
    }
    if (pid != run->pid) {
        run->evidence.extra_cpu_us += usage_us(usage);
        return;
    }
    run->evidence.status = status;
    run->evidence.usage = *usage;
    run->stage = ENDED;
}

/* A death is seen before it is waited for: until then its number is not given to anybody else, and
 * its group can be ended by it. A run that the starter made lives on when the starter dies first.
 */
static pid_t next_dead(struct supervisor *s)
{
    siginfo_t info;
    info.si_pid = 0;
    if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT | __WALL) != 0 || info.si_pid == 0)
        return 0;
    if (s->copy_is_awaited)
        on_hello(s); /* said before it died, perhaps not read yet */
    bool leads = info.si_pid == s->starter
                     ? s->run.stage != RUNNING
                     : info.si_pid == s->run.pid && s->spec->profile == SANDBOX_TOOL;
    if (leads)
        kill(-info.si_pid, SIGKILL);
    return info.si_pid;
}

/* The caller is gone: nothing here has a purpose any more. */
static _Noreturn void leave(struct supervisor *s)
{
    if (s->run.pid > 0 && s->run.stage != ENDED && s->run.pid != s->starter)
        end_process(s->run.pid);
    end_starter(s);
    end_stragglers(s);
    reap_all(s);
    workspace_drop(&s->workspace);
    _exit(0);
}

static void on_signals(struct supervisor *s)
{
    struct signalfd_siginfo infos[8];
    ssize_t got;
    while ((got = read(s->signals, infos, sizeof infos)) > 0)
        for (size_t i = 0; i < (size_t)got / sizeof infos[0]; i++)
            if (infos[i].ssi_signo == SIGTERM)
                leave(s);
    int status;
    struct rusage usage;
    for (pid_t pid; (pid = next_dead(s)) > 0;)
        if (wait4(pid, &status, __WALL, &usage) == pid)
            on_death(s, pid, status, &usage);
}

/* Looks at the clocks; returns how long they can be left alone, in microseconds. */
static uint64_t look_at_clocks(struct supervisor *s)
{
    const struct sandbox_spec *spec = s->spec;
    uint64_t ran = deadline_now_us() - s->run.start_us;
    const uint64_t again = 1000000; /* after the kill: until the death is seen */
    if (s->run.evidence.stopped_for != SANDBOX_NONE)
        return again;
    if (ran >= spec->wall_us) {
        uint64_t used = s->run.deadline.pid ? deadline_used_us(&s->run.deadline) : 0;
        stop_for(s, used < ran / 10 ? SANDBOX_IDLE : SANDBOX_WALL);
        return again;
    }
    uint64_t wait = spec->wall_us - ran;
    if (s->run.deadline.pid) {
        uint64_t cpu_wait = deadline_wait_us(&s->run.deadline);
        if (cpu_wait == 0) {
            stop_for(s, SANDBOX_CPU);
            return again;
        }
        wait = cpu_wait < wait ? cpu_wait : wait;
    }
    return wait;
}

/* Waits for one thing to happen, and sees to it. */
static void step(struct supervisor *s)
{
    uint64_t wait_us = look_at_clocks(s);
    enum { REQUEST, FAULT, CALL, HELLO, SIGNALS, COUNT };
    struct pollfd fds[COUNT] = { [REQUEST] = { s->start->request, 0, 0 },
                                 [FAULT] = { s->fault, POLLIN, 0 },
                                 [CALL] = { s->listener, POLLIN, 0 },
                                 [HELLO] = { s->starter_socket, POLLIN, 0 },
                                 [SIGNALS] = { s->signals, POLLIN, 0 } };
    struct timespec wait = { (time_t)(wait_us / 1000000), (long)(wait_us % 1000000) * 1000 };
    if (ppoll(fds, COUNT, &wait, NULL) <= 0)
        return;
    if (fds[REQUEST].revents)
        leave(s);
    if (fds[FAULT].revents)
        on_fault(s);
    if (fds[HELLO].revents)
        on_hello(s);
    if (fds[CALL].revents & POLLIN)
        on_call(s);
    else if (fds[CALL].revents) {
        close(s->listener); /* the last process under this filter is gone */
        s->listener = -1;
    }
    if (fds[SIGNALS].revents)
        on_signals(s);
}

static void run_to_end(struct supervisor *s)
{
    while (s->run.stage != ENDED)
        step(s);
}

/* ---- requests ---- */

/* A request as it came: arguments and names point into bytes. */
struct order {
    char bytes[REQUEST_BYTES_MAX];
    char *argv[SANDBOX_ARGS_MAX + 1];
    const char *args; /* the same, still in a row */
    size_t arg_bytes;
    const char *collect[SANDBOX_COLLECT_MAX];
    unsigned collect_count;
    struct wire_extra extra; /* 0, 1, 2 and, perhaps, the payload */
};

static bool split_order(struct order *order, size_t size)
{
    struct request head;
    memcpy(&head, order->bytes, sizeof head);
    if (size != sizeof head + head.arg_bytes + head.collect_bytes || order->extra.fd_count < 3)
        return false;
    char *at = order->bytes + sizeof head, *end = at + head.arg_bytes;
    order->args = at;
    order->arg_bytes = head.arg_bytes;
    unsigned count = 0;
    for (; at < end && count < SANDBOX_ARGS_MAX; at += strlen(at) + 1)
        order->argv[count++] = at;
    order->argv[count] = NULL;
    order->collect_count = 0;
    for (end += head.collect_bytes; at < end && order->collect_count < SANDBOX_COLLECT_MAX;
         at += strlen(at) + 1)
        order->collect[order->collect_count++] = at;
    return count > 0;
}

static uint64_t file_bytes(int file)
{
    struct stat st;
    return fstat(file, &st) == 0 && st.st_size > 0 ? (uint64_t)st.st_size : 0;
}

/* Only the program may hold a pipe's end, or its peer would never see that it was closed. */
static void let_go_of_pipes(struct order *order)
{
    for (size_t i = 0; i < 3; i++) {
        struct stat st;
        if (fstat(order->extra.fds[i], &st) == 0 && S_ISFIFO(st.st_mode)) {
            close(order->extra.fds[i]);
            order->extra.fds[i] = -1;
        }
    }
}

/* Lets the starter's next clone go, if it has come to it. */
static void make_copy(struct supervisor *s)
{
    struct seccomp_notif_resp answer = { .id = s->held, .flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE };
    if (!s->clone_is_held || s->copy || s->copy_is_awaited)
        return;
    s->clone_is_held = false;
    s->copy_is_awaited = ioctl(s->listener, SECCOMP_IOCTL_NOTIF_SEND, &answer) == 0;
}

/*
 * The message names the copy that it is for: should one die before it reads, the next does not take
 * its run for its own. A copy that does not read is found out by the clocks.
 */
static void give_run(struct supervisor *s, struct order *order)
{
    int32_t copy = s->copy;
    s->copy = 0;
    s->run.evidence.extra_cpu_us += s->before_main_cpu_us + s->owed_cpu_us;
    s->owed_cpu_us = 0;
    bool is_sent = wire_send(s->starter_socket, &copy, sizeof copy, order->args, order->arg_bytes,
                             order->extra.fds, 3);
    run_is_running(s, copy);
    let_go_of_pipes(order);
    if (!is_sent)
        forbid(s, s->starter, "runs left unread");
}

/* Descriptors that nobody takes out of a socket count against all that the user sends. A copy that
 * was ended early may have left its run unread; one after the other does not. */
static void look_at_unread(struct supervisor *s)
{
    enum { UNREAD_MAX = 2 };
    int bytes = 0;
    bool is_unread =
        s->starter_socket >= 0 && ioctl(s->starter_socket, SIOCOUTQ, &bytes) == 0 && bytes > 0;
    s->unread_runs = is_unread ? s->unread_runs + 1 : 0;
    if (s->unread_runs > UNREAD_MAX)
        forbid(s, s->starter, "runs left unread");
}

static void run_by_starter(struct supervisor *s, struct order *order)
{
    if (s->starter_is_dead)
        return;
    s->run.stage = WAITING;
    if (!s->copy)
        clocks_start(s, s->starter, s->starter_cpu_us);
    while (!s->copy && s->run.stage == WAITING) {
        make_copy(s);
        step(s);
    }
    if (s->run.stage == WAITING)
        give_run(s, order);
    run_to_end(s);
    look_at_unread(s);
    if (s->starter_is_dead)
        reap_all(s); /* what was left of it went with it */
    /* Not before: two copies would read from one socket. The next is made while the caller looks at
     * this result. */
    make_copy(s);
}

static void run_by_exec(struct supervisor *s, struct order *order)
{
    bool is_tool = s->spec->profile == SANDBOX_TOOL;
    if (is_tool && !workspace_make(&s->workspace))
        fail(s, "make the private folder", errno);
    else if (is_tool && order->extra.fd_count > 3 &&
             !workspace_lay(&s->workspace, order->extra.fds[3]))
        fail(s, "lay the files into the private folder", errno);
    if (s->failed.text[0])
        return;
    s->run.stage = STARTING;
    s->run.pid = spawn(s, order->extra.fds, order->argv, -1);
    let_go_of_pipes(order);
    if (s->run.pid < 0) {
        fail(s, "make a process", errno);
        return;
    }
    run_to_end(s);
    end_stragglers(s);
    if (s->listener >= 0)
        close(s->listener);
    s->listener = -1;
}

/* A starter has nothing to do while a run goes on; one that works is somebody else by now. */
static bool starter_worked(const struct supervisor *s)
{
    const uint64_t allowed_us =
        200000; /* its clone, a pause of the host's that its clock counts, and a tick of the
                   scheduler's accounting, many times over */
    if (s->run.pid == 0 || s->starter <= 0 || s->starter_is_dead)
        return false;
    return s->owed_cpu_us + deadline_clock_us(s->starter) > s->starter_cpu_us + allowed_us;
}

static void judge(struct supervisor *s, const struct order *order, struct sandbox_result *out)
{
    struct evidence *evidence = &s->run.evidence;
    bool never_ran = s->starter > 0 && s->run.pid == 0;
    if (never_ran && s->starter_is_dead) {
        uint64_t others_us = evidence->extra_cpu_us;
        *evidence = s->starter_end;
        evidence->extra_cpu_us = others_us;
        memcpy(s->run.denied, s->starter_denied, sizeof s->run.denied);
    }
    if (!s->run.denied[0] && starter_worked(s))
        snprintf(s->run.denied, sizeof s->run.denied, "work outside the run");
    evidence->denied = s->run.denied;
    evidence->oom_killed = oom_kills(s) > s->oom_kills;
    evidence->wall_us = deadline_now_us() - s->run.start_us;
    evidence->output_bytes = file_bytes(order->extra.fds[1]);
    struct stat one, two;
    bool is_one_file = fstat(order->extra.fds[1], &one) == 0 &&
                       fstat(order->extra.fds[2], &two) == 0 && one.st_dev == two.st_dev &&
                       one.st_ino == two.st_ino;
    if (!is_one_file)
        evidence->output_bytes += file_bytes(order->extra.fds[2]);
    out->layers = s->start->layers;
    evidence_judge(evidence, s->spec, out);
}

static void answer_with(struct supervisor *s, struct answer *answer, const struct order *order)
{
    int found[SANDBOX_COLLECT_MAX] = { -1 };
    size_t count = 0;
    for (unsigned i = 0; order && !answer->is_fault && i < order->collect_count; i++) {
        int file = workspace_collect(&s->workspace, order->collect[i], s->spec->space_bytes);
        if (file < 0)
            continue;
        answer->collected |= 1u << i;
        found[count++] = file;
    }
    if (!wire_send(s->start->request, answer, sizeof *answer, NULL, 0, found, count))
        leave(s);
    while (count > 0)
        close(found[--count]);
}

static void serve(struct supervisor *s, struct order *order, size_t size)
{
    struct answer answer;
    memset(&answer, 0, sizeof answer);
    run_begin(s, IDLE);
    if (!split_order(order, size))
        fail(s, "read the request", EBADMSG);
    else if (s->spec->has_starter)
        run_by_starter(s, order);
    else
        run_by_exec(s, order);
    answer.is_fault = s->failed.text[0] != '\0';
    answer.fault = s->failed;
    if (!answer.is_fault)
        judge(s, order, &answer.result);
    s->oom_kills = oom_kills(s);
    answer_with(s, &answer, order);
    workspace_drop(&s->workspace);
    wire_drop(&order->extra);
    run_begin(s, ENDED); /* what happens between runs is none of the last one's evidence */
}

/* Between runs too children may die, and the caller. */
static void wait_for_request(struct supervisor *s)
{
    enum { REQUEST, SIGNALS, COUNT };
    struct pollfd fds[COUNT] = {
        [REQUEST] = { s->start->request, POLLIN, 0 }, [SIGNALS] = { s->signals, POLLIN, 0 }
    };
    do {
        fds[SIGNALS].revents = 0;
        if (poll(fds, COUNT, -1) > 0 && fds[SIGNALS].revents)
            on_signals(s);
    } while (!fds[REQUEST].revents);
}

_Noreturn void supervisor_main(const struct supervisor_start *start)
{
    static struct order order;
    static struct supervisor supervisor;
    struct supervisor *s = &supervisor;
    *s = (struct supervisor){ .start = start,
                              .spec = start->spec,
                              .proc = -1,
                              .signals = -1,
                              .listener = -1,
                              .starter_socket = -1,
                              .fault = -1 };
    s->workspace.folder = -1;
    umask(
        022); /* folders made here are entered by another user inside; the caller's is not asked */
    if (become(s) && s->spec->has_starter) {
        if (start_starter(s))
            run_to_end(s);
        else
            fail(s, "start the program", errno);
    }
    struct answer ready;
    memset(&ready, 0, sizeof ready);
    ready.is_fault = s->failed.text[0] != '\0';
    ready.fault = s->failed;
    answer_with(s, &ready, NULL);
    for (;;) {
        wait_for_request(s);
        ssize_t size =
            wire_receive(start->request, order.bytes, sizeof order.bytes, &order.extra, false);
        if (size < (ssize_t)sizeof(struct request))
            leave(s);
        serve(s, &order, (size_t)size);
    }
}
