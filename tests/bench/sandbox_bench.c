/* sandbox_bench.c - what the sandbox costs, as ratios against something run in the same minute. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "sandbox/sandbox.h"

/*
 * Usage: sandbox_bench JSON_FILE [RUNS]. Every figure is a median over RUNS (1000) unless it says
 * otherwise; rivals are measured interleaved with ours, so that a busy machine is as busy for both.
 */

enum { RUNS_MAX = 20000, SLOW_RUNS = 200 };

static FILE *json;
static unsigned runs = 1000;
static const char *const argv_of_program[] = { "program", NULL };

static double now_us(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* share 0.5: the median; 1: the greatest. Sorts. */
static double quantile(double *values, unsigned count, double share)
{
    qsort(values, count, sizeof *values, by_value);
    unsigned at = (unsigned)(share * (double)count);
    return values[at < count ? at : count - 1];
}

static void figure(const char *name, double value, const char *unit, double must, bool is_least)
{
    bool good = must == 0 || (is_least ? value >= must : value <= must);
    printf("  %-58s %10.3f %-5s", name, value, unit);
    if (must > 0)
        printf("  %s %g: %s", is_least ? "at least" : "at most", must, good ? "reached" : "MISSED");
    putchar('\n');
    fprintf(json,
            "%s\n  {\"name\": \"%s\", \"value\": %.4f, \"unit\": \"%s\", \"bound\": %g, "
            "\"reached\": %s}",
            ftell(json) > 2 ? "," : "", name, value, unit, must, good ? "true" : "false");
    fflush(stdout);
}

static void die(const char *what, const char *why)
{
    fprintf(stderr, "sandbox_bench: %s: %s\n", what, why);
    exit(3);
}

/* ---- programs ---- */

static int compile(const char *source, bool with_starter)
{
    const void *starter;
    size_t size;
    sandbox_starter_object(&starter, &size);
    const struct sandbox_file files[] = { { "p.c", source, strlen(source) },
                                          { "starter.o", starter, size } };
    const struct sandbox_spec spec = { .profile = SANDBOX_TOOL,
                                       .program = -1,
                                       .cpu_us = 20000000,
                                       .wall_us = 60000000,
                                       .memory_bytes = 1 << 30,
                                       .output_bytes = 16 << 20,
                                       .processes = 32,
                                       .files = files,
                                       .file_count = 2,
                                       .space_bytes = 64 << 20,
                                       .space_inodes = 1000 };
    const char *const plain[] = { "/usr/bin/gcc", "-O2", "-static", "-o", "p", "p.c", NULL };
    const char *const started[] = { "/usr/bin/gcc", "-O2",       "-static",         "-o", "p",
                                    "p.c",          "starter.o", "-Wl,--wrap=main", NULL };
    const char *const collect[] = { "p", NULL };
    int program = -1, sink = memfd_create("log", MFD_CLOEXEC),
        input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    struct sandbox_io io = { .argv = with_starter ? started : plain,
                             .input = input,
                             .output = sink,
                             .errors = sink,
                             .collect = collect,
                             .collected = &program };
    struct sandbox_fault fault;
    struct sandbox_result result;
    struct sandbox *box = sandbox_open(&spec, &fault);
    if (!box || !sandbox_run(box, &io, &result, &fault))
        die("compile", fault.text);
    sandbox_close(box);
    close(sink);
    close(input);
    if (program < 0)
        die("compile", result.cause);
    return program;
}

static const char trivial[] = "#include <stdio.h>\nint main(void) { puts(\"hello\"); return 0; }\n";
/* Uses about argv[1] microseconds of its own CPU time. */
static const char burner[] = "#include <stdlib.h>\n#include <time.h>\n"
                             "int main(int c, char **v) { double end = atof(v[c - 1]) / 1e6;\n"
                             "  while ((double)clock() / CLOCKS_PER_SEC < end) ; return 0; }\n";

static struct sandbox_spec spec_of(int program, unsigned without)
{
    return (struct sandbox_spec){ .profile = SANDBOX_PROGRAM,
                                  .program = program,
                                  .has_starter = true,
                                  .cpu_us = 1000000,
                                  .wall_us = 30000000,
                                  .memory_bytes = 64 << 20,
                                  .output_bytes = 1 << 20,
                                  .processes = 1,
                                  .without = without };
}

static struct sandbox *open_or_die(const struct sandbox_spec *spec)
{
    struct sandbox_fault fault;
    struct sandbox *box = sandbox_open(spec, &fault);
    if (!box)
        die("open", fault.text);
    return box;
}

static struct sandbox_result run_or_die(struct sandbox *box, const char *const *argv)
{
    struct sandbox_fault fault;
    struct sandbox_result result;
    int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    int output = memfd_create("output", MFD_CLOEXEC), errors = memfd_create("errors", MFD_CLOEXEC);
    const struct sandbox_io io = {
        .argv = argv, .input = input, .output = output, .errors = errors
    };
    if (!sandbox_run(box, &io, &result, &fault))
        die("run", fault.text);
    close(input);
    close(output);
    close(errors);
    return result;
}

/* ---- rivals ---- */

static double spawn_us(const char *path, char *const *argv)
{
    static char *const none[] = { NULL };
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    double start = now_us();
    pid_t pid;
    int status, failed = posix_spawn(&pid, path, &actions, NULL, argv, none);
    if (failed || waitpid(pid, &status, 0) != pid)
        die("spawn", strerror(failed));
    double took = now_us() - start;
    posix_spawn_file_actions_destroy(&actions);
    return took;
}

static void save(int program, const char *path)
{
    struct stat st;
    off_t at = 0;
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0755);
    if (file < 0 || fstat(program, &st) != 0)
        die(path, strerror(errno));
    while (at < st.st_size)
        if (sendfile(file, program, &at, (size_t)(st.st_size - at)) <= 0)
            die(path, strerror(errno));
    close(file);
}

