/* test_sandbox.c - the sandbox's promises to its caller: faults, leaks, state, and how few calls
 * get through. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/child.h"
#include "sandbox/sandbox.h"
#include "tests/support/sandbox_program.h"

static struct sandbox_spec spec_of(int program)
{
    return (struct sandbox_spec){ .profile = SANDBOX_PROGRAM,
                                  .program = program,
                                  .has_starter = true,
                                  .cpu_us = 300000,
                                  .wall_us = 20000000,
                                  .memory_bytes = 64 << 20,
                                  .output_bytes = 1 << 20,
                                  .processes = 1 };
}

static struct sandbox_spec tool_spec(void)
{
    return (struct sandbox_spec){ .profile = SANDBOX_TOOL,
                                  .program = -1,
                                  .cpu_us = 5000000,
                                  .wall_us = 30000000,
                                  .memory_bytes = 256 << 20,
                                  .output_bytes = 1 << 20,
                                  .processes = 16,
                                  .space_bytes = 16 << 20,
                                  .space_inodes = 100 };
}

/* What one run printed, at most 255 bytes. */
struct run {
    bool ran;
    struct sandbox_result result;
    struct sandbox_fault fault;
    char output[256];
};

static struct run run_in(struct sandbox *box, const char *const *argv, const char *const *collect,
                         int *collected)
{
    struct run run = { 0 };
    int input = open("/dev/null", O_RDONLY | O_CLOEXEC);
    int output = memfd_create("output", MFD_CLOEXEC), errors = memfd_create("errors", MFD_CLOEXEC);
    const struct sandbox_io io = { .argv = argv,
                                   .input = input,
                                   .output = output,
                                   .errors = errors,
                                   .collect = collect,
                                   .collected = collected };
    run.ran = sandbox_run(box, &io, &run.result, &run.fault);
    ssize_t got = pread(output, run.output, sizeof run.output - 1, 0);
    run.output[got > 0 ? got : 0] = '\0';
    close(input);
    close(output);
    close(errors);
    return run;
}

static unsigned open_descriptors(void)
{
    unsigned count = 0;
    DIR *list = opendir("/proc/self/fd");
    while (readdir(list))
        count++;
    closedir(list);
    return count;
}

static bool has_children(void)
{
    return waitpid(-1, NULL, WNOHANG) >= 0 || errno != ECHILD;
}

static const char *const plain_argv[] = { "program", NULL };
static const char hello[] = "#include <stdio.h>\nint main(void) { puts(\"ran\"); return 0; }";

Test(sandbox, every_step_of_set_up_that_fails_is_a_fault_and_nothing_runs_or_leaks)
{
    int program = sandbox_program(hello);
    unsigned before = open_descriptors();
    for (int with_starter = 0; with_starter < 2; with_starter++)
        for (int step = 1; step <= child_step_count(); step++) {
            struct sandbox_spec spec = spec_of(program);
            struct sandbox_fault fault = { "" };
            spec.has_starter = with_starter;
            spec.fail_step = step;
            struct sandbox *box = sandbox_open(&spec, &fault);
            if (box) {
                struct run run = run_in(box, plain_argv, NULL, NULL);
                cr_expect_not(run.ran, "step %d", step);
                cr_expect_str_empty(run.output);
                fault = run.fault;
                sandbox_close(box);
            }
            cr_expect(strstr(fault.text, child_step_name(step - 1)), "step %d: '%s'", step,
                      fault.text);
            cr_expect_eq(open_descriptors(), before, "step %d leaks", step);
            cr_expect_not(has_children(), "step %d leaves a process", step);
        }
    close(program);
}

Test(sandbox, a_limit_that_is_not_set_is_a_fault)
{
    struct sandbox_fault fault;
    struct sandbox_spec spec = tool_spec();
    spec.cpu_us = 0;
    cr_expect_null(sandbox_open(&spec, &fault));
    cr_expect(strstr(fault.text, "a limit is not set"));
}

Test(sandbox, no_state_goes_from_run_to_run)
{
    int program = sandbox_program(
        "#include <stdio.h>\n#include <stdlib.h>\n#include <signal.h>\n"
        "static int runs; static char *heap;\n"
        "int main(void) { sigset_t s; sigprocmask(SIG_BLOCK, NULL, &s);\n"
        "  printf(\"%d %s %d\\n\", ++runs, heap ? heap : \"none\", sigismember(&s, SIGUSR1));\n"
        "  heap = malloc(9); heap[0] = 'x'; sigaddset(&s, SIGUSR1);\n"
        "  sigprocmask(SIG_BLOCK, &s, NULL); signal(SIGTERM, SIG_IGN); return 0; }");
    const struct sandbox_spec spec = spec_of(program);
    struct sandbox_fault fault;
    struct sandbox *box = sandbox_open(&spec, &fault);
    cr_assert(box, "%s", fault.text);
    for (int i = 0; i < 5; i++) {
        struct run run = run_in(box, plain_argv, NULL, NULL);
        cr_expect(run.ran && run.result.end == SANDBOX_EXIT && run.result.exit_code == 0, "%s",
                  run.result.cause);
        cr_expect_str_eq(run.output, "1 none 0\n");
    }
    sandbox_close(box);
    close(program);
}

