/* runner.c - runs every hostile program of this folder in every configuration of the sandbox. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/sandbox.h"
#include "tests/hostile/runner_build.h"
#include "tests/hostile/runner_case.h"
#include "tests/hostile/runner_host.h"

/*
 * Theory of operation
 *
 * First every program is compiled, inside the sandbox, by two processes that put the results into a
 * folder of the runner's own. Then two processes run them as the present user and, where that is
 * root, two more as an ordinary one. A process takes the next case from a shared counter and runs
 * it in each configuration: kind of program times layers switched off. What it finds goes out as
 * whole lines, and into shared counters. In the end the runner looks whether the host is as it was.
 */

enum { WORKERS = 2, WORKERS_MAX = 8 };

static const struct configuration {
    const char *name;
    unsigned without;
    bool is_both; /* seccomp alone: told, not judged, where a second layer is what protects */
} configurations[] = {
    { "all layers", 0, false },
    { "without landlock", SANDBOX_LANDLOCK, false },
    { "without namespaces", SANDBOX_NAMESPACES, false },
    { "without cgroup", SANDBOX_CGROUP, false },
    { "without landlock and namespaces", SANDBOX_LANDLOCK | SANDBOX_NAMESPACES, true },
};
enum { CONFIGURATIONS = sizeof configurations / sizeof configurations[0] };

struct shared {
    atomic_uint next[3]; /* of the builders, our own user's and the ordinary user's workers */
    atomic_uint passed, failed, informed;
};

static struct hostile_case cases[CASES_MAX];
static unsigned case_count;
static struct shared *shared;
static bool is_verbose;
static char folder[96];       /* everything of ours, removed at the end */
static char secret_file[128]; /* in it; world-readable, and nothing inside may see it */
static char secret_words[64]; /* its bytes, also in our environment */
static const char *user_name;

/* ---- one run ---- */

struct verdict {
    char text[96]; /* in the words of the header comment */
    char cause[160];
};

static void put_verdict(const struct sandbox_result *result, struct verdict *out)
{
    static const char *const limits[] = {
        [SANDBOX_NONE] = "none", [SANDBOX_CPU] = "cpu",       [SANDBOX_WALL] = "wall",
        [SANDBOX_IDLE] = "idle", [SANDBOX_MEMORY] = "memory", [SANDBOX_OUTPUT] = "output"
    };
    snprintf(out->cause, sizeof out->cause, "%s", result->cause);
    switch (result->end) {
    case SANDBOX_EXIT:
        snprintf(out->text, sizeof out->text, "exit:%d", result->exit_code);
        break;
    case SANDBOX_SIGNAL:
        snprintf(out->text, sizeof out->text, "signal:%d", result->signal);
        break;
    case SANDBOX_LIMIT:
        snprintf(out->text, sizeof out->text, "limit:%s", limits[result->limit]);
        break;
    case SANDBOX_DENIED:
        snprintf(out->text, sizeof out->text, "denied:%s", result->denied);
        break;
    }
}

static bool holds(int file, const char *words)
{
    struct stat st;
    if (file < 0 || fstat(file, &st) != 0 || st.st_size == 0)
        return false;
    size_t size = (size_t)st.st_size;
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    bool found = bytes != MAP_FAILED && memmem(bytes, size, words, strlen(words));
    if (bytes != MAP_FAILED)
        munmap(bytes, size);
    return found;
}

