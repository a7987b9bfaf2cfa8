/* test_caller.c - callers that are large, careless, dying, or on a machine that lacks something. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "sandbox/sandbox.h"
#include "tests/support/sandbox_program.h"

static struct sandbox_spec spec_of(int program, bool has_starter, unsigned without)
{
    return (struct sandbox_spec){ .profile = SANDBOX_PROGRAM,
                                  .program = program,
                                  .has_starter = has_starter,
                                  .cpu_us = 2000000,
                                  .wall_us = 60000000,
                                  .memory_bytes = 32 << 20,
                                  .output_bytes = 1 << 20,
                                  .processes = 1,
                                  .without = without };
}

static struct sandbox_spec tool_spec(unsigned without)
{
    return (struct sandbox_spec){ .profile = SANDBOX_TOOL,
                                  .program = -1,
                                  .cpu_us = 2000000,
                                  .wall_us = 60000000,
                                  .memory_bytes = 64 << 20,
                                  .output_bytes = 1 << 20,
                                  .processes = 16,
                                  .space_bytes = 1 << 20,
                                  .space_inodes = 100,
                                  .without = without };
}

static bool run_once(struct sandbox *box, const char *const *argv, struct sandbox_result *out,
                     struct sandbox_fault *fault)
{
    int input = open("/dev/null", O_RDONLY | O_CLOEXEC), sink = memfd_create("s", MFD_CLOEXEC);
    const struct sandbox_io io = { .argv = argv, .input = input, .output = sink, .errors = sink };
    bool ran = sandbox_run(box, &io, out, fault);
    close(input);
    close(sink);
    return ran;
}

static const char *const plain_argv[] = { "program", NULL };
static const char ends[] = "int main(void) { return 3; }";
static const char sleeps[] = "#include <unistd.h>\nint main(void) { for (;;) sleep(100); }";

Test(caller, a_caller_larger_than_the_memory_limit_changes_no_verdict)
{
    enum { SIZE = 200 << 20 };
    const int programs[] = { sandbox_plain_program(ends), sandbox_program(ends) };
    char *large = malloc(SIZE);
    memset(large, 1, SIZE);
    for (int has_starter = 0; has_starter < 2; has_starter++) {
        const struct sandbox_spec spec = spec_of(programs[has_starter], has_starter, 0);
        struct sandbox_fault fault;
        struct sandbox_result result;
        struct sandbox *box = sandbox_open(&spec, &fault);
        cr_assert(box && run_once(box, plain_argv, &result, &fault), "%s", fault.text);
        cr_expect(result.end == SANDBOX_EXIT && result.exit_code == 3, "%s", result.cause);
        cr_expect_leq(result.memory_bytes, (uint64_t)32 << 20);
        sandbox_close(box);
    }
    cr_expect_eq(large[SIZE - 1], 1);
    free(large);
    close(programs[0]);
    close(programs[1]);
}

Test(caller, specs_that_can_not_be_held_are_faults)
{
    struct sandbox_fault fault;
    for (int which = 0; which < 8; which++) {
        struct sandbox_spec spec = which < 4 ? tool_spec(0) : spec_of(0, false, 0);
        static const char *const relative[] = { "etc", NULL };
        const struct sandbox_file file = { "a", "", 0 };
        which == 0 ? spec.memory_bytes = UINT64_MAX : 0;
        which == 1 ? spec.output_bytes = UINT64_MAX : 0;
        which == 2 ? (spec.readable = relative) : NULL;
        which == 3 ? spec.space_bytes = 0 : 0;
        which == 4 ? spec.program = -1 : 0;
        which == 5 ? spec.processes = 2 : 0;
        which == 6 ? (spec.files = &file, spec.file_count = 1) : 0;
        which == 7 ? spec.network = true : 0;
        fault.text[0] = '\0';
        cr_expect_null(sandbox_open(&spec, &fault), "spec %d", which);
        cr_expect(strstr(fault.text, "cannot open a sandbox: "), "spec %d: '%s'", which,
                  fault.text);
    }
}

Test(caller, what_is_not_a_program_is_a_fault)
{
    struct sandbox_fault fault;
    int script = memfd_create("script", MFD_CLOEXEC);
    cr_assert_eq(write(script, "#!/bin/sh\n", 10), 10);
    const struct sandbox_spec spec = spec_of(script, false, 0);
    cr_expect_null(sandbox_open(&spec, &fault));
    cr_expect(strstr(fault.text, "not an ELF executable"), "%s", fault.text);
    close(script);
}

Test(caller, a_folder_for_temporary_files_that_is_not_there_is_a_fault_that_says_so)
{
    struct sandbox_fault fault = { "" };
    int program = sandbox_program(ends);
    setenv("TMPDIR", "/nonexistent/folder", 1);
    const struct sandbox_spec spec = spec_of(program, true, 0),
                              tool = tool_spec(SANDBOX_NAMESPACES);
    struct sandbox *box = sandbox_open(&spec, &fault);
    if (sandbox_layers() & SANDBOX_NAMESPACES) {
        cr_expect_null(box);
        cr_expect(strstr(fault.text, "TMPDIR"), "%s", fault.text);
    }
    sandbox_close(box);
    struct sandbox_result result;
    const char *const argv[] = { "/bin/true", NULL };
    box = sandbox_open(&tool, &fault);
    cr_assert(box, "%s", fault.text);
    cr_expect_not(run_once(box, argv, &result, &fault));
    cr_expect(strstr(fault.text, "private folder"), "%s", fault.text);
    sandbox_close(box);
    close(program);
}

Test(caller, without_proc_it_is_a_fault_and_no_crash)
{
    int program = sandbox_program(ends);
    pid_t child = fork();
    if (child == 0) {
        struct sandbox_fault fault = { "" };
        const struct sandbox_spec spec = spec_of(program, true, 0);
        int flags = geteuid() == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;
        if (unshare(flags) != 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
            mount("none", "/proc", "tmpfs", 0, NULL) != 0)
            _exit(9);
        struct sandbox *box = sandbox_open(&spec, &fault);
        _exit(!box && strstr(fault.text, "cannot open a sandbox") ? 0 : 1);
    }
    int status;
    cr_assert_eq(waitpid(child, &status, 0), child);
    cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0, "status %#x", (unsigned)status);
    close(program);
}

Test(caller, two_sandboxes_at_once_do_not_know_each_other)
{
    int program = sandbox_program(ends);
    const struct sandbox_spec spec = spec_of(program, true, 0);
    struct sandbox_fault fault;
    struct sandbox_result result;
    struct sandbox *one = sandbox_open(&spec, &fault), *two = sandbox_open(&spec, &fault);
    cr_assert(one && two, "%s", fault.text);
    cr_expect(run_once(one, plain_argv, &result, &fault) && result.exit_code == 3);
    sandbox_close(one);
    cr_expect(run_once(two, plain_argv, &result, &fault) && result.exit_code == 3);
    sandbox_close(two);
    close(program);
}

/* Waits until no process is left that a caller left behind; all of them are ours then. */
static unsigned left_behind(void)
{
    const struct timespec pause = { 0, 10000000 };
    for (int look = 0; look < 500; look++) {
        pid_t got;
        while ((got = waitpid(-1, NULL, WNOHANG | __WALL)) > 0)
            ;
        if (got < 0 && errno == ECHILD)
            return 0;
        nanosleep(&pause, NULL);
    }
    return 1;
}

