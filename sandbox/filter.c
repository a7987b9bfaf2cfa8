/* filter.c - which system calls each profile may make. */
#include "sandbox/filter.h"

#include <asm/prctl.h>
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sandbox/starter/protocol.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The allow-list of a C program. Beware of taking one away: qsort asks sysinfo, abort asks tgkill,
 * printf asks fstat. What glibc and musl get from the vDSO or do without is not here: time, rseq,
 * nanosleep. */
static const char *const program_calls[] = {
    /* memory */ "brk",
    "munmap",
    "mprotect",
    "madvise",
    /* io on what is open */ "read",
    "readv",
    "pread64",
    "write",
    "writev",
    "lseek",
    "close",
    "fstat",
    /* time */ "clock_gettime",
    "clock_getres",
    "clock_nanosleep",
    "gettimeofday",
    "times",
    "getrusage",
    "alarm",
    "setitimer",
    /* its own signals */ "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "rt_sigpending",
    "rt_sigsuspend",
    "rt_sigtimedwait",
    "sigaltstack",
    "pause",
    /* itself */ "getpid",
    "gettid",
    "exit",
    "exit_group",
    "set_tid_address",
    "set_robust_list",
    "restart_syscall",
    "futex",
    /* the machine */ "uname",
    "sysinfo",
    "getrandom",
    "sched_yield",
    "sched_getaffinity",
};

/* Refused with an errno that a sane program copes with. */
static const struct {
    const char *name;
    int error;
} harmless[] = {
    { "open", EACCES },
    { "openat", EACCES },
    { "openat2", EACCES },
    { "creat", EACCES },
    { "access", EACCES },
    { "faccessat", EACCES },
    { "faccessat2", EACCES },
    { "stat", EACCES },
    { "lstat", EACCES },
    { "statx", EACCES },
    { "readlink", ENOENT },
    { "readlinkat", ENOENT },
    { "getcwd", ENOENT },
    { "chdir", EACCES },
    { "unlink", EACCES },
    { "unlinkat", EACCES },
    { "rename", EACCES },
    { "renameat2", EACCES },
    { "mkdir", EACCES },
    { "mkdirat", EACCES },
    { "rmdir", EACCES },
    { "link", EACCES },
    { "symlink", EACCES },
    { "truncate", EACCES },
    { "ftruncate", EACCES },
    { "ioctl", ENOTTY },
    { "dup", EMFILE },
    { "dup2", EMFILE },
    { "dup3", EMFILE },
    { "pipe", EMFILE },
    { "pipe2", EMFILE },
    { "eventfd2", EMFILE },
    { "epoll_create1", EMFILE },
    { "fsync", EINVAL },
    { "fdatasync", EINVAL },
    { "setpriority", EPERM },
    { "getpriority", EPERM },
    { "sched_setaffinity", EPERM },
    { "sched_setscheduler", EPERM },
    { "setrlimit", EPERM },
    { "mlock", EPERM },
    { "mlockall", EPERM },
};

/* Asked about: the supervisor names the call and ends the process, but for those in
 * allowed_when_asked (supervisor.c). */
static const char *const asked[] = {
    "clone",
    "fork",
    "vfork",
    "execve",
    "execveat",
    "kill",
    "tkill",
    "tgkill",
    "rt_sigqueueinfo",
    "rt_tgsigqueueinfo",
    "pidfd_open",
    "pidfd_getfd",
    "pidfd_send_signal",
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "process_madvise",
    "kcmp",
    "socket",
    "socketpair",
    "connect",
    "bind",
    "listen",
    "accept",
    "accept4",
    "sendto",
    "recvfrom",
    "sendmmsg",
    "recvmmsg",
    "shmget",
    "shmat",
    "shmctl",
    "semget",
    "semop",
    "msgget",
    "msgsnd",
    "mq_open",
    "memfd_create",
    "memfd_secret",
    "unshare",
    "setns",
    "mount",
    "umount2",
    "pivot_root",
    "chroot",
    "open_tree",
    "move_mount",
    "fsopen",
    "fsmount",
    "fsconfig",
    "fspick",
    "mount_setattr",
    "keyctl",
    "add_key",
    "request_key",
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "io_uring_setup",
    "io_uring_enter",
    "io_uring_register",
    "io_setup",
    "io_submit",
    "personality",
    "setuid",
    "setgid",
    "setreuid",
    "setregid",
    "setresuid",
    "setresgid",
    "setgroups",
    "setfsuid",
    "setfsgid",
    "capset",
    "setsid",
    "setpgid",
    "seccomp",
    "name_to_handle_at",
    "open_by_handle_at",
    "fanotify_init",
    "inotify_init1",
    "quotactl",
    "acct",
    "swapon",
    "swapoff",
    "reboot",
    "kexec_load",
    "kexec_file_load",
    "init_module",
    "finit_module",
    "delete_module",
    "iopl",
    "ioperm",
    "modify_ldt",
    "syslog",
    "settimeofday",
    "clock_settime",
    "adjtimex",
    "clock_adjtime",
    "sethostname",
    "setdomainname",
    "vhangup",
    "mknod",
    "mknodat",
    "vmsplice",
    "splice",
    "tee",
    "landlock_create_ruleset",
    "landlock_restrict_self",
    "timer_create",
    "sched_setattr",
};