static void bench_runs(const char *folder)
{
    static double ours[RUNS_MAX], plain[RUNS_MAX], bwrap[RUNS_MAX];
    char path[256];
    snprintf(path, sizeof path, "%s/trivial", folder);
    int without_starter = compile(trivial, false), program = compile(trivial, true);
    save(without_starter, path);
    char name[] = "/usr/bin/bwrap", all[] = "--unshare-all", bind[] = "--ro-bind", root[] = "/";
    char *const plain_argv[] = { path, NULL };
    char *const bwrap_argv[] = { name, all, bind, root, root, path, NULL };
    bool has_bwrap = access(name, X_OK) == 0;
    const struct sandbox_spec spec = spec_of(program, 0);
    struct sandbox *box = open_or_die(&spec);
    for (unsigned i = 0; i < runs; i++) {
        double start = now_us();
        run_or_die(box, argv_of_program);
        ours[i] = now_us() - start;
        plain[i] = spawn_us(path, plain_argv);
    }
    /* Apart: what bwrap leaves to the kernel (the end of its network namespace) would disturb the
     * others. */
    for (unsigned i = 0; has_bwrap && i < runs; i++)
        bwrap[i] = spawn_us(name, bwrap_argv);
    sandbox_close(box);
    double mine = quantile(ours, runs, 0.5), other = quantile(plain, runs, 0.5);
    figure("sandboxed run of a static program", mine, "us", 0, false);
    figure("posix_spawn + wait of the same, no sandbox", other, "us", 0, false);
    figure("sandboxed run / posix_spawn + wait", mine / other, "", 0.6, false);
    if (has_bwrap)
        figure("sandboxed run / bwrap --unshare-all", mine / quantile(bwrap, runs, 0.5), "", 0.1,
               false);
    unlink(path);
    close(program);
    close(without_starter);
}

static void bench_start(void)
{
    static double opened[RUNS_MAX], whole[RUNS_MAX];
    static const struct {
        const char *name, *whole_name;
        unsigned without;
        double must_ms;
    } kinds[] = { { "starting one sandbox, all layers", "starting and ending it", 0, 3 },
                  { "starting one sandbox, without namespaces",
                    "starting and ending it, without namespaces", SANDBOX_NAMESPACES, 1 } };
    int program = compile(trivial, true);
    unsigned count = runs < SLOW_RUNS ? runs : SLOW_RUNS;
    for (size_t k = 0; k < 2; k++) {
        const struct sandbox_spec spec = spec_of(program, kinds[k].without);
        for (unsigned i = 0; i < count; i++) {
            double start = now_us();
            struct sandbox *box = open_or_die(&spec);
            opened[i] = now_us() - start;
            sandbox_close(box);
            whole[i] = now_us() - start;
        }
        figure(kinds[k].name, quantile(opened, count, 0.5) / 1e3, "ms", kinds[k].must_ms, false);
        figure(kinds[k].whole_name, quantile(whole, count, 0.5) / 1e3, "ms", 0, false);
    }
    close(program);
}

static void bench_throughput(void)
{
    enum { PROCESSES = 2 };
    int program = compile(trivial, true);
    pid_t pids[PROCESSES];
    double start = now_us();
    for (int p = 0; p < PROCESSES; p++) {
        pids[p] = fork();
        if (pids[p] == 0) {
            const struct sandbox_spec spec = spec_of(program, 0);
            struct sandbox *box = open_or_die(&spec);
            for (unsigned i = 0; i < runs * 2; i++)
                run_or_die(box, argv_of_program);
            sandbox_close(box);
            _exit(0);
        }
    }
    for (int p = 0; p < PROCESSES; p++)
        waitpid(pids[p], NULL, 0);
    figure("tests a second of a trivial program, two at once",
           (double)(PROCESSES * runs * 2) / (now_us() - start) * 1e6, "/s", 3000, true);
    close(program);
}