Test(sandbox, a_crash_in_one_run_is_not_the_next_ones)
{
    int program =
        sandbox_program("#include <stdlib.h>\n#include <stdio.h>\nint main(int c, char **v) {\n"
                        "  if (c > 1) abort(); puts(\"fine\"); return 0; }");
    const struct sandbox_spec spec = spec_of(program);
    const char *const crashing[] = { "program", "crash", NULL };
    struct sandbox_fault fault;
    struct sandbox *box = sandbox_open(&spec, &fault);
    cr_assert(box, "%s", fault.text);
    struct run first = run_in(box, crashing, NULL, NULL),
               second = run_in(box, plain_argv, NULL, NULL);
    cr_expect(first.result.end == SANDBOX_SIGNAL && first.result.signal == SIGABRT, "%s",
              first.result.cause);
    cr_expect(second.result.end == SANDBOX_EXIT && second.result.exit_code == 0);
    cr_expect_str_eq(second.output, "fine\n");
    sandbox_close(box);
    close(program);
}

Test(sandbox, many_in_a_row_leave_no_process_and_no_descriptor)
{
    int program = sandbox_program(hello);
    const struct sandbox_spec spec = spec_of(program);
    struct sandbox_fault fault;
    unsigned before = open_descriptors();
    for (int i = 0; i < 60; i++) {
        struct sandbox *box = sandbox_open(&spec, &fault);
        cr_assert(box, "%s", fault.text);
        if (i % 2) {
            struct run run = run_in(box, plain_argv, NULL, NULL);
            cr_expect_str_eq(run.output, "ran\n");
        }
        sandbox_close(box);
    }
    cr_expect_eq(open_descriptors(), before);
    cr_expect_not(has_children());
    close(program);
}

Test(sandbox, a_supervisor_killed_from_outside_is_a_fault_and_no_hang)
{
    int program = sandbox_program(hello);
    const struct sandbox_spec spec = spec_of(program);
    struct sandbox_fault fault;
    char path[64], line[64] = "";
    struct sandbox *box = sandbox_open(&spec, &fault);
    cr_assert(box, "%s", fault.text);
    snprintf(path, sizeof path, "/proc/self/task/%ld/children", (long)getpid());
    FILE *children = fopen(path, "r");
    cr_assert(children && fgets(line, sizeof line, children));
    fclose(children);
    cr_assert_eq(kill((pid_t)atol(line), SIGKILL), 0);
    struct run run = run_in(box, plain_argv, NULL, NULL);
    cr_expect_not(run.ran);
    cr_expect(strlen(run.fault.text) > 0);
    sandbox_close(box);
    cr_expect_not(has_children());
    close(program);
}

Test(sandbox, only_regular_files_of_the_private_folder_come_back)
{
    struct sandbox_spec spec = tool_spec();
    const struct sandbox_file files[] = { { "in/given.txt", "given", 5 } };
    spec.files = files;
    spec.file_count = 1;
    const char *const argv[] = {
        "/bin/sh", "-c",
        "cp in/given.txt good; ln -s /etc/passwd link; mkdir folder; mkfifo fifo; "
        "ln -s in way; echo x >in/deep",
        NULL
    };
    const char *const collect[] = { "good",    "link",     "folder",  "fifo",
                                    "missing", "way/deep", "in/deep", NULL };
    int collected[7];
    struct sandbox_fault fault;
    struct sandbox *box = sandbox_open(&spec, &fault);
    cr_assert(box, "%s", fault.text);
    struct run run = run_in(box, argv, collect, collected);
    cr_assert(run.ran, "%s", run.fault.text);
    char bytes[16] = "";
    cr_expect_eq(read(collected[0], bytes, sizeof bytes), 5);
    cr_expect_str_eq(bytes, "given");
    for (int i = 1; i < 6; i++)
        cr_expect_eq(collected[i], -1, "'%s' came back", collect[i]);
    cr_expect_geq(collected[6], 0);
    /* and the folder is empty again for the next run */
    const char *const list[] = { "/bin/ls", NULL };
    struct run again = run_in(box, list, NULL, NULL);
    cr_expect_str_eq(again.output, "in\n");
    sandbox_close(box);
    close(collected[0]);
    close(collected[6]);
}

/* Refused by the filter with EINVAL, which the kernel could have said too; and two that Linux 6.14
 * and newer take out of seccomp's hands: uretprobe and uprobe of x86-64, which do nothing outside
 * their own trampolines. */
static bool is_no_call_of_ours(int number)
{
    enum { URETPROBE = 335, UPROBE = 336 };
    return number == SYS_fsync || number == SYS_fdatasync || number == URETPROBE ||
           number == UPROBE;
}

/* Every number by itself, from inside: the process says what came back, or ends in a way that
 * tells. */
