/* intake_plain_runner.c - a runner without a sandbox. */
#include "tests/support/intake_plain_runner.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/fake_runner.h"
#include "tests/support/intake_repo.h"

#if defined(__SANITIZE_ADDRESS__)
#define HAS_ASAN 1
#else
#define HAS_ASAN 0
#endif

struct run_session {
    struct intake_plain_runner *plain;
    const struct run_program *program;
};

static bool open_session(struct runner *runner, const struct run_program *program,
                         struct run_session **out_session, struct err *err)
{
    (void)err;
    struct run_session *session = calloc(1, sizeof *session);
    *session = (struct run_session){ (struct intake_plain_runner *)runner, program };
    *out_session = session;
    return true;
}

static void close_session(struct run_session *session)
{
    free(session);
}

static void limit(int what, uint64_t most)
{
    struct rlimit both = { most, most };
    if (setrlimit(what, &both) != 0)
        abort();
}

_Noreturn static void be_the_program(const struct run_session *session,
                                     const struct run_request *request, const char *folder,
                                     int output, int errors)
{
    const struct run_limits *limits = &session->program->limits;
    struct itimerval wall = { .it_value = { .tv_sec = (time_t)(limits->wall_us / 1000000) } };
    if (chdir(folder) != 0 || dup2(output, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0 ||
        clearenv() != 0 || setitimer(ITIMER_REAL, &wall, NULL) != 0)
        abort();
    signal(SIGALRM, SIG_DFL);
    limit(RLIMIT_CPU, limits->cpu_us / 1000000);
    limit(RLIMIT_FSIZE, limits->output_bytes);
    if (!HAS_ASAN)
        limit(RLIMIT_AS, limits->memory_bytes);
    int argc = 0;
    while (request->argv[argc])
        argc++;
    _exit(session->plain->main(argc, (char **)request->argv));
}

static struct str content_of(int fd)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        abort();
    size_t size = (size_t)st.st_size;
    char *at = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0) : NULL;
    return (struct str){ at, size };
}

static enum verdict verdict_of(int status)
{
    static const struct {
        int signal;
        enum verdict verdict;
    } rows[] = { { SIGXCPU, VERDICT_TIME_LIMIT },
                 { SIGALRM, VERDICT_TIME_LIMIT },
                 { SIGKILL, VERDICT_TIME_LIMIT },
                 { SIGXFSZ, VERDICT_OUTPUT_LIMIT } };
    if (WIFEXITED(status))
        return WEXITSTATUS(status) == 0 ? VERDICT_ACCEPTED : VERDICT_RUN_ERROR;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (rows[i].signal == WTERMSIG(status))
            return rows[i].verdict;
    return VERDICT_RUN_ERROR;
}

static bool run_once(struct run_session *session, const struct run_request *request,
                     struct run_outcome *out, struct err *err)
{
    char folder[INTAKE_REPO_PATH_MAX];
    intake_folder_make(folder);
    int output = memfd_create("output", MFD_CLOEXEC), errors = memfd_create("errors", MFD_CLOEXEC);
    session->plain->runs++;
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0)
        be_the_program(session, request, folder, output, errors);
    int status = 0;
    bool ended = pid > 0 && waitpid(pid, &status, 0) == pid;
    if (ended) {
        struct str said = content_of(output), complained = content_of(errors);
        char cause[64];
        snprintf(cause, sizeof cause, "wait status 0x%x", (unsigned)status);
        enum verdict verdict = verdict_of(status);
        fake_outcome(out, verdict, verdict == VERDICT_ACCEPTED ? NULL : cause, said, complained);
        out->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        if (complained.length > 0)
            fprintf(stderr, "%.*s\n", (int)complained.length, complained.at);
        munmap((void *)said.at, said.length);
        munmap((void *)complained.at, complained.length);
    }
    close(output);
    close(errors);
    intake_folder_remove(folder);
    return ended || err_set(err, ERR_FAULT, "cannot fork");
}

static const char *const *protection(struct runner *runner)
{
    (void)runner;
    static const char *const none[] = { NULL };
    return none;
}

static const struct runner_ops plain_ops = {
    .open = open_session, .run = run_once, .close = close_session, .protection = protection
};

void intake_plain_runner_init(struct intake_plain_runner *plain, int (*main)(int, char **))
{
    *plain = (struct intake_plain_runner){ { &plain_ops }, main, 0 };
}