static void bench_overshoot(void)
{
    static double over[SLOW_RUNS];
    unsigned count = runs < SLOW_RUNS ? runs : SLOW_RUNS;
    int program = compile("int main(void) { for (volatile unsigned i = 0;; i++) ; }\n", true);
    struct sandbox_spec spec = spec_of(program, 0);
    spec.cpu_us = 100000;
    struct sandbox *box = open_or_die(&spec);
    for (unsigned i = 0; i < count; i++)
        over[i] = ((double)run_or_die(box, argv_of_program).cpu_us - 100000) / 1e3;
    sandbox_close(box);
    close(program);
    figure("overshoot at a 100 ms CPU limit, median", quantile(over, count, 0.5), "ms", 1, false);
    figure("overshoot at a 100 ms CPU limit, worst", quantile(over, count, 1), "ms", 5, false);
}

/* A program at a share of the limit must always, or never, be over it: how many of `count` runs
 * said otherwise. */
static unsigned flips(int program, double share, unsigned count)
{
    struct sandbox_spec spec = spec_of(program, 0);
    spec.cpu_us = 40000;
    char burn[32];
    snprintf(burn, sizeof burn, "%.0f", 40000 * share);
    const char *const argv[] = { "burner", burn, NULL };
    struct sandbox *box = open_or_die(&spec);
    unsigned wrong = 0;
    for (unsigned i = 0; i < count; i++) {
        struct sandbox_result result = run_or_die(box, argv);
        bool is_over = result.end == SANDBOX_LIMIT && result.limit == SANDBOX_CPU;
        wrong += is_over != (share > 1);
    }
    sandbox_close(box);
    return wrong;
}

static void bench_flips(void)
{
    unsigned count = runs < SLOW_RUNS ? runs : SLOW_RUNS;
    int program = compile(burner, true);
    unsigned wrong = 0;
    for (unsigned busy = 0; busy <= 4; busy += 2) {
        pid_t pids[4];
        for (unsigned i = 0; i < busy; i++) {
            pids[i] = fork();
            if (pids[i] == 0)
                for (volatile unsigned spin = 0;; spin++)
                    ;
        }
        wrong += flips(program, 0.85, count) + flips(program, 1.15, count);
        for (unsigned i = 0; i < busy; i++) {
            kill(pids[i], SIGKILL);
            waitpid(pids[i], NULL, 0);
        }
    }
    printf("  (beside 0, 2 and 4 busy loops, %u runs each at 0.85 and 1.15 of a CPU limit)\n",
           count);
    printf("  %-58s %10u        none: %s\n", "verdict flips", wrong, wrong ? "MISSED" : "reached");
    fprintf(json,
            ",\n  {\"name\": \"verdict flips\", \"value\": %u, \"unit\": \"\", \"bound\": 0, "
            "\"reached\": %s}",
            wrong, wrong ? "false" : "true");
    close(program);
}

/* Private memory of the one process that a sandbox adds to its caller. */
static void bench_memory(void)
{
    int program = compile(trivial, true);
    const struct sandbox_spec spec = spec_of(program, SANDBOX_NAMESPACES);
    struct sandbox *box = open_or_die(&spec);
    run_or_die(box, argv_of_program);
    char path[128], line[256];
    snprintf(path, sizeof path, "/proc/self/task/%ld/children", (long)getpid());
    FILE *list = fopen(path, "r");
    long child = 0, kib = 0, value;
    if (!list || fscanf(list, "%ld", &child) != 1)
        die("memory", "cannot find the supervisor");
    fclose(list);
    snprintf(path, sizeof path, "/proc/%ld/smaps_rollup", child);
    FILE *map = fopen(path, "r");
    while (map && fgets(line, sizeof line, map))
        if (sscanf(line, "Private_Dirty: %ld", &value) == 1 ||
            sscanf(line, "Private_Clean: %ld", &value) == 1)
            kib += value;
    if (map)
        fclose(map);
    sandbox_close(box);
    close(program);
    figure("supervisor's own memory", (double)kib / 1024, "MB", 4, false);
}

int main(int argc, char **argv)
{
    char folder[] = "/tmp/sandbox-bench.XXXXXX";
    json = argc > 1 ? fopen(argv[1], "w") : NULL;
    long wanted = argc > 2 ? strtol(argv[2], NULL, 10) : 0;
    if (!json || (argc > 2 && (wanted < 10 || wanted > RUNS_MAX / 2)) || !mkdtemp(folder)) {
        fprintf(stderr, "usage: sandbox_bench JSON_FILE [RUNS, 10 to %d]\n", RUNS_MAX / 2);
        return 2;
    }
    runs = wanted ? (unsigned)wanted : runs;
    fputs("[", json);
    printf("The sandbox (medians of %u runs):\n", runs);
    bench_runs(folder);
    bench_start();
    bench_throughput();
    bench_overshoot();
    bench_flips();
    bench_memory();
    rmdir(folder);
    fputs("\n]\n", json);
    return fclose(json) == 0 ? 0 : 3;
}