/* What compilers, interpreters, validators and libgit2 need on top of program_calls. */
static const char *const tool_calls[] = {
    "access",
    "arch_prctl",
    "bind",
    "capget",
    "chdir",
    "chmod",
    "clone",
    "clone3",
    "close_range",
    "connect",
    "copy_file_range",
    "creat",
    "dup",
    "dup2",
    "dup3",
    "epoll_create1",
    "epoll_ctl",
    "epoll_pwait",
    "epoll_wait",
    "eventfd2",
    "execve",
    "execveat",
    "faccessat",
    "faccessat2",
    "fadvise64",
    "fallocate",
    "fchdir",
    "fchmod",
    "fchmodat",
    "fcntl",
    "fdatasync",
    "flock",
    "fork",
    "fstatfs",
    "fsync",
    "ftruncate",
    "futimesat",
    "get_robust_list",
    "getcwd",
    "getdents",
    "getdents64",
    "getegid",
    "geteuid",
    "getgid",
    "getgroups",
    "getitimer",
    "getpeername",
    "getpgid",
    "getpgrp",
    "getppid",
    "getpriority",
    "getresgid",
    "getresuid",
    "getrlimit",
    "getsid",
    "getsockname",
    "getsockopt",
    "getuid",
    "ioctl",
    "kill",
    "link",
    "linkat",
    "lstat",
    "membarrier",
    "memfd_create",
    "mincore",
    "mkdir",
    "mkdirat",
    "mlock",
    "mmap",
    "mremap",
    "msync",
    "munlock",
    "nanosleep",
    "newfstatat",
    "open",
    "openat",
    "pipe",
    "pipe2",
    "poll",
    "ppoll",
    "prctl",
    "preadv",
    "preadv2",
    "prlimit64",
    "pselect6",
    "pwrite64",
    "pwritev",
    "readahead",
    "readlink",
    "readlinkat",
    "recvfrom",
    "recvmmsg",
    "recvmsg",
    "rename",
    "renameat",
    "renameat2",
    "rmdir",
    "rseq",
    "sched_get_priority_max",
    "sched_get_priority_min",
    "sched_getparam",
    "sched_getscheduler",
    "sched_setaffinity",
    "select",
    "sendfile",
    "sendmmsg",
    "sendmsg",
    "sendto",
    "setsockopt",
    "shutdown",
    "socket",
    "socketpair",
    "stat",
    "statfs",
    "statx",
    "symlink",
    "symlinkat",
    "tgkill",
    "tkill",
    "time",
    "timer_create",
    "timer_delete",
    "timer_settime",
    "timerfd_create",
    "timerfd_settime",
    "truncate",
    "umask",
    "unlink",
    "unlinkat",
    "utime",
    "utimensat",
    "utimes",
    "vfork",
    "wait4",
    "waitid",
};

/* Comparisons as constant initialisers. Integers by their low 32 bits, as the kernel reads them. */
#define INT_IS(argument, value)                                                                    \
    {                                                                                              \
        argument, SCMP_CMP_MASKED_EQ, 0xffffffffu, (scmp_datum_t)(value)                           \
    }
#define BITS_ARE(argument, mask, value)                                                            \
    {                                                                                              \
        argument, SCMP_CMP_MASKED_EQ, (scmp_datum_t)(mask), (scmp_datum_t)(value)                  \
    }
#define NULL_IS(argument)                                                                          \
    {                                                                                              \
        argument, SCMP_CMP_EQ, 0, 0                                                                \
    }
#define BELOW(argument, value)                                                                     \
    {                                                                                              \
        argument, SCMP_CMP_LT, (scmp_datum_t)(value), 0                                            \
    }
#define FROM(argument, value)                                                                      \
    {                                                                                              \
        argument, SCMP_CMP_GE, (scmp_datum_t)(value), 0                                            \
    }

enum { WAITED_FOR_MAX = 17 }; /* descriptors there can be, and one */