/* A caller that begins a run, says so, and is killed while it goes on. */
static void die_in_a_run(const struct sandbox_spec *spec, const char *const *argv)
{
    int pipes[2];
    char byte;
    cr_assert_eq(pipe2(pipes, O_CLOEXEC), 0);
    pid_t caller = fork();
    if (caller == 0) {
        struct sandbox_fault fault;
        int sink = memfd_create("s", MFD_CLOEXEC), input = open("/dev/null", O_RDONLY);
        const struct sandbox_io io = {
            .argv = argv, .input = input, .output = sink, .errors = sink
        };
        struct sandbox *box = sandbox_open(spec, &fault);
        if (!box || !sandbox_begin(box, &io, &fault))
            _exit(1);
        usleep(100000);
        if (write(pipes[1], "x", 1) != 1)
            _exit(1);
        for (;;)
            pause();
    }
    close(pipes[1]);
    cr_assert_eq(read(pipes[0], &byte, 1), 1);
    close(pipes[0]);
    cr_assert_eq(kill(caller, SIGKILL), 0);
}

Test(caller, nothing_outlives_a_caller_that_is_killed, .timeout = 60)
{
    static const unsigned without[] = { 0, SANDBOX_NAMESPACES };
    const int programs[] = { sandbox_plain_program(sleeps), sandbox_program(sleeps) };
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    for (int i = 0; i < 2; i++)
        for (int has_starter = 0; has_starter < 2; has_starter++) {
            const struct sandbox_spec spec =
                spec_of(programs[has_starter], has_starter, without[i]);
            die_in_a_run(&spec, plain_argv);
            cr_expect_eq(left_behind(), 0, "without %u, starter %d", without[i], has_starter);
        }
    close(programs[0]);
    close(programs[1]);
}

