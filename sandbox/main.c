/* main.c - the command `sandbox run`: one program, once, and what happened to it. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sandbox/sandbox.h"

enum { EXIT_USAGE = 2, EXIT_LIMIT = 124, EXIT_FAULT = 125 };

static const char help[] =
    "usage: sandbox run [OPTION]… -- PROGRAM [ARG…]\n"
    "\n"
    "Runs a program that nobody trusts and tells what it did. Needs no root and no set-up.\n"
    "\n"
    "  --cpu-ms N         CPU time, user and system (10000)\n"
    "  --wall-ms N        wall time (60000)\n"
    "  --memory-kib N     memory (262144)\n"
    "  --output-kib N     standard output and error together, and each file (65536)\n"
    "  --processes N      processes, or threads, at once (1; 64 for tool)\n"
    "  --profile P        program: no files, processes, sockets; threads: and POSIX threads;\n"
    "                     tool: read-only toolchain, a private folder, processes (program)\n"
    "  --stdin FILE       standard input (empty)\n"
    "  --stdout FILE      standard output goes to this file (to our own)\n"
    "  --stderr FILE      standard error goes to this file (to our own)\n"
    "  --report FILE      what happened, as JSON\n"
    "  --without LIST     leave layers out: landlock,namespaces,cgroup,addresses\n"
    "  --starter          the program has the starter linked in\n"
    "  --repeat N         run it N times in one sandbox; the last run is reported\n"
    "\n"
    "       sandbox layers         what this machine offers\n"
    "       sandbox starter FILE   write the starter's object file (link with -Wl,--wrap=main)\n"
    "\n"
    "Exit code: the program's own; 128+signal; 124 for a limit or a forbidden call; 125 when it "
    "could\n"
    "not be run; 2 for a wrong command line.\n"
    "\n"
    "Examples:\n"
    "  sandbox run -- ./a.out\n"
    "  sandbox run --cpu-ms 1000 --stdin 1.in --stdout 1.out --report 1.json -- ./a.out\n"
    "  sandbox run --profile tool -- /usr/bin/gcc --version\n";

struct options {
    struct sandbox_spec spec;
    const char *input, *output, *errors, *report;
    uint64_t repeat;
    char *const *argv;
};

static int wrong(const char *what, const char *which)
{
    fprintf(stderr, "sandbox: %s%s (see 'sandbox --help')\n", what, which);
    return EXIT_USAGE;
}

static bool number(const char *text, uint64_t unit, uint64_t *out)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end || errno || value == 0 ||
        value > UINT64_MAX / unit / 2)
        return false;
    *out = value * unit;
    return true;
}

static bool set_cpu(struct options *o, const char *text)
{
    return number(text, 1000, &o->spec.cpu_us);
}

static bool set_wall(struct options *o, const char *text)
{
    return number(text, 1000, &o->spec.wall_us);
}

static bool set_memory(struct options *o, const char *text)
{
    return number(text, 1024, &o->spec.memory_bytes);
}

static bool set_output(struct options *o, const char *text)
{
    return number(text, 1024, &o->spec.output_bytes);
}

static bool set_processes(struct options *o, const char *text)
{
    uint64_t count;
    if (!number(text, 1, &count) || count > 4096)
        return false;
    o->spec.processes = (unsigned)count;
    return true;
}

static bool set_profile(struct options *o, const char *text)
{
    static const char *const names[] = {
        [SANDBOX_PROGRAM] = "program", [SANDBOX_THREADS] = "threads", [SANDBOX_TOOL] = "tool"
    };
    for (unsigned i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], text) == 0) {
            o->spec.profile = (enum sandbox_profile)i;
            return true;
        }
    return false;
}

static bool set_without(struct options *o, const char *text)
{
    while (*text) {
        size_t size = strcspn(text, ",");
        unsigned found = 0;
        for (unsigned i = 0; i < SANDBOX_LAYER_COUNT; i++) {
            const char *name = sandbox_layer_name(1u << i);
            if (strlen(name) == size && memcmp(name, text, size) == 0)
                found = 1u << i;
        }
        if (!(found & (SANDBOX_LANDLOCK | SANDBOX_NAMESPACES | SANDBOX_CGROUP | SANDBOX_ADDRESSES)))
            return false;
        o->spec.without |= found;
        text += size + (text[size] == ',');
    }
    return true;
}

static bool set_input(struct options *o, const char *text)
{
    o->input = text;
    return true;
}

static bool set_stdout(struct options *o, const char *text)
{
    o->output = text;
    return true;
}

static bool set_stderr(struct options *o, const char *text)
{
    o->errors = text;
    return true;
}

static bool set_report(struct options *o, const char *text)
{
    o->report = text;
    return true;
}

static bool set_repeat(struct options *o, const char *text)
{
    return number(text, 1, &o->repeat) && o->repeat <= 10000000;
}

static bool set_starter(struct options *o, const char *text)
{
    (void)text;
    o->spec.has_starter = true;
    return true;
}

static const struct {
    const char *name;
    bool (*set)(struct options *, const char *);
    bool is_flag;
} option_table[] = {
    { "--cpu-ms", set_cpu, false },          { "--wall-ms", set_wall, false },
    { "--memory-kib", set_memory, false },   { "--output-kib", set_output, false },
    { "--processes", set_processes, false }, { "--profile", set_profile, false },
    { "--stdin", set_input, false },         { "--stdout", set_stdout, false },
    { "--stderr", set_stderr, false },       { "--report", set_report, false },
    { "--without", set_without, false },     { "--repeat", set_repeat, false },
    { "--starter", set_starter, true },
};

/* 0, or the exit code for a wrong command line. */
static int parse(int argc, char **argv, struct options *o)
{
    int at = 0;
    while (at < argc && strcmp(argv[at], "--") != 0) {
        size_t i = 0;
        while (i < sizeof option_table / sizeof option_table[0] &&
               strcmp(option_table[i].name, argv[at]) != 0)
            i++;
        if (i == sizeof option_table / sizeof option_table[0])
            return wrong(argv[at][0] == '-' ? "unknown option " : "'--' is missing before ",
                         argv[at]);
        const char *value = option_table[i].is_flag ? "" : at + 1 < argc ? argv[at + 1] : NULL;
        if (!value || !option_table[i].set(o, value))
            return wrong("a wrong or missing value for ", argv[at]);
        at += option_table[i].is_flag ? 1 : 2;
    }
    if (at + 1 >= argc)
        return wrong("no program given", "");
    o->argv = argv + at + 1;
    bool is_tool = o->spec.profile == SANDBOX_TOOL;
    if (o->spec.processes == 0)
        o->spec.processes = is_tool ? 64 : o->spec.profile == SANDBOX_THREADS ? 16 : 1;
    if (o->spec.profile == SANDBOX_PROGRAM && o->spec.processes != 1)
        return wrong("the program profile has one process", "");
    return 0;
}