/* Calls that depend on their arguments. */
static const struct conditional {
    const char *name;
    bool ask;
    unsigned count;
    struct scmp_arg_cmp when[3];
} conditional[] = {
    /* private memory only: shared memory would carry state from run to run */
    { "mmap", false, 2, { BITS_ARE(3, 0xf, MAP_PRIVATE), BELOW(1, FILTER_BIG_MAP) } },
    { "mmap", true, 2, { BITS_ARE(3, 0xf, MAP_PRIVATE), FROM(1, FILTER_BIG_MAP) } },
    /* the input may be shared: it is open for reading only */
    { "mmap",
      false,
      3,
      { INT_IS(2, PROT_READ), BITS_ARE(3, 0xf | MAP_ANONYMOUS, MAP_SHARED), INT_IS(4, 0) } },
    { "mremap", false, 1, { BELOW(2, FILTER_BIG_MAP) } },
    { "mremap", true, 1, { FROM(2, FILTER_BIG_MAP) } },
    { "prlimit64", false, 2, { INT_IS(0, 0), NULL_IS(2) } },
    /* of use to the set-up; a program may make do with less, never with more */
    { "prlimit64", false, 2, { INT_IS(0, 0), INT_IS(1, RLIMIT_NOFILE) } },
    { "fcntl", false, 1, { INT_IS(1, F_GETFL) } },
    /* to sleep, and to wait for the input */
    { "poll", false, 1, { BELOW(1, WAITED_FOR_MAX) } },
    { "pselect6", false, 1, { BELOW(0, WAITED_FOR_MAX) } },
    { "prctl", false, 1, { INT_IS(0, PR_GET_TID_ADDRESS) } },
    { "prctl", false, 2, { INT_IS(0, PR_SET_PDEATHSIG), INT_IS(1, SIGKILL) } },
    { "sendmsg", false, 1, { INT_IS(0, STARTER_SOCKET) } },
    { "sendmsg",
      false,
      1,
      { INT_IS(0, FILTER_FAULT_SOCKET) } }, /* set-up only: closed by the exec */
    { "recvmsg", false, 1, { INT_IS(0, STARTER_SOCKET) } },
#if defined(__x86_64__)
    { "arch_prctl", false, 1, { INT_IS(0, ARCH_SET_FS) } },
#endif
};

/* A dynamic program's loader opens libraries; Landlock or the mount namespace says which files
 * there are. */
static const struct conditional loader = {
    "openat", false, 1, { BITS_ARE(2, O_ACCMODE | O_CREAT | O_TRUNC | O_PATH, O_RDONLY) }
};

/* fstat. An absolute path fits through as well: harmless where the root is an empty folder, asked
 * about elsewhere. */
static const struct conditional own_stat[] = {
    { "newfstatat", false, 1, { BITS_ARE(3, AT_EMPTY_PATH, AT_EMPTY_PATH) } },
    { "newfstatat", true, 1, { BITS_ARE(3, AT_EMPTY_PATH, AT_EMPTY_PATH) } },
};

static bool add(scmp_filter_ctx context, uint32_t action, const char *name, unsigned count,
                const struct scmp_arg_cmp *when)
{
    int number = seccomp_syscall_resolve_name(name);
    if (number < 0)
        return true; /* this machine's ABI has no such call */
    int failed = seccomp_rule_add_array(context, action, number, count, when);
    return !failed || failed == -EEXIST ||
           failed == -EACCES; /* EACCES: equal to the default action */
}

static bool add_conditional(scmp_filter_ctx context, const struct conditional *rule)
{
    return add(context, rule->ask ? SCMP_ACT_NOTIFY : SCMP_ACT_ALLOW, rule->name, rule->count,
               rule->when);
}

static bool fill_program(scmp_filter_ctx context, bool is_dynamic, bool sees_the_host)
{
    bool good = add_conditional(context, &own_stat[sees_the_host]);
    for (size_t i = 0; i < COUNT(conditional); i++)
        good = good && add_conditional(context, &conditional[i]);
    for (size_t i = 0; i < COUNT(asked); i++)
        good = good && add(context, SCMP_ACT_NOTIFY, asked[i], 0, NULL);
    for (size_t i = 0; i < COUNT(harmless); i++) {
        bool is_loaders = is_dynamic && strcmp(harmless[i].name, loader.name) == 0;
        good = good && (is_loaders || add(context, SCMP_ACT_ERRNO((uint32_t)harmless[i].error),
                                          harmless[i].name, 0, NULL));
    }
    return good && (!is_dynamic || add_conditional(context, &loader));
}

