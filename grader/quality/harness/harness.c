/* harness.c - linked into a program under sanitizers: runs it on one input after the other. */

/*
 * Theory of operation
 *
 *   main ──wrap──> for each input: fork ──> the program's own main, its standard error in memory
 *                     │                        │ every basic block: one unit of work
 *                     └── wait, read what was said: kinds of errors and frames, to our output
 *
 * One start serves all inputs: a start of AddressSanitizer costs ten runs of a small test. Work is
 * counted, not timed, so that what is run never depends on how busy the machine is; a run that
 * reaches what is left of the allowance ends there.
 *
 * Nothing here protects anybody. The program shares this memory and may say what it likes: its
 * inputs are public (grader/pipeline/public_tests.h), so there is nothing that it could tell.
 */

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    INPUTS_MAX = 1000,
    SAID_MAX = 256 * 1024, /* of what a run says; the rest is passed over */
    ERRORS_MAX = 20,       /* of one run that are passed on */
    FRAMES_MAX = 12,
    LINE_MAX_SHOWN = 600,
};

/* All runs together and one alone, in basic blocks: 3 to 8 ns each with -O0 and AddressSanitizer.
 */
static const uint64_t work_max = 6000000, work_of_one_max = 3000000;

static const char asan[] = "ERROR: AddressSanitizer: ";
static const char ubsan[] = "runtime error: ";

int __real_main(int argc, char **argv, char **envp);
int __wrap_main(int argc, char **argv, char **envp);
const char *__asan_default_options(void);
void __sanitizer_cov_trace_pc(void);

/* The environment is empty, so the options are compiled in. */
const char *__asan_default_options(void)
{
    return "detect_leaks=0:allocator_may_return_null=1:hard_rss_limit_mb=512:symbolize=0";
}

/* Shared by all runs; before main there is nothing to count for. */
static uint64_t *work_left;

void __sanitizer_cov_trace_pc(void)
{
    if (work_left && --*work_left == 0)
        syscall(SYS_exit_group, 0);
}

static _Noreturn void run(int input, int said, char **envp)
{
    static char name[] = "program";
    char *argv[] = { name, NULL };
    int nothing = open("/dev/null", O_WRONLY);
    dup2(input, 0);
    dup2(nothing, 1);
    dup2(said, 2);
    for (int fd = 3; fd < 16; fd++)
        close(fd);
    exit(__real_main(1, argv, envp));
}

/* A line of a report: "    #1 0x55d0c8 (/proc/self/exe+0x1f23)"; the number within the program. */
static int read_frame(const char *line, unsigned long *out)
{
    static const char *const modules[] = { "exe+0x", ".grader-sanitized+0x" };
    while (*line == ' ')
        line++;
    if (*line != '#')
        return 0;
    for (size_t i = 0; i < sizeof modules / sizeof modules[0]; i++) {
        const char *at = strstr(line, modules[i]);
        if (at) {
            *out = strtoul(at + strlen(modules[i]), NULL, 16);
            return 1;
        }
    }
    return 0;
}

/* What is passed on of a run's words: the errors, and the frames of AddressSanitizer's one. */
struct passing {
    int frames; /* for addr2line */
    unsigned errors, shown_frames;
    int in_report;
};

static void pass_line(struct passing *p, char *line)
{
    unsigned long frame;
    int is_report = strstr(line, asan) != NULL;
    if ((is_report || strstr(line, ubsan)) && p->errors < ERRORS_MAX) {
        dprintf(STDOUT_FILENO, "%.*s\n", LINE_MAX_SHOWN, line);
        p->errors++;
        p->in_report |= is_report;
    } else if (p->in_report && p->shown_frames < FRAMES_MAX && read_frame(line, &frame)) {
        dprintf(STDOUT_FILENO, "frame 0x%lx\n", frame);
        dprintf(p->frames, "0x%lx\n", frame);
        p->shown_frames++;
    }
}

static void pass_on(int said, int frames)
{
    static char text[SAID_MAX + 1];
    struct passing p = { .frames = frames };
    ssize_t size = pread(said, text, SAID_MAX, 0);
    if (size <= 0)
        return;
    for (ssize_t i = 0; i < size; i++)
        if (text[i] == '\0')
            text[i] = '?';
    text[size] = '\0';
    for (char *line = text, *end; *line; line = end) {
        end = line + strcspn(line, "\n");
        if (*end)
            *end++ = '\0';
        pass_line(&p, line);
    }
}

/* Returns what the run left of its share of the work. */
static uint64_t run_one(int input, uint64_t share, int frames, char **envp)
{
    int status, said = memfd_create("said", 0);
    *work_left = share;
    pid_t pid = fork();
    if (pid == 0)
        run(input, said, envp);
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    pass_on(said, frames);
    close(said);
    return *work_left > share ? 0 : *work_left;
}

/* $1: the inputs' names without their number, $2: where the frames go. */
int __wrap_main(int argc, char **argv, char **envp)
{
    char path[64];
    uint64_t left = work_max;
    int frames = argc == 3 ? open(argv[2], O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    work_left =
        mmap(NULL, sizeof *work_left, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (frames < 0 || work_left == MAP_FAILED)
        return 1;
    for (unsigned i = 0; i < INPUTS_MAX && left > 0; i++) {
        snprintf(path, sizeof path, "%.40s%u", argv[1], i);
        int input = open(path, O_RDONLY | O_CLOEXEC);
        if (input < 0)
            break;
        uint64_t share = left < work_of_one_max ? left : work_of_one_max;
        dprintf(STDOUT_FILENO, "run %u\n", i + 1); /* not by stdio, which is the program's */
        left -= share - run_one(input, share, frames, envp);
        close(input);
    }
    close(frames);
    return 0;
}
