/* doctor.c - does judging work here? */
#include "grader/pipeline/doctor.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/base/hash.h"
#include "grader/build/build.h"

/* Each shows one thing that judging relies on. Tiny limits: all of them together take about a
 * second. */
static const struct {
    const char *name, *source;
    enum verdict expected;
    const char *cause;  /* must be part of the cause in words */
    const char *output; /* must be the whole output; NULL: any */
} programs[] = {
    { "input is read, output is told",
      "#include <stdio.h>\nint main(void) { int a, b; return scanf(\"%d %d\", &a, &b) == 2 ? "
      "!printf(\"%d\\n\", a + b) : 1; }",
      VERDICT_ACCEPTED, "", "42\n" },
    { "sorting, heap and floating point",
      "#include <stdio.h>\n#include <stdlib.h>\nstatic int c(const void *a, const void *b) { "
      "return *(const int *)a - *(const int *)b; }\n"
      "int main(void) { int n = 100000, *v = malloc(sizeof(int) * n); for (int i = 0; i < n; i++) "
      "v[i] = (i * 7919) % n; qsort(v, n, sizeof *v, c); printf(\"%d %.3f\\n\", v[n / 2], 1 / "
      "3.0); free(v); }",
      VERDICT_ACCEPTED, "", "50000 0.333\n" },
    { "an exit status of its own", "int main(void) { return 3; }", VERDICT_RUN_ERROR,
      "exit status 3", NULL },
    { "a null pointer", "int main(void) { *(volatile int *)0 = 1; }", VERDICT_RUN_ERROR, "SIGSEGV",
      NULL },
    { "a loop without end", "int main(void) { for (volatile unsigned i = 0;; i++) ; }",
      VERDICT_TIME_LIMIT, "CPU time", NULL },
    { "memory without end",
      "#include <stdlib.h>\n#include <string.h>\nint main(void) { for (;;) { char *p = malloc(1 << "
      "16); if (!p) return 1; memset(p, 1, 1 << 16); } }",
      VERDICT_MEMORY_LIMIT, "MB", NULL },
    { "recursion without end",
      "int f(volatile int *p) { volatile int a[64]; a[0] = *p; return f((int *)a) + a[0]; }\nint "
      "main(void) { int x = 1; return f(&x); }",
      VERDICT_MEMORY_LIMIT, "MB", NULL },
    { "output without end",
      "#include <stdio.h>\nint main(void) { for (;;) puts(\"all work and no play makes jack a dull "
      "boy\"); }",
      VERDICT_OUTPUT_LIMIT, "wrote more", NULL },
    { "a socket",
      "#include <sys/socket.h>\nint main(void) { return socket(AF_INET, SOCK_STREAM, 0) < 0; }",
      VERDICT_FORBIDDEN_CALL, "`socket`", NULL },
    { "a second process", "#include <unistd.h>\nint main(void) { return fork() < 0; }",
      VERDICT_FORBIDDEN_CALL, "`clone`", NULL },
    { "another program",
      "#include <unistd.h>\nint main(void) { return execl(\"/bin/true\", \"true\", (char *)0); }",
      VERDICT_FORBIDDEN_CALL, "`execve`", NULL },
    { "a file of the host",
      "#include <stdio.h>\nint main(void) { puts(fopen(\"/etc/passwd\", \"r\") ? \"open\" : "
      "\"refused\"); }",
      VERDICT_ACCEPTED, "", "refused\n" },
    { "a signal to its parent",
      "#include <signal.h>\n#include <unistd.h>\nint main(void) { return kill(getppid(), SIGKILL); "
      "}",
      VERDICT_FORBIDDEN_CALL, "`kill`", NULL },
};

static bool build(const struct means *means, size_t index, struct arena *arena, int *out_executable,
                  struct err *err)
{
    struct source_file *file = ARENA_NEW(arena, struct source_file);
    *file = (struct source_file){ "program.c", str_of(programs[index].source) };
    const struct build_request request = {
        .sources = { programs[index].name, file, 1 },
        .mode = BUILD_RUN,
        .limits = { .cpu_us = 20000000, .memory_bytes = UINT64_C(2) << 30, .code_bytes = 1 << 20 },
        .starter = means->starter
    };
    struct compile_result result;
    if (!build_program(means->runner, &request, arena, &result, out_executable, err))
        return false;
    return result.ok ||
           err_set(err, ERR_FAULT, "the compiler refuses a program of ours: %s", result.cause);
}

