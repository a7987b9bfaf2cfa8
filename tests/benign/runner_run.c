/* runner_run.c - one run of a benign program, plainly or in the sandbox, and how it went. */
#include "tests/benign/runner_run.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/sandbox.h"

/* Generous: nothing here is about limits, and the machine may be busy. */
enum {
    CPU_S = 20,
    WALL_S = 120,
    MEMORY_MIB = 256,
    OUTPUT_MIB = 64,
    THREADS = 16,
    CAUSE_BYTES = 160
};

static char program_name[] = "program";

static void outcome_start(struct outcome *out)
{
    out->output = memfd_create("output", MFD_CLOEXEC);
    out->errors = memfd_create("errors", MFD_CLOEXEC);
    snprintf(out->end, sizeof out->end, "not run");
}

void outcome_release(struct outcome *outcome)
{
    if (outcome->output >= 0)
        close(outcome->output);
    if (outcome->errors >= 0)
        close(outcome->errors);
    outcome->output = outcome->errors = -1;
}

static size_t size_of(int file)
{
    struct stat st;
    return fstat(file, &st) == 0 ? (size_t)st.st_size : 0;
}

/* Where the two files differ first; -1: nowhere. */
static long long difference(int one, int two)
{
    static char a[65536], b[65536];
    for (long long at = 0;;) {
        ssize_t got = pread(one, a, sizeof a, at), also = pread(two, b, sizeof b, at);
        if (got <= 0 && also <= 0)
            return -1;
        for (ssize_t i = 0; i < got && i < also; i++)
            if (a[i] != b[i])
                return at + i;
        if (got != also)
            return at + (got < also ? got : also);
        at += got;
    }
}

/* A few printable bytes around a place, for the message. */
static void excerpt(int file, long long at, char *out, size_t room)
{
    ssize_t got = pread(file, out, room - 1, at > 10 ? at - 10 : 0);
    out[got > 0 ? got : 0] = '\0';
    for (char *c = out; *c; c++)
        if (*c < ' ' || *c > '~')
            *c = '.';
}

void outcome_compare(const struct outcome *plain, const struct outcome *boxed, char *out_difference,
                     size_t room)
{
    const struct {
        const char *name;
        int plain, boxed;
    } files[] = { { "output", plain->output, boxed->output },
                  { "errors", plain->errors, boxed->errors } };
    out_difference[0] = '\0';
    if (strcmp(plain->end, boxed->end) != 0) {
        snprintf(out_difference, room, "ended with %s, plainly %s", boxed->end, plain->end);
        return;
    }
    for (int i = 0; i < 2; i++) {
        char outside[48], inside[48];
        long long at = difference(files[i].plain, files[i].boxed);
        if (at < 0)
            continue;
        excerpt(files[i].plain, at, outside, sizeof outside);
        excerpt(files[i].boxed, at, inside, sizeof inside);
        snprintf(out_difference, room,
                 "its %s differ at byte %lld (%zu bytes, plainly %zu): '%s', plainly '%s'",
                 files[i].name, at, size_of(files[i].boxed), size_of(files[i].plain), inside,
                 outside);
        return;
    }
}

/* ---- plainly ---- */

static void limit(__rlimit_resource_t which, rlim_t soft, rlim_t hard)
{
    struct rlimit value = { soft, hard };
    if (setrlimit(which, &value) != 0)
        _exit(126);
}

