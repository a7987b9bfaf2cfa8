/* runner.c - the benign suite: ordinary programs behave in the sandbox exactly as outside. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <stdarg.h>
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
#include "tests/benign/runner_build.h"
#include "tests/benign/runner_program.h"
#include "tests/benign/runner_run.h"

/*
 * Theory of operation
 *
 *   runner ──fork──> 2 workers: take the next program, compile it, run every build plainly
 *                       └──fork──> a process for each user: the cells of the matrix, in the sandbox
 *
 * The truth is what the same machine code does on the host. A worker itself never touches the
 * sandbox's library, which remembers what the machine offers to whom: each user's process starts
 * with a clean one. Counters lie in shared memory; each line of text is one write.
 */

enum { WORKERS = 2, PROGRAMS_MAX = 1000, RUNS_MAX = 2, OTHER_USER = 23456, LINE_BYTES = 2048 };

/* Which builds run where: every build with all layers, layers taken away for the one that matters
 * most. */
static const struct cell {
    enum build build;
    bool as_other_user;
    int runs;
    unsigned without;
    const char *words;
} cells[] = {
    { GCC_STARTER, false, 2, 0, "" },
    { GCC_STATIC, false, 1, 0, "" },
    { GCC_DYNAMIC, false, 1, 0, "" },
    { CLANG_STARTER, false, 2, 0, "" },
    { GCC_STARTER, false, 1, SANDBOX_LANDLOCK, ", without landlock" },
    { GCC_STARTER, false, 1, SANDBOX_NAMESPACES, ", without namespaces" },
    { GCC_STARTER, false, 1, SANDBOX_LANDLOCK | SANDBOX_NAMESPACES,
      ", without landlock and namespaces" },
    { GCC_DYNAMIC, false, 1, SANDBOX_NAMESPACES, ", without namespaces" },
    { GCC_STARTER, true, 2, 0, ", ordinary user" },
    { GCC_DYNAMIC, true, 1, 0, ", ordinary user" },
    { GCC_STARTER, true, 1, SANDBOX_NAMESPACES, ", ordinary user without namespaces" },
};
enum { CELL_COUNT = sizeof cells / sizeof cells[0] };

struct shared {
    atomic_uint next, passed, failed;
};

struct suite {
    const char *folder;
    char scratch[64]; /* one folder a worker below it: 0, 1 */
    const char *names[PROGRAMS_MAX];
    size_t count;
    bool is_verbose;
    struct shared *shared;
};

/* A program at hand: its executables and what each did on the host. */
struct subject {
    struct program program;
    int executables[BUILD_COUNT];
    struct outcome plain[BUILD_COUNT];
};

static void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void say(const char *format, ...)
{
    char line[LINE_BYTES];
    va_list list;
    va_start(list, format);
    int size = vsnprintf(line, sizeof line, format, list);
    va_end(list);
    size_t left = (size_t)size < sizeof line ? (size_t)size : sizeof line - 1;
    if (write(STDOUT_FILENO, line, left) < 0)
        _exit(3);
}

static void count(const struct suite *suite, const char *name, const char *where, const char *wrong)
{
    if (wrong[0]) {
        atomic_fetch_add(&suite->shared->failed, 1);
        say("FAIL  %s (%s): %s\n", name, where, wrong);
    } else {
        atomic_fetch_add(&suite->shared->passed, 1);
        if (suite->is_verbose)
            say("ok    %s (%s)\n", name, where);
    }
}

/* ---- one program ---- */

static void try_cell(const struct suite *suite, const struct subject *subject,
                     const struct cell *cell)
{
    struct outcome boxed[RUNS_MAX];
    const struct outcome *plain = &subject->plain[build_reference(cell->build)];
    if (subject->executables[cell->build] < 0)
        return;
    run_boxed(subject->executables[cell->build], &subject->program, build_has_starter(cell->build),
              cell->without, boxed, cell->runs);
    for (int i = 0; i < cell->runs; i++) {
        char wrong[512], where[128];
        snprintf(where, sizeof where, "%s%s%s", build_name(cell->build), cell->words,
                 i ? ", second run" : "");
        outcome_compare(plain, &boxed[i], wrong, sizeof wrong);
        count(suite, subject->program.name, where, wrong);
        outcome_release(&boxed[i]);
    }
}

/* After setresuid the kernel gives our /proc files to root; the sandbox needs them to be ours. */
static bool become_other_user(void)
{
    return setgroups(0, NULL) == 0 && setresgid(OTHER_USER, OTHER_USER, OTHER_USER) == 0 &&
           setresuid(OTHER_USER, OTHER_USER, OTHER_USER) == 0 && prctl(PR_SET_DUMPABLE, 1) == 0;
}

static void try_boxed(const struct suite *suite, const struct subject *subject, bool as_other_user)
{
    pid_t child = fork();
    if (child == 0) {
        if (as_other_user && !become_other_user())
            _exit(2);
        for (int i = 0; i < CELL_COUNT; i++)
            if (cells[i].as_other_user == as_other_user)
                try_cell(suite, subject, &cells[i]);
        _exit(0);
    }
    int status = -1;
    if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
        count(suite, subject->program.name, as_other_user ? "ordinary user" : "all",
              "the process that uses the sandbox died");
}

