/* build_host_runner.c - a runner without a box. */
#include "tests/support/build_host_runner.h"

#include <assert.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grader/base/attr.h"
#include "grader/base/fd.h"

struct run_session {
    struct host_runner *host;
    const struct run_program *program;
};

static bool host_open(struct runner *runner, const struct run_program *program,
                      struct run_session **out_session, struct err *err)
{
    (void)err;
    struct run_session *session = calloc(1, sizeof *session);
    assert(session);
    *session = (struct run_session){ (struct host_runner *)runner, program };
    *out_session = session;
    return true;
}

static void host_close(struct run_session *session)
{
    free(session);
}

static const char *const *host_protection(struct runner *runner)
{
    (void)runner;
    static const char *const none[] = { NULL };
    return none;
}

/* ---- the folder ---- */

static void lay(const char *folder, const struct source_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char path[PATH_MAX];
        struct err err = { 0 };
        snprintf(path, sizeof path, "%s/%s", folder, files[i].path);
        char *slash = strrchr(path, '/');
        *slash = '\0';
        bool made = folder_make(path, &err);
        *slash = '/';
        made = made && file_write(path, files[i].bytes.at, files[i].bytes.length, &err) &&
               chmod(path, 0755) == 0;
        if (!made)
            fprintf(stderr, "host runner: %s\n", err.text);
        assert(made);
    }
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st, (void)type, (void)ftw;
    return remove(path);
}

/* ---- the process ---- */

static void child(const struct run_session *session, const struct run_request *request,
                  const char *folder, const int fds[3])
{
    const struct run_program *program = session->program;
    rlim_t cpu_s = (program->limits.cpu_us + 999999) / 1000000;
    struct rlimit cpu = { cpu_s, cpu_s + 1 };
    struct rlimit size = { program->limits.output_bytes, program->limits.output_bytes };
    for (int i = 0; i < 3; i++)
        dup2(fds[i], i);
    bool ready = chdir(folder) == 0 && setrlimit(RLIMIT_CPU, &cpu) == 0 &&
                 setrlimit(RLIMIT_FSIZE, &size) == 0;
    alarm((unsigned)(program->limits.wall_us / 1000000 + 1));
    char path[] = "PATH=/usr/bin:/bin"; /* as the sandbox's tools have it */
    char *const environment[] = { path, NULL };
    if (ready && program->executable >= 0)
        fexecve(program->executable, (char *const *)request->argv, environment);
    else if (ready)
        execve(request->argv[0], (char *const *)request->argv, environment);
    _exit(125);
}

static void map_output(int fd, struct str *out_view, void **out_mapped)
{
    struct stat st;
    int bad = fstat(fd, &st);
    assert(!bad);
    *out_view = (struct str){ "", (size_t)st.st_size };
    if (st.st_size == 0)
        return;
    *out_mapped = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    assert(*out_mapped != MAP_FAILED);
    out_view->at = *out_mapped;
}

static void read_status(int status, struct run_outcome *out)
{
    static const struct {
        int signal;
        enum verdict verdict;
    } limits[] = { { SIGXCPU, VERDICT_TIME_LIMIT },
                   { SIGALRM, VERDICT_TIME_LIMIT },
                   { SIGXFSZ, VERDICT_OUTPUT_LIMIT } };
    out->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    out->verdict = out->exit_code == 0 ? VERDICT_ACCEPTED : VERDICT_RUN_ERROR;
    for (size_t i = 0; WIFSIGNALED(status) && i < COUNT_OF(limits); i++)
        if (WTERMSIG(status) == limits[i].signal)
            out->verdict = limits[i].verdict;
    if (WIFSIGNALED(status))
        snprintf(out->cause_text, sizeof out->cause_text, "signal %d", WTERMSIG(status));
    out->cause = out->cause_text;
}

static void collect(const struct run_request *request, const char *folder, struct run_outcome *out)
{
    for (size_t i = 0; i < RUN_COLLECT_MAX; i++)
        out->collected[i] = -1;
    for (size_t i = 0; request->collect && request->collect[i]; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/%s", folder, request->collect[i]);
        out->collected[i] = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    }
}

static int open_input(const struct run_request *request)
{
    if (request->input >= 0)
        return fcntl(request->input, F_DUPFD_CLOEXEC, 3);
    return open(request->input_path ? request->input_path : "/dev/null", O_RDONLY | O_CLOEXEC);
}

static bool host_run(struct run_session *session, const struct run_request *request,
                     struct run_outcome *out, struct err *err)
{
    (void)err;
    char folder[160];
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.100s/host-runner-XXXXXX", base && *base ? base : "/tmp");
    char *made = mkdtemp(folder);
    assert(made);
    lay(folder, session->program->files, session->program->file_count);
    lay(folder, request->files, request->file_count);
    SCOPED_FD input = open_input(request);
    SCOPED_FD output = memfd_create("output", MFD_CLOEXEC);
    SCOPED_FD errors = memfd_create("errors", MFD_CLOEXEC);
    pid_t pid = fork();
    assert(pid >= 0);
    if (pid == 0)
        child(session, request, folder, (const int[]){ input, output, errors });
    int status;
    struct rusage usage;
    pid_t ended = wait4(pid, &status, 0, &usage);
    assert(ended == pid);
    *out = (struct run_outcome){ 0 };
    read_status(status, out);
    out->cpu_us = (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 +
                  (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
    collect(request, folder, out);
    map_output(output, &out->output, &out->mapped[0]);
    map_output(errors, &out->errors, &out->mapped[1]);
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    session->host->runs++;
    return true;
}

static const struct runner_ops host_ops = {
    .open = host_open, .run = host_run, .close = host_close, .protection = host_protection
};

void host_runner_init(struct host_runner *host)
{
    *host = (struct host_runner){ .runner = { &host_ops } };
}