/* The first run's verdict, or that of the first run which is not acceptable. */
static void run_program(const struct hostile_case *c, int program, enum build_kind kind,
                        unsigned without, struct verdict *out)
{
    struct sandbox_fault fault;
    struct sandbox_result result;
    bool is_threads = c->run == RUN_THREADS;
    const struct sandbox_spec spec = { .profile = is_threads ? SANDBOX_THREADS : SANDBOX_PROGRAM,
                                       .program = program,
                                       .has_starter = kind == BUILD_STARTER,
                                       .cpu_us = c->cpu_ms * 1000,
                                       .wall_us = c->wall_ms * 1000,
                                       .memory_bytes = c->memory_mb << 20,
                                       .output_bytes = c->output_kb << 10,
                                       .processes = (unsigned)c->processes,
                                       .without = without };
    const char *const argv[] = { "program", NULL };
    struct sandbox *sandbox = sandbox_open(&spec, &fault);
    bool good = sandbox != NULL, acceptable = true;
    for (uint64_t i = 0; good && acceptable && i < c->runs; i++) {
        struct sandbox_io io = { .argv = argv,
                                 .input = open("/dev/null", O_RDONLY | O_CLOEXEC),
                                 .output = memfd_create("output", MFD_CLOEXEC),
                                 .errors = memfd_create("errors", MFD_CLOEXEC) };
        struct verdict now = { "", "" };
        good = sandbox_run(sandbox, &io, &result, &fault);
        if (good) {
            put_verdict(&result, &now);
            acceptable = case_accepts(c, now.text);
            if (holds(io.output, "ESCAPED") || holds(io.errors, "ESCAPED")) {
                acceptable = false;
                snprintf(now.text, sizeof now.text, "the attack worked in run %u", (unsigned)i + 1);
            }
            if (i == 0 || !acceptable)
                *out = now;
        }
        close(io.input);
        close(io.output);
        close(io.errors);
    }
    sandbox_close(sandbox);
    if (!good)
        *out = (struct verdict){ "fault", "" },
        snprintf(out->cause, sizeof out->cause, "%.150s", fault.text);
}

/* Words of the host that a compiler has no business to know. */
static const char *leak_in(const struct compile_outcome *outcome)
{
    static char lines[2][64];
    static const char *const files[] = { "/etc/passwd", "/etc/shadow" };
    const char *words[] = { secret_words, lines[0], lines[1], "BOOT_IMAGE" };
    for (int i = 0; i < 2; i++) {
        FILE *file = lines[i][0] ? NULL : fopen(files[i], "re");
        if (file && fgets(lines[i], 24, file))
            lines[i][strcspn(lines[i], "\n")] = '\0';
        if (file)
            fclose(file);
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (strlen(words[i]) >= 6 &&
            (holds(outcome->output, words[i]) || holds(outcome->errors, words[i]) ||
             holds(outcome->program, words[i])))
            return words[i];
    return NULL;
}

static void run_compile(const struct hostile_case *c, unsigned without, struct verdict *out)
{
    struct compile_outcome outcome;
    struct sandbox_fault fault;
    if (build_compile(c, without, secret_file, &outcome, &fault)) {
        put_verdict(&outcome.result, out);
        const char *leak = leak_in(&outcome);
        if (leak)
            snprintf(out->text, sizeof out->text, "leaked '%s'", leak);
    } else {
        snprintf(out->text, sizeof out->text, "fault");
        snprintf(out->cause, sizeof out->cause, "%.150s", fault.text);
    }
    close(outcome.output);
    close(outcome.errors);
    if (outcome.program >= 0)
        close(outcome.program);
}

/* ---- one case ---- */

/* A control group is made for several processes only. */
static bool is_offered(const struct hostile_case *c, const struct configuration *configuration)
{
    bool has_group = c->run == RUN_THREADS || c->run == RUN_COMPILE;
    unsigned offered = sandbox_layers() & ~(has_group ? 0u : (unsigned)SANDBOX_CGROUP);
    return (configuration->without & offered) == configuration->without;
}

static void judge(const struct hostile_case *c, const char *kind, const struct configuration *how,
                  const struct verdict *got, struct verdict *first)
{
    bool is_layered = c->run == RUN_COMPILE || c->run == RUN_DYNAMIC;
    bool good = case_accepts(c, got->text) && strstr(got->cause, c->cause);
    bool is_same = c->varies || !first->text[0] || strcmp(first->text, got->text) == 0;
    if (!first->text[0])
        *first = *got; /* with every layer that there is */
    bool passed = good && is_same;
    bool has_spaces = sandbox_layers() & ~how->without & SANDBOX_NAMESPACES;
    if (!passed && ((how->is_both && is_layered) || (c->needs_namespaces && !has_spaces))) {
        atomic_fetch_add(&shared->informed, 1);
        if (is_verbose)
            printf("info %s (%s, %s, %s): %s (%s)\n", c->name, kind, how->name, user_name,
                   got->text, got->cause);
        return;
    }
    atomic_fetch_add(passed ? &shared->passed : &shared->failed, 1);
    if (!passed || is_verbose)
        printf("%s %s (%s, %s, %s): expected %s%s%s%s, got %s (%s)\n", passed ? "ok  " : "FAIL",
               c->name, kind, how->name, user_name, good ? first->text : c->accept[0],
               c->accept_count > 1 && !good ? " or its like" : "", c->cause[0] ? " with " : "",
               c->cause, got->text, got->cause);
}

static int open_build(const struct hostile_case *c, enum build_kind kind)
{
    char path[192];
    snprintf(path, sizeof path, "%s/%s.%d", folder, c->name, (int)kind);
    return open(path, O_RDONLY | O_CLOEXEC);
}

static void run_case(const struct hostile_case *c)
{
    static const char *const kinds[] = { "starter", "plain", "dynamic" };
    struct verdict first = { "", "" }, got;
    for (unsigned i = 0; i < CONFIGURATIONS; i++) {
        const struct configuration *how = &configurations[i];
        if (!is_offered(c, how))
            continue;
        if (c->run == RUN_COMPILE) {
            run_compile(c, how->without, &got);
            judge(c, "compile", how, &got, &first);
            continue;
        }
        for (int kind = 0; kind < BUILD_KINDS; kind++) {
            if (!build_wants(c, (enum build_kind)kind))
                continue;
            int program = open_build(c, (enum build_kind)kind);
            if (program < 0)
                continue; /* its failure to compile is counted already */
            run_program(c, program, (enum build_kind)kind, how->without, &got);
            close(program);
            judge(c, kinds[kind], how, &got, &first);
        }
    }
}

/* ---- workers ---- */

static bool copy_to(int from, const char *path)
{
    char bytes[65536];
    int to = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0755);
    bool good = to >= 0;
    for (ssize_t got; good && (got = read(from, bytes, sizeof bytes)) > 0;)
        good = write(to, bytes, (size_t)got) == got;
    if (to >= 0)
        close(to);
    return good;
}