static _Noreturn void become(int executable, const struct program *program, const char *folder,
                             const struct outcome *out)
{
    static char *argv[] = { program_name, NULL }, *environment[] = { NULL };
    limit(RLIMIT_CORE, 0, 0);
    limit(RLIMIT_CPU, CPU_S, CPU_S + 1);
    /* The hard limit must not be lowered where it is below already. */
    struct rlimit stack;
    if (getrlimit(RLIMIT_STACK, &stack) != 0)
        _exit(126);
    rlim_t wanted = (rlim_t)(program->is_threads ? 64 : MEMORY_MIB) << 20;
    stack.rlim_cur = wanted < stack.rlim_max ? wanted : stack.rlim_max;
    limit(RLIMIT_STACK, stack.rlim_cur, stack.rlim_max);
    setsid();
    /* As in the sandbox, whatever started us ignores (nohup: SIGHUP; a shell's background: SIGINT).
     */
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    if (chdir(folder) == 0 && dup2(program->input, 0) == 0 && dup2(out->output, 1) == 1 &&
        dup2(out->errors, 2) == 2)
        fexecve(executable, argv, environment);
    _exit(126);
}

static void describe(int status, char *out, size_t room)
{
    if (WIFSIGNALED(status))
        snprintf(out, room, "signal %d", WTERMSIG(status));
    else
        snprintf(out, room, "exit %d", WEXITSTATUS(status));
}

void run_plainly(int executable, const struct program *program, const char *folder,
                 struct outcome *out)
{
    outcome_start(out);
    if (lseek(program->input, 0, SEEK_SET) != 0)
        return;
    pid_t child = fork();
    if (child == 0)
        become(executable, program, folder, out);
    int watch = (int)syscall(SYS_pidfd_open, child, 0);
    struct pollfd end = { watch, POLLIN, 0 };
    if (watch < 0 || poll(&end, 1, WALL_S * 1000) <= 0)
        kill(child, SIGKILL);
    if (watch >= 0)
        close(watch);
    int status;
    if (child > 0 && waitpid(child, &status, 0) == child)
        describe(status, out->end, sizeof out->end);
}

/* ---- in the sandbox ---- */

static void describe_result(const struct sandbox_result *result, char *out, size_t room)
{
    switch (result->end) {
    case SANDBOX_EXIT:
        snprintf(out, room, "exit %d", result->exit_code);
        break;
    case SANDBOX_SIGNAL:
        snprintf(out, room, "signal %d", result->signal);
        break;
    case SANDBOX_LIMIT:
    case SANDBOX_DENIED:
        snprintf(out, room, "%s: %.*s", result->end == SANDBOX_LIMIT ? "limit" : "denied",
                 CAUSE_BYTES, result->cause);
        break;
    }
    if (result->before_main)
        snprintf(out, room, "before main: %.*s", CAUSE_BYTES, result->cause);
}

static struct sandbox_spec spec_of(int executable, const struct program *program, bool has_starter,
                                   unsigned without)
{
    return (struct sandbox_spec){
        .profile = program->is_threads ? SANDBOX_THREADS : SANDBOX_PROGRAM,
        .program = executable,
        .has_starter = has_starter,
        .cpu_us = CPU_S * 1000000ull,
        .wall_us = WALL_S * 1000000ull,
        .memory_bytes = (uint64_t)MEMORY_MIB << 20,
        .output_bytes = (uint64_t)OUTPUT_MIB << 20,
        .processes = program->is_threads ? THREADS : 1,
        .without = without,
    };
}

void run_boxed(int executable, const struct program *program, bool has_starter, unsigned without,
               struct outcome *out, int count)
{
    static const char *const argv[] = { program_name, NULL };
    struct sandbox_spec spec = spec_of(executable, program, has_starter, without);
    struct sandbox_fault fault;
    struct sandbox *sandbox = sandbox_open(&spec, &fault);
    for (int i = 0; i < count; i++) {
        struct sandbox_result result;
        outcome_start(&out[i]);
        struct sandbox_io io = {
            .argv = argv, .input = program->input, .output = out[i].output, .errors = out[i].errors
        };
        bool ran = sandbox && lseek(program->input, 0, SEEK_SET) == 0 &&
                   sandbox_run(sandbox, &io, &result, &fault);
        if (ran)
            describe_result(&result, out[i].end, sizeof out[i].end);
        else
            snprintf(out[i].end, sizeof out[i].end, "fault: %.200s", fault.text);
    }
    sandbox_close(sandbox);
}