/* The program in a memory file of its own: whoever it belonged to, the sandbox's user may execute
 * it. */
static int open_program(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (file < 0 || fstat(file, &st) != 0 || !S_ISREG(st.st_mode)) {
        fprintf(stderr, "sandbox: cannot open '%s': %s\n", path,
                file < 0 ? strerror(errno) : "not a regular file");
        if (file >= 0)
            close(file);
        return -1;
    }
    int copy = memfd_create("program", MFD_CLOEXEC);
    off_t left = st.st_size;
    while (copy >= 0 && left > 0) {
        ssize_t moved = sendfile(copy, file, NULL, (size_t)left);
        if (moved <= 0) {
            fprintf(stderr, "sandbox: cannot read '%s'\n", path);
            close(copy);
            copy = -1;
        }
        left -= moved;
    }
    close(file);
    return copy;
}

static int open_output(const char *path)
{
    return path ? open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)
                : memfd_create("output", MFD_CLOEXEC);
}

static void copy_out(int from, int to)
{
    char bytes[65536];
    ssize_t got;
    if (lseek(from, 0, SEEK_SET) != 0)
        return;
    while ((got = read(from, bytes, sizeof bytes)) > 0)
        for (ssize_t at = 0, put = 0; at < got && put >= 0; at += put)
            put = write(to, bytes + at, (size_t)(got - at));
}

static const char *const ends[] = { [SANDBOX_EXIT] = "exit",
                                    [SANDBOX_SIGNAL] = "signal",
                                    [SANDBOX_LIMIT] = "limit",
                                    [SANDBOX_DENIED] = "denied" };
static const char *const limits[] = {
    [SANDBOX_NONE] = "none", [SANDBOX_CPU] = "cpu",       [SANDBOX_WALL] = "wall",
    [SANDBOX_IDLE] = "idle", [SANDBOX_MEMORY] = "memory", [SANDBOX_OUTPUT] = "output"
};

/* All strings are our own words: no escaping needed, but for a fault, which quotes nothing but
 * errno texts. */
static void put_report(FILE *to, const struct sandbox_result *r, const char *fault)
{
    if (fault)
        fprintf(to, "{\"end\": \"fault\", \"cause\": \"%s\"}\n", fault);
    else {
        fprintf(to,
                "{\"end\": \"%s\", \"code\": %d, \"signal\": %d, \"limit\": \"%s\", \"denied\": "
                "\"%s\",\n"
                " \"cause\": \"%s\", \"cpu_us\": %llu, \"wall_us\": %llu, \"memory_bytes\": %llu,\n"
                " \"output_bytes\": %llu, \"layers\": [",
                ends[r->end], r->exit_code, r->signal, limits[r->limit], r->denied, r->cause,
                (unsigned long long)r->cpu_us, (unsigned long long)r->wall_us,
                (unsigned long long)r->memory_bytes, (unsigned long long)r->output_bytes);
        const char *comma = "";
        for (unsigned i = 0; i < SANDBOX_LAYER_COUNT; i++)
            if (r->layers >> i & 1) {
                fprintf(to, "%s\"%s\"", comma, sandbox_layer_name(1u << i));
                comma = ", ";
            }
        fputs("]}\n", to);
    }
}