static bool run(const struct means *means, size_t index, int executable, struct run_outcome *out,
                struct err *err)
{
    const struct run_program program = { .name = programs[index].name,
                                         .profile = RUN_PROGRAM,
                                         .limits = { .cpu_us = 100000,
                                                     .wall_us = 10000000,
                                                     .memory_bytes = 16 << 20,
                                                     .output_bytes = 1 << 20,
                                                     .processes = 1 },
                                         .executable = executable,
                                         .has_starter = means->starter.length > 0 };
    static const char *const argv[] = { "program", NULL };
    int input;
    if (!memory_file("input", "40 2\n", 5, &input, err))
        return false;
    const struct run_request request = { .argv = argv, .input = input };
    bool ran = runner_once(means->runner, &program, &request, out, err);
    fd_close(&input);
    return ran;
}

static void judge(size_t index, const struct run_outcome *outcome, struct arena *arena,
                  struct doctor_finding *out)
{
    bool says_cause = strstr(outcome->cause, programs[index].cause) != NULL;
    bool says_output = !programs[index].output || str_is(outcome->output, programs[index].output);
    *out = (struct doctor_finding){ .name = programs[index].name,
                                    .expected = programs[index].expected,
                                    .got = outcome->verdict,
                                    .cause = arena_strdup(arena, outcome->cause),
                                    .is_good = outcome->verdict == programs[index].expected &&
                                               says_cause && says_output };
}

static bool examine_one(const struct means *means, size_t index, struct arena *arena,
                        struct doctor_finding *out, struct err *err)
{
    SCOPED_FD executable = -1;
    struct run_outcome outcome = { 0 };
    if (!build(means, index, arena, &executable, err) ||
        !run(means, index, executable, &outcome, err))
        return err_wrap(err, "self-test '%s'", programs[index].name);
    judge(index, &outcome, arena, out);
    run_outcome_release(&outcome);
    return true;
}

bool doctor_examine(const struct means *means, struct arena *arena, struct doctor_finding **out,
                    size_t *out_count, struct err *err)
{
    struct doctor_finding *findings = ARENA_ARRAY(arena, COUNT_OF(programs), struct doctor_finding);
    for (size_t i = 0; i < COUNT_OF(programs); i++)
        if (!examine_one(means, i, arena, &findings[i], err))
            return false;
    *out = findings;
    *out_count = COUNT_OF(programs);
    return true;
}

/* ---- before the first grading ---- */

/* Another grader, kernel, compiler, user or set of layers must show itself anew. */
static void name_of_pass(const struct means *means, struct arena *arena, const char **out)
{
    struct hash hash;
    struct utsname kernel;
    struct stat st;
    hash_init(&hash, NULL, 0);
    if (stat(means->executable, &st) == 0) {
        hash_number(&hash, (uint64_t)st.st_size);
        hash_number(&hash, (uint64_t)st.st_mtim.tv_sec);
        hash_number(&hash, (uint64_t)st.st_mtim.tv_nsec);
    }
    if (stat("/usr/bin/gcc", &st) == 0)
        hash_number(&hash, (uint64_t)st.st_mtim.tv_sec);
    if (uname(&kernel) == 0)
        hash_field(&hash, str_of(kernel.release));
    hash_number(&hash, geteuid());
    const char *const *layers = runner_protection(means->runner);
    for (size_t i = 0; layers[i]; i++)
        hash_field(&hash, str_of(layers[i]));
    char text[HASH_TEXT_MAX];
    hash_finish(&hash, text);
    *out = arena_printf(arena, "%s/doctor-%s", means->cache, text);
}

bool doctor_must_pass(const struct means *means, struct arena *arena, struct err *err)
{
    const char *pass;
    struct doctor_finding *findings;
    size_t count;
    name_of_pass(means, arena, &pass);
    if (access(pass, F_OK) == 0)
        return true;
    if (!doctor_examine(means, arena, &findings, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!findings[i].is_good)
            return err_set(err, ERR_FAULT,
                           "this machine does not judge rightly: self-test '%s' got %s (%s), not "
                           "%s; see 'grader doctor'",
                           findings[i].name, verdict_code(findings[i].got), findings[i].cause,
                           verdict_code(findings[i].expected));
    return file_write(pass, "", 0, err);
}