static void compile_case(const struct hostile_case *c)
{
    struct build build = { { -1, -1, -1 } };
    if (c->run == RUN_COMPILE)
        return;
    bool good = build_case(c, &build);
    for (int kind = 0; kind < BUILD_KINDS; kind++) {
        char path[192];
        snprintf(path, sizeof path, "%s/%s.%d", folder, c->name, kind);
        if (good && build_wants(c, (enum build_kind)kind))
            good = build.programs[kind] >= 0 && copy_to(build.programs[kind], path);
        if (build.programs[kind] >= 0)
            close(build.programs[kind]);
    }
    if (!good)
        atomic_fetch_add(&shared->failed, 1);
}

enum team { BUILDERS, OURSELVES, ORDINARY };

static bool become_ordinary(void)
{
    user_name = "ordinary user";
    return setgroups(0, NULL) == 0 &&
           setresgid(HOST_ORDINARY_USER, HOST_ORDINARY_USER, HOST_ORDINARY_USER) == 0 &&
           setresuid(HOST_ORDINARY_USER, HOST_ORDINARY_USER, HOST_ORDINARY_USER) == 0 &&
           prctl(PR_SET_DUMPABLE, 1) == 0; /* the change of user has hidden our own /proc */
}

static _Noreturn void work(enum team team)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (team == ORDINARY && !become_ordinary()) {
        printf("FAIL cannot become an ordinary user: %s\n", strerror(errno));
        atomic_fetch_add(&shared->failed, 1);
        _exit(1);
    }
    for (unsigned i; (i = atomic_fetch_add(&shared->next[team], 1)) < case_count;) {
        if (team == BUILDERS)
            compile_case(&cases[i]);
        else
            run_case(&cases[i]);
    }
    fflush(stdout);
    _exit(0);
}

/* A worker that does not end well is a failure of the suite. */
static void wait_for(pid_t *workers, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        int status;
        if (waitpid(workers[i], &status, 0) != workers[i] || status != 0) {
            printf("FAIL a worker ended with status %#x\n", (unsigned)status);
            atomic_fetch_add(&shared->failed, 1);
        }
    }
}

static void start(enum team team, pid_t *workers, unsigned *count)
{
    for (int i = 0; i < WORKERS; i++) {
        fflush(stdout);
        pid_t worker = fork();
        if (worker == 0)
            work(team);
        workers[(*count)++] = worker;
    }
}

/* ---- the whole ---- */

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct hostile_case *)a)->name, ((const struct hostile_case *)b)->name);
}