static int exit_code(const struct sandbox_result *r)
{
    switch (r->end) {
    case SANDBOX_EXIT:
        return r->exit_code;
    case SANDBOX_SIGNAL:
        return 128 + r->signal;
    case SANDBOX_LIMIT:
    case SANDBOX_DENIED:
        return EXIT_LIMIT;
    }
    return EXIT_FAULT;
}

static bool report(const struct options *o, const struct sandbox_result *result, const char *fault)
{
    if (fault)
        fprintf(stderr, "sandbox: %s\n", fault);
    else if (result->cause[0])
        fprintf(stderr, "sandbox: %s\n", result->cause);
    if (!o->report)
        return true;
    FILE *to = fopen(o->report, "we");
    if (to)
        put_report(to, result, fault);
    if (!to || fclose(to) != 0) {
        fprintf(stderr, "sandbox: cannot write '%s': %s\n", o->report, strerror(errno));
        return false;
    }
    return true;
}

static struct sandbox_io open_io(const struct options *o)
{
    int input =
        o->input ? open(o->input, O_RDONLY | O_CLOEXEC) : memfd_create("input", MFD_CLOEXEC);
    return (struct sandbox_io){ .argv = (const char *const *)o->argv,
                                .input = input,
                                .output = open_output(o->output),
                                .errors = open_output(o->errors) };
}

/* As often as asked for, each time from the start of the input into an empty output. */
static bool run_repeatedly(const struct options *o, const struct sandbox_io *io,
                           struct sandbox_result *result, struct sandbox_fault *fault)
{
    struct sandbox *sandbox = sandbox_open(&o->spec, fault);
    bool ran = sandbox != NULL;
    for (uint64_t i = 0; ran && i < o->repeat; i++) {
        if (lseek(io->input, 0, SEEK_SET) < 0 || lseek(io->output, 0, SEEK_SET) < 0 ||
            ftruncate(io->output, 0) < 0) {
            snprintf(fault->text, sizeof fault->text, "cannot start over: %s", strerror(errno));
            ran = false;
            break;
        }
        ran = sandbox_run(sandbox, io, result, fault);
    }
    sandbox_close(sandbox);
    return ran;
}

static int run(struct options *o)
{
    struct sandbox_fault fault;
    struct sandbox_result result;
    bool is_tool = o->spec.profile == SANDBOX_TOOL;
    o->spec.program = is_tool ? -1 : open_program(o->argv[0]);
    if (!is_tool && o->spec.program < 0)
        return EXIT_USAGE;
    struct sandbox_io io = open_io(o);
    if (io.input < 0 || io.output < 0 || io.errors < 0)
        return wrong("cannot open a file for standard input, output or error", "");
    bool ran = run_repeatedly(o, &io, &result, &fault);
    if (ran && !o->output)
        copy_out(io.output, STDOUT_FILENO);
    if (ran && !o->errors)
        copy_out(io.errors, STDERR_FILENO);
    bool told = report(o, &result, ran ? NULL : fault.text);
    return ran && told ? exit_code(&result) : EXIT_FAULT;
}

static int write_starter(const char *path)
{
    const void *bytes;
    size_t size;
    sandbox_starter_object(&bytes, &size);
    FILE *to = fopen(path, "we");
    bool good = to && fwrite(bytes, 1, size, to) == size;
    if (to && fclose(to) != 0)
        good = false;
    if (!good)
        fprintf(stderr, "sandbox: cannot write '%s': %s\n", path, strerror(errno));
    return good ? 0 : EXIT_FAULT;
}

int main(int argc, char **argv)
{
    struct options options = { .spec = { .profile = SANDBOX_PROGRAM,
                                         .cpu_us = 10000000,
                                         .wall_us = 60000000,
                                         .memory_bytes = 256 << 20,
                                         .output_bytes = 64 << 20,
                                         .space_bytes = 256 << 20,
                                         .space_inodes = 10000 },
                               .repeat = 1 };
    const char *command = argc > 1 ? argv[1] : "";
    signal(SIGCHLD, SIG_DFL); /* ignored by who started us, our children's ends would be lost */
    if (strcmp(command, "--help") == 0 || strcmp(command, "-h") == 0 ||
        (argc > 2 && strcmp(argv[2], "--help") == 0)) {
        fputs(help, stdout);
        return 0;
    }
    if (strcmp(command, "layers") == 0) {
        for (unsigned i = 0; i < SANDBOX_LAYER_COUNT; i++)
            printf("%-12s %s\n", sandbox_layer_name(1u << i),
                   sandbox_layers() >> i & 1 ? "yes" : "no");
        return 0;
    }
    if (strcmp(command, "starter") == 0 && argc == 3)
        return write_starter(argv[2]);
    if (strcmp(command, "run") != 0)
        return wrong(argc > 1 ? "unknown command " : "no command", command);
    int bad = parse(argc - 2, argv + 2, &options);
    return bad ? bad : run(&options);
}