static void try_plain(const struct suite *suite, struct subject *subject, const char *folder)
{
    char expected[32], wrong[512];
    snprintf(expected, sizeof expected, "%s %d",
             subject->program.expects_signal ? "signal" : "exit", subject->program.expected);
    for (enum build b = 0; b < BUILD_COUNT; b++) {
        struct outcome *plain = &subject->plain[b];
        if (subject->executables[b] < 0 || build_reference(b) != b)
            continue;
        run_plainly(subject->executables[b], &subject->program, folder, plain);
        if (strcmp(plain->end, expected) == 0)
            continue;
        snprintf(wrong, sizeof wrong, "ended with %s on the host, expected %s", plain->end,
                 expected);
        count(suite, subject->program.name, build_name(b), wrong);
    }
}

static void try_program(const struct suite *suite, const char *name, const char *folder)
{
    struct subject subject;
    char why[1024], inner[96];
    if (!program_read(suite->folder, name, &subject.program, why, sizeof why)) {
        count(suite, name, "header", why);
        return;
    }
    if (build_all(suite->folder, folder, &subject.program, subject.executables, why, sizeof why)) {
        for (int b = 0; b < BUILD_COUNT; b++)
            subject.plain[b] = (struct outcome){ "not run", -1, -1 };
        snprintf(inner, sizeof inner, "%s/home", folder);
        mkdir(inner, 0755);
        try_plain(suite, &subject, inner);
        try_boxed(suite, &subject, false);
        if (geteuid() == 0)
            try_boxed(suite, &subject, true);
        for (int b = 0; b < BUILD_COUNT; b++) {
            outcome_release(&subject.plain[b]);
            if (subject.executables[b] >= 0)
                close(subject.executables[b]);
        }
    } else {
        count(suite, name, "compiling", why);
    }
    program_release(&subject.program);
}

/* ---- all of them ---- */

static bool write_starter(const char *folder)
{
    const void *bytes;
    size_t size;
    char path[96];
    sandbox_starter_object(&bytes, &size);
    snprintf(path, sizeof path, "%s/starter.o", folder);
    FILE *file = fopen(path, "we");
    bool good = file && fwrite(bytes, 1, size, file) == size;
    return file && fclose(file) == 0 && good;
}

static _Noreturn void work(const struct suite *suite, int number)
{
    char folder[80];
    snprintf(folder, sizeof folder, "%s/%d", suite->scratch, number);
    if (mkdir(folder, 0755) != 0 || !write_starter(folder)) {
        count(suite, folder, "worker", "cannot prepare its folder");
        _exit(1);
    }
    for (unsigned at; (at = atomic_fetch_add(&suite->shared->next, 1)) < suite->count;)
        try_program(suite, suite->names[at], folder);
    _exit(0);
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *place)
{
    (void)st;
    (void)type;
    (void)place;
    return remove(path);
}

static void run_all(struct suite *suite)
{
    pid_t workers[WORKERS];
    for (int i = 0; i < WORKERS; i++) {
        workers[i] = fork();
        if (workers[i] == 0)
            work(suite, i);
    }
    for (int i = 0; i < WORKERS; i++) {
        int status = -1;
        if (workers[i] < 0 || waitpid(workers[i], &status, 0) < 0 || WIFSIGNALED(status))
            count(suite, "a worker", "runner", "it died");
    }
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool find_programs(struct suite *suite)
{
    DIR *folder = opendir(suite->folder);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        char *dot = strrchr(entry->d_name, '.');
        bool is_program = dot && strcmp(dot, ".c") == 0 && strncmp(entry->d_name, "runner", 6) != 0;
        if (!is_program || suite->count == PROGRAMS_MAX)
            continue;
        suite->names[suite->count++] = strndup(entry->d_name, (size_t)(dot - entry->d_name));
    }
    if (folder)
        closedir(folder);
    qsort(suite->names, suite->count, sizeof suite->names[0], by_name);
    return suite->count > 0;
}

static bool prepare(struct suite *suite, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "-v") == 0)
            suite->is_verbose = true;
        else if (argv[i][0] == '-' || suite->count == PROGRAMS_MAX)
            return false;
        else
            suite->names[suite->count++] = argv[i];
    }
    if (suite->count == 0 && !find_programs(suite))
        return false;
    const char *temporary = getenv("TMPDIR");
    snprintf(suite->scratch, sizeof suite->scratch, "%s/benign.XXXXXX",
             temporary && temporary[0] == '/' && strlen(temporary) <= 40 ? temporary : "/tmp");
    suite->shared = mmap(NULL, sizeof *suite->shared, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return suite->shared != MAP_FAILED && mkdtemp(suite->scratch) &&
           chmod(suite->scratch, 0755) == 0;
}

int main(int argc, char **argv)
{
    static struct suite suite = { .folder = TREE "/tests/benign" };
    umask(022); /* another user runs the programs that are built here */
    if (!prepare(&suite, argc, argv)) {
        say("usage: benign [-v] [NAME]…   (programs are tests/benign/NAME.c)\n");
        return 2;
    }
    if (!build_has_clang())
        say("benign: there is no clang here, its builds are left out\n");
    if (geteuid() != 0)
        say("benign: not root, so one user only\n");
    run_all(&suite);
    nftw(suite.scratch, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    unsigned failed = atomic_load(&suite.shared->failed);
    say("benign: %u passed, %u failed (%zu programs)\n", atomic_load(&suite.shared->passed), failed,
        suite.count);
    return failed ? 1 : 0;
}