static bool fill_tool(scmp_filter_ctx context, bool network)
{
    static const char *const needs_network[] = { "socket", "connect", "bind" };
    bool good = true;
    for (size_t i = 0; i < COUNT(tool_calls); i++) {
        bool withheld = false;
        for (size_t k = 0; !network && k < COUNT(needs_network); k++)
            withheld |= strcmp(tool_calls[i], needs_network[k]) == 0;
        good = good && (withheld || add(context, SCMP_ACT_ALLOW, tool_calls[i], 0, NULL));
    }
    /* Its group is how a tool's processes are ended all at once: nobody may leave it. */
    good = good && add(context, SCMP_ACT_ERRNO(EPERM), "setsid", 0, NULL);
    return good && add(context, SCMP_ACT_ERRNO(EPERM), "setpgid", 0, NULL);
}

/* Moves the compiled program out of libseccomp; 2.5 can only write it to a descriptor. */
static bool export_program(scmp_filter_ctx context, struct filter *out)
{
    int file = memfd_create("filter", MFD_CLOEXEC);
    bool good = file >= 0 && seccomp_export_bpf(context, file) == 0;
    off_t size = good ? lseek(file, 0, SEEK_END) : 0;
    void *bytes = size > 0 ? malloc((size_t)size) : NULL;
    good = bytes && pread(file, bytes, (size_t)size, 0) == size;
    if (file >= 0)
        close(file);
    if (!good) {
        free(bytes);
        return false;
    }
    out->program.len = (unsigned short)((size_t)size / sizeof(struct sock_filter));
    out->program.filter = bytes;
    return true;
}

static bool compile(const struct filter_kind *kind, struct filter *out)
{
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    if (!context)
        return false;
    bool good = seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
                seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2) == 0;
    for (size_t i = 0; i < COUNT(program_calls); i++)
        good = good && add(context, SCMP_ACT_ALLOW, program_calls[i], 0, NULL);
    out->asks = kind->profile != SANDBOX_TOOL;
    good = good && (out->asks ? fill_program(context, kind->is_dynamic, kind->sees_the_host)
                              : fill_tool(context, kind->network));
    good = good && export_program(context, out);
    seccomp_release(context);
    return good;
}

const struct filter *filter_get(const struct filter_kind *kind, const char **out_why)
{
    static struct filter cache[2][2][2][2];
    bool is_tool = kind->profile == SANDBOX_TOOL;
    struct filter *entry =
        &cache[is_tool][kind->is_dynamic][kind->network][kind->sees_the_host && !is_tool];
    if (!entry->program.filter && !compile(kind, entry)) {
        *out_why = "libseccomp could not compile the filter";
        return NULL;
    }
    assert(entry->program.len > 0);
    return entry;
}

const char *filter_call_name(int number)
{
    static char kept[32];
    char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, number);
    snprintf(kept, sizeof kept, "%s", name ? name : "?");
    free(name);
    return kept;
}

/* The answer of a compiled filter to a call without arguments: the few instructions that libseccomp
 * uses (bpf(4)). */
static uint32_t ask_filter(const struct sock_fprog *program, const struct seccomp_data *data)
{
    uint32_t a = 0;
    for (unsigned at = 0; at < program->len; at++) {
        const struct sock_filter *step = &program->filter[at];
        bool is_true = false;
        switch (step->code) {
        case BPF_LD | BPF_W | BPF_ABS:
            memcpy(&a, (const char *)data + step->k, sizeof a);
            continue;
        case BPF_ALU | BPF_AND | BPF_K:
            a &= step->k;
            continue;
        case BPF_RET | BPF_K:
            return step->k;
        case BPF_JMP | BPF_JA:
            at += step->k;
            continue;
        case BPF_JMP | BPF_JEQ | BPF_K:
            is_true = a == step->k;
            break;
        case BPF_JMP | BPF_JGT | BPF_K:
            is_true = a > step->k;
            break;
        case BPF_JMP | BPF_JGE | BPF_K:
            is_true = a >= step->k;
            break;
        case BPF_JMP | BPF_JSET | BPF_K:
            is_true = a & step->k;
            break;
        default:
            return SECCOMP_RET_ALLOW; /* not known here: count it as open */
        }
        at += is_true ? step->jt : step->jf;
    }
    return SECCOMP_RET_ALLOW;
}

unsigned sandbox_open_calls(void)
{
    enum { NUMBERS = 501 };
    const struct filter_kind kind = { .profile = SANDBOX_PROGRAM };
    const char *why;
    const struct filter *filter = filter_get(&kind, &why);
    unsigned open = 0;
    for (int number = 0; filter && number < NUMBERS; number++) {
        const struct seccomp_data data = { .nr = number, .arch = seccomp_arch_native() };
        open += ask_filter(&filter->program, &data) == SECCOMP_RET_ALLOW;
    }
    return open;
}
