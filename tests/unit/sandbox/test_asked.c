/* test_asked.c - what the supervisor lets through: one row a question. */
#include "sandbox/asked.h"

#include <criterion/criterion.h>
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>

enum { STARTER = 100, RUN = 200, OTHER = 300 };
static const uint64_t thread_flags = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND |
                                     CLONE_THREAD | CLONE_SYSVSEM | CLONE_SETTLS |
                                     CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID;

/* clang-format off */
static const struct row {
    const char *what;
    int call;
    pid_t who, starting, run; /* run: 0 unless the asker is of it */
    uint64_t args[3];
    enum sandbox_profile profile;
    unsigned threads_left;
    enum asked_answer answer;
} rows[] = {
    { "the exec of the set-up", SYS_execveat, RUN, RUN, 0, { 0 }, SANDBOX_PROGRAM, 0, ASKED_LET_EXEC },
    { "an exec of another", SYS_execveat, OTHER, RUN, 0, { 0 }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "an exec of the run", SYS_execveat, RUN, 0, RUN, { 0 }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "execve in the set-up", SYS_execve, RUN, RUN, 0, { 0 }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "the starter's clone", SYS_clone, STARTER, 0, 0, { CLONE_PARENT | SIGCHLD }, SANDBOX_PROGRAM, 0, ASKED_LET_CLONE },
    { "the same by the run", SYS_clone, RUN, 0, RUN, { CLONE_PARENT | SIGCHLD }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "with bits in the upper half", SYS_clone, STARTER, 0, 0, { CLONE_PARENT | SIGCHLD | 1ull << 40 }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "an ordinary fork by the starter", SYS_clone, STARTER, 0, 0, { SIGCHLD }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "with namespaces", SYS_clone, STARTER, 0, 0, { CLONE_PARENT | CLONE_NEWUSER | SIGCHLD }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "shared memory", SYS_clone, STARTER, 0, 0, { CLONE_PARENT | CLONE_VM | SIGCHLD }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "a thread", SYS_clone, RUN, 0, RUN, { thread_flags }, SANDBOX_THREADS, 1, ASKED_LET_THREAD },
    { "a thread too many", SYS_clone, RUN, 0, RUN, { thread_flags }, SANDBOX_THREADS, 0, ASKED_FORBIDDEN },
    { "a thread without the profile", SYS_clone, RUN, 0, RUN, { thread_flags }, SANDBOX_PROGRAM, 1, ASKED_FORBIDDEN },
    { "a thread and a namespace", SYS_clone, RUN, 0, RUN, { thread_flags | CLONE_NEWNET }, SANDBOX_THREADS, 1, ASKED_FORBIDDEN },
    { "a thread beside its group", SYS_clone, RUN, 0, RUN, { thread_flags & ~(uint64_t)CLONE_THREAD }, SANDBOX_THREADS, 1, ASKED_FORBIDDEN },
    { "a signal to itself", SYS_kill, RUN, 0, RUN, { RUN, SIGTERM }, SANDBOX_PROGRAM, 0, ASKED_LET },
    { "to its process from a thread", SYS_kill, RUN + 1, 0, RUN, { RUN, SIGTERM }, SANDBOX_THREADS, 0, ASKED_LET },
    { "raise", SYS_tgkill, RUN, 0, RUN, { RUN, RUN, SIGABRT }, SANDBOX_PROGRAM, 0, ASKED_LET },
    { "SIGSYS to itself", SYS_tgkill, RUN, 0, RUN, { RUN, RUN, SIGSYS }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "to its parent", SYS_kill, RUN, 0, RUN, { 1, SIGKILL }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "to all", SYS_kill, RUN, 0, RUN, { (uint64_t)-1, SIGKILL }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "to its group", SYS_kill, RUN, 0, RUN, { 0, SIGKILL }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "to another with an upper half", SYS_kill, RUN, 0, RUN, { 1 | 1ull << 32, SIGKILL }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "the starter to the run", SYS_kill, STARTER, 0, 0, { RUN, SIGKILL }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "the run to the starter", SYS_kill, RUN, 0, RUN, { STARTER, SIGKILL }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "the starter to itself", SYS_kill, STARTER, 0, 0, { STARTER, SIGKILL }, SANDBOX_PROGRAM, 0, ASKED_LET },
    { "anything else", SYS_socket, RUN, 0, RUN, { 1 }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
    { "a call without a number", -1, RUN, 0, RUN, { 0 }, SANDBOX_PROGRAM, 0, ASKED_FORBIDDEN },
};
/* clang-format on */

Test(asked, each_question_has_its_answer)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *row = &rows[i];
        struct seccomp_notif call = { .pid = (uint32_t)row->who, .data = { .nr = row->call } };
        for (int k = 0; k < 3; k++)
            call.data.args[k] = row->args[k];
        const struct asked_state state = { .profile = row->profile,
                                           .starting = row->starting,
                                           .cloning = STARTER,
                                           .threads_max = 4,
                                           .threads_left = row->threads_left,
                                           .run = row->run,
                                           .space_limit_bytes = 64 << 20,
                                           .proc = -1 }; /* nothing can be counted */
        uint64_t refused = 0, at = 0;
        enum asked_answer got = asked_decide(&call, &state, &refused, &at);
        cr_expect_eq(got, row->answer, "%s: %d", row->what, got);
    }
}

Test(asked, memory_beyond_the_limit_is_refused_and_remembered)
{
    static const struct {
        int call;
        uint64_t first, second; /* mmap's second argument; mremap's second and third */
        enum asked_answer answer;
        uint64_t refused;
    } cases[] = { { SYS_mmap, 64 << 20, 0, ASKED_LET, 0 },
                  { SYS_mmap, (64 << 20) + 1, 0, ASKED_NO_MEMORY, (64 << 20) + 1 },
                  { SYS_mmap, ~0ull, 0, ASKED_NO_MEMORY, ~0ull },
                  { SYS_mremap, 4096, 64 << 20, ASKED_LET, 0 },
                  { SYS_mremap, 0, 65 << 20, ASKED_NO_MEMORY, 65 << 20 },
                  { SYS_mremap, 1ull << 40, 1ull << 30, ASKED_LET, 0 } };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct seccomp_notif call = { .pid = RUN, .data = { .nr = cases[i].call } };
        call.data.args[1] = cases[i].first;
        call.data.args[2] = cases[i].second;
        const struct asked_state state = { .run = RUN, .space_limit_bytes = 64 << 20, .proc = -1 };
        uint64_t refused = 0, at = 0;
        cr_expect_eq(asked_decide(&call, &state, &refused, &at), cases[i].answer, "case %zu", i);
        cr_expect_eq(refused, cases[i].refused, "case %zu", i);
    }
}