static bool is_selected(const char *name, char **names, int count)
{
    for (int i = 0; i < count; i++)
        if (strncmp(names[i], name, strlen(names[i])) == 0)
            return true;
    return count == 0;
}

static bool load_cases(const char *from, char **names, int count)
{
    DIR *list = opendir(from);
    bool good = list != NULL;
    for (struct dirent *entry; good && (entry = readdir(list));) {
        char name[64];
        size_t size = strlen(entry->d_name);
        if (size < 3 || size > sizeof name || strcmp(entry->d_name + size - 2, ".c") != 0 ||
            strncmp(entry->d_name, "runner", 6) == 0)
            continue;
        snprintf(name, sizeof name, "%.*s", (int)size - 2, entry->d_name);
        if (!is_selected(name, names, count))
            continue;
        good = case_count < CASES_MAX && case_load(from, name, &cases[case_count]);
        case_count += good;
    }
    if (list)
        closedir(list);
    else
        fprintf(stderr, "hostile: cannot open '%s': %s\n", from, strerror(errno));
    qsort(cases, case_count, sizeof cases[0], by_name);
    return good;
}

/* Our own folder: programs and a secret; in it a folder for what the sandbox puts on the host. */
static bool make_folder(char own[128])
{
    const char *parent = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.40s/hostile-runner.XXXXXX",
             parent && parent[0] == '/' ? parent : "/tmp");
    if (!mkdtemp(folder) || chmod(folder, 0755) != 0)
        return false;
    snprintf(own, 128, "%s/t", folder);
    snprintf(secret_file, sizeof secret_file, "%s/secret", folder);
    snprintf(secret_words, sizeof secret_words, "kept-secret-%ld", (long)getpid());
    FILE *file = fopen(secret_file, "we");
    bool good = file && fprintf(file, "%s\n", secret_words) > 0;
    if (file)
        good = fclose(file) == 0 && good;
    return good && mkdir(own, 0777) == 0 && chmod(own, 01777) == 0 &&
           setenv("TMPDIR", own, 1) == 0 && setenv("HOSTILE_SECRET", secret_words, 1) == 0;
}

static void remove_folder(const char *own)
{
    rmdir(own);
    DIR *list = opendir(folder);
    for (struct dirent *entry; list && (entry = readdir(list));)
        if (entry->d_name[0] != '.')
            unlinkat(dirfd(list), entry->d_name, 0);
    if (list)
        closedir(list);
    if (rmdir(folder) != 0)
        printf("FAIL host: cannot remove '%s': %s\n", folder, strerror(errno));
}

static bool run_all(void)
{
    struct host host;
    char own[128];
    pid_t workers[WORKERS_MAX];
    unsigned count = 0;
    if (!make_folder(own)) {
        fprintf(stderr, "hostile: cannot make a folder in TMPDIR: %s\n", strerror(errno));
        return false;
    }
    host_look(&host);
    user_name = geteuid() == 0 ? "root" : "ordinary user";
    start(BUILDERS, workers, &count);
    wait_for(workers, count);
    count = 0;
    start(OURSELVES, workers, &count);
    if (geteuid() == 0)
        start(ORDINARY, workers, &count);
    wait_for(workers, count);
    atomic_fetch_add(&shared->failed, host_compare(&host, own));
    remove_folder(own);
    if (shared->informed > 0)
        printf(
            "info: %u ends differ where landlock and namespaces, or the latter, are missing (-v)\n",
            shared->informed);
    printf("hostile: %u passed, %u failed\n", shared->passed, shared->failed);
    return shared->failed == 0;
}

int main(int argc, char **argv)
{
    int first = 1;
    umask(022); /* another user runs the programs that are built here */
    for (; first < argc && argv[first][0] == '-'; first++) {
        if (strcmp(argv[first], "-v") != 0) {
            printf("usage: hostile [-v] [NAME]…\n"
                   "Runs the hostile programs whose names begin with NAME, or all of them.\n");
            return strcmp(argv[first], "--help") == 0 ? 0 : 2;
        }
        is_verbose = true;
    }
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED || !load_cases(TREE "/tests/hostile", argv + first, argc - first))
        return 2;
    if (case_count == 0) {
        fprintf(stderr, "hostile: no program has such a name\n");
        return 2;
    }
    bool good = run_all();
    for (unsigned i = 0; i < case_count; i++)
        case_release(&cases[i]);
    return good ? 0 : 1;
}