Test(caller, a_tools_processes_and_folder_go_with_a_caller_that_is_killed, .timeout = 60)
{
    static const unsigned without[] = { 0, SANDBOX_NAMESPACES };
    const char *const argv[] = { "/bin/sh", "-c",
                                 "mkdir -p a/b; chmod 0 a/b; sleep 1000 & sleep 1000 & sleep 1000",
                                 NULL };
    char folder[64];
    const char *temporary = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/caller.XXXXXX",
             temporary && *temporary && strlen(temporary) < 20 ? temporary : "/tmp");
    cr_assert(mkdtemp(folder) && chmod(folder, 0777) == 0);
    setenv("TMPDIR", folder, 1);
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    for (int i = 0; i < 2; i++) {
        const struct sandbox_spec spec = tool_spec(without[i]);
        die_in_a_run(&spec, argv);
        cr_expect_eq(left_behind(), 0, "without %u", without[i]);
    }
    cr_expect_eq(rmdir(folder), 0, "the private folder was left behind");
}

Test(caller, a_tool_that_leaves_processes_behind_ends_when_it_ends, .timeout = 30)
{
    static const unsigned without[] = { 0, SANDBOX_NAMESPACES };
    const char *const argv[] = { "/bin/sh", "-c", "sleep 1000 & sleep 1000 & exit 4", NULL };
    for (int i = 0; i < 2; i++) {
        const struct sandbox_spec spec = tool_spec(without[i]);
        struct sandbox_fault fault;
        struct sandbox_result result;
        struct sandbox *box = sandbox_open(&spec, &fault);
        cr_assert(box && run_once(box, argv, &result, &fault), "%s", fault.text);
        cr_expect(result.end == SANDBOX_EXIT && result.exit_code == 4, "%s", result.cause);
        cr_expect(run_once(box, argv, &result, &fault), "%s", fault.text);
        sandbox_close(box);
    }
}

/* As root the tool is another user, who must get into the folders that the sandbox made. */
Test(caller, the_caller_s_umask_is_not_asked, .timeout = 30)
{
    static const unsigned without[] = { 0, SANDBOX_NAMESPACES };
    const char *const argv[] = { "/bin/sh", "-c",
                                 "mkdir d && : >d/f && /usr/bin/stat -c %a d d/f && umask", NULL };
    umask(0777);
    for (int i = 0; i < 2; i++) {
        const struct sandbox_spec spec = tool_spec(without[i]);
        struct sandbox_fault fault;
        struct sandbox_result result;
        struct sandbox *box = sandbox_open(&spec, &fault);
        int output = memfd_create("said", MFD_CLOEXEC);
        const struct sandbox_io io = {
            .argv = argv, .input = output, .output = output, .errors = output
        };
        char said[100] = "";
        cr_assert(box && sandbox_run(box, &io, &result, &fault), "%s", fault.text);
        cr_expect(pread(output, said, sizeof said - 1, 0) >= 0);
        cr_expect_str_eq(said, "755\n644\n0022\n", "without %u: %s", without[i], result.cause);
        sandbox_close(box);
        close(output);
    }
}

Test(caller, work_before_the_starter_is_charged_to_each_run)
{
    int program = sandbox_program(
        "#include <time.h>\nstatic void early(void) {\n"
        "  clock_t end = clock() + CLOCKS_PER_SEC / 5; while (clock() < end) ; }\n"
        "__attribute__((section(\".preinit_array\"), used)) static void (*p)(void) = early;\n"
        "int main(void) { return 0; }");
    const struct sandbox_spec spec = spec_of(program, true, 0);
    struct sandbox_fault fault;
    struct sandbox_result result;
    struct sandbox *box = sandbox_open(&spec, &fault);
    cr_assert(box, "%s", fault.text);
    for (int i = 0; i < 3; i++) {
        cr_assert(run_once(box, plain_argv, &result, &fault), "%s", fault.text);
        cr_expect_eq(result.end, SANDBOX_EXIT, "%s", result.cause);
        cr_expect_geq(result.cpu_us, 190000, "run %d was charged %llu us", i,
                      (unsigned long long)result.cpu_us);
    }
    sandbox_close(box);
    close(program);
}