Test(sandbox, at_most_45_system_calls_reach_the_kernel, .timeout = 120)
{
    int program = sandbox_program(
        "#define _GNU_SOURCE\n#include <errno.h>\n#include <stdio.h>\n#include "
        "<stdlib.h>\n#include <unistd.h>\n"
        "int main(int c, char **v) { errno = 0; (void)c; alarm(4);\n"
        "  syscall(atoi(v[1]), 0, 0, 0, 0, 0, 0); printf(\"%d\\n\", errno); return 0; }");
    /* By these the filter refuses; a call that is in doubt was refused by the filter (filter.c,
     * `harmless`). */
    static const int refusals[] = { ENOSYS, EACCES, ENOENT, ENOTTY, EMFILE, EPERM };
    const struct sandbox_spec spec = spec_of(program);
    struct sandbox_fault fault;
    struct sandbox *box = sandbox_open(&spec, &fault);
    cr_assert(box, "%s", fault.text);
    unsigned reached = 0;
    for (int number = 0; number <= 500; number++) {
        char text[16];
        snprintf(text, sizeof text, "%d", number);
        const char *const argv[] = { "program", text, NULL };
        struct run run = run_in(box, argv, NULL, NULL);
        cr_assert(run.ran, "%d: %s", number, run.fault.text);
        bool is_refused = run.result.end == SANDBOX_DENIED || is_no_call_of_ours(number);
        for (size_t i = 0; run.output[0] && i < sizeof refusals / sizeof refusals[0]; i++)
            is_refused |= atoi(run.output) == refusals[i];
        reached += !is_refused;
    }
    sandbox_close(box);
    close(program);
    cr_expect_leq(reached, 45, "%u calls reach the kernel", reached);
    cr_expect_geq(reached, 25, "the scan finds too few: %u", reached);
    cr_expect(sandbox_open_calls() > 0 && sandbox_open_calls() <= 45, "%u by the filter",
              sandbox_open_calls());
}

/* Where a fresh sandbox puts stack, heap, a mapping and (in a dynamic program) the library. */
static void addresses(int program, bool has_starter, unsigned without, char *out, size_t size)
{
    struct sandbox_spec spec = spec_of(program);
    struct sandbox_fault fault;
    const char *const argv[] = { "program", NULL };
    spec.has_starter = has_starter;
    spec.without = without;
    struct sandbox *box = sandbox_open(&spec, &fault);
    cr_assert(box, "%s", fault.text);
    struct run run = run_in(box, argv, NULL, NULL);
    sandbox_close(box);
    cr_assert(run.ran && run.result.end == SANDBOX_EXIT, "%s", run.result.cause);
    cr_assert_eq(!(run.result.layers & SANDBOX_ADDRESSES),
                 without || !(sandbox_layers() & SANDBOX_ADDRESSES));
    snprintf(out, size, "%s", run.output);
}

/* Not under gdb or setarch -R, nor where the machine is told not to. */
static bool is_random_outside(void)
{
    FILE *file = fopen("/proc/sys/kernel/randomize_va_space", "re");
    int how = file ? fgetc(file) : '0';
    if (file)
        fclose(file);
    return how != '0' && !(personality(0xffffffff) & ADDR_NO_RANDOMIZE);
}

Test(sandbox, every_sandbox_puts_a_program_at_the_same_addresses)
{
    static const char where[] = "#include <stdio.h>\n"
                                "#include <stdlib.h>\n"
                                "int main(void) {\n"
                                "    int local;\n"
                                "    printf(\"%p %p %p\\n\", (void *)&local, malloc(10),\n"
                                "           malloc(1 << 20));\n"
                                "}\n";
    if (!(sandbox_layers() & SANDBOX_ADDRESSES))
        cr_skip_test("the machine does not offer it");
    for (int has_starter = 0; has_starter < 2; has_starter++) {
        int program = has_starter ? sandbox_program(where) : sandbox_plain_program(where);
        char once[256], again[256], without[256];
        addresses(program, has_starter, 0, once, sizeof once);
        addresses(program, has_starter, 0, again, sizeof again);
        addresses(program, has_starter, SANDBOX_ADDRESSES, without, sizeof without);
        cr_expect_str_eq(once, again);
        if (is_random_outside())
            cr_expect_str_neq(once, without, "the layer does nothing: %s", once);
        close(program);
    }
}

Test(sandbox, a_set_in_python_has_the_same_order_in_each_run)
{
    static const char *const argv[] = { "/usr/bin/python3", "-c",
                                        "print(list({'a','b','c','d','e','f','g','h'}))", NULL };
    if (access(argv[0], X_OK) != 0)
        cr_skip_test("no Python here");
    struct sandbox_spec spec = tool_spec();
    struct sandbox_fault fault;
    struct sandbox *box = sandbox_open(&spec, &fault);
    cr_assert(box, "%s", fault.text);
    struct run once = run_in(box, argv, NULL, NULL), again = run_in(box, argv, NULL, NULL);
    sandbox_close(box);
    cr_assert(once.ran && once.result.end == SANDBOX_EXIT, "%s", once.result.cause);
    cr_expect_str_eq(once.output, again.output);
}
