/* test_evidence.c - from the kernel's facts to an end and its cause in words: one row a rule. */
#include "sandbox/evidence.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>

#include "sandbox/sandbox.h"

/* Statuses as wait(2) lays them out: the exit status in the second byte, the signal in the first.
 */
#define EXITED(code)   ((code) << 8)
#define KILLED(number) (number)

static const struct sandbox_spec limits = {
    .cpu_us = 1000000, .wall_us = 5000000, .memory_bytes = 64 << 20, .output_bytes = 1000
};

struct row {
    const char *what;
    int status;
    uint64_t cpu_us, extra_us, resident_kb, output, refused, floor;
    const char *denied;
    enum sandbox_limit stopped;
    bool oom, before_main;
    enum sandbox_end end;
    enum sandbox_limit limit;
    int number; /* exit status or signal */
    const char *cause;
};

/* clang-format off */
static const struct row rows[] = {
    { "a good end", EXITED(0), .end = SANDBOX_EXIT, .cause = "" },
    { "a status of its own", EXITED(7), .end = SANDBOX_EXIT, .number = 7, .cause = "exit status 7" },
    { "a crash", KILLED(SIGSEGV), .end = SANDBOX_SIGNAL, .number = SIGSEGV, .cause = "invalid memory access (SIGSEGV)" },
    { "SIGKILL from nobody known is a signal", KILLED(SIGKILL), .end = SANDBOX_SIGNAL, .number = SIGKILL, .cause = "killed by signal 9" },
    { "SIGXCPU sent to itself is a signal", KILLED(SIGXCPU), .end = SANDBOX_SIGNAL, .number = SIGXCPU, .cause = "killed by signal 24" },
    { "a forbidden call is before all else", KILLED(SIGKILL), .cpu_us = 2000000, .resident_kb = 99999, .output = 2000, .denied = "socket", .stopped = SANDBOX_CPU, .end = SANDBOX_DENIED, .cause = "call of `socket` refused" },
    { "words of ours are no call", KILLED(SIGKILL), .denied = "a forged message", .end = SANDBOX_DENIED, .cause = "forbidden: a forged message" },
    { "SIGSYS is a foreign ABI", KILLED(SIGSYS), .end = SANDBOX_DENIED, .cause = "forbidden: a foreign system call ABI" },
    { "memory is before output and CPU", KILLED(SIGKILL), .cpu_us = 2000000, .resident_kb = 65537, .output = 2000, .end = SANDBOX_LIMIT, .limit = SANDBOX_MEMORY, .cause = "used more than 64 MB of memory" },
    { "exactly the memory is within", EXITED(0), .resident_kb = 65536, .end = SANDBOX_EXIT, .cause = "" },
    { "a refusal and a crash", KILLED(SIGSEGV), .refused = 8 << 20, .end = SANDBOX_LIMIT, .limit = SANDBOX_MEMORY, .cause = "allocation of 8 MB refused at 60 MB (limit 64 MB)" },
    { "a refusal and a bad status", EXITED(1), .refused = 8 << 20, .end = SANDBOX_LIMIT, .limit = SANDBOX_MEMORY, .cause = "refused at 60 MB" },
    { "a refusal it got over", EXITED(0), .refused = 8 << 20, .end = SANDBOX_EXIT, .cause = "" },
    { "the kernel wanted memory", KILLED(SIGKILL), .oom = true, .end = SANDBOX_LIMIT, .limit = SANDBOX_MEMORY, .cause = "used more than 64 MB of memory" },
    { "a caller larger than the limit proves nothing", EXITED(0), .resident_kb = 500000, .floor = 500000ull * 1024, .end = SANDBOX_EXIT, .cause = "" },
    { "but more than the caller does", EXITED(0), .resident_kb = 502000, .floor = 500000ull * 1024, .end = SANDBOX_LIMIT, .limit = SANDBOX_MEMORY, .cause = "used more than 64 MB of memory" },
    { "exactly the output is within", EXITED(0), .output = 1000, .end = SANDBOX_EXIT, .cause = "" },
    { "a byte more is not", EXITED(0), .output = 1001, .end = SANDBOX_LIMIT, .limit = SANDBOX_OUTPUT, .cause = "wrote more than 1000 bytes" },
    { "a write far behind the end", KILLED(SIGXFSZ), .end = SANDBOX_LIMIT, .limit = SANDBOX_OUTPUT, .cause = "wrote more than 1000 bytes" },
    { "output is before CPU", KILLED(SIGKILL), .cpu_us = 2000000, .output = 1001, .end = SANDBOX_LIMIT, .limit = SANDBOX_OUTPUT, .cause = "wrote more than 1000 bytes" },
    { "exactly the CPU time is within", EXITED(0), .cpu_us = 1000000, .end = SANDBOX_EXIT, .cause = "" },
    { "time of others is its own", EXITED(0), .cpu_us = 900000, .extra_us = 100001, .end = SANDBOX_LIMIT, .limit = SANDBOX_CPU, .cause = "used more than 1.000 s of CPU time" },
    { "stopped for CPU", KILLED(SIGKILL), .cpu_us = 990000, .stopped = SANDBOX_CPU, .end = SANDBOX_LIMIT, .limit = SANDBOX_CPU, .cause = "used more than 1.000 s of CPU time" },
    { "stopped for wall time", KILLED(SIGKILL), .cpu_us = 900000, .stopped = SANDBOX_WALL, .end = SANDBOX_LIMIT, .limit = SANDBOX_WALL, .cause = "still running after 5.0 s of wall time" },
    { "stopped for sleeping", KILLED(SIGKILL), .stopped = SANDBOX_IDLE, .end = SANDBOX_LIMIT, .limit = SANDBOX_IDLE, .cause = "waited or slept for 5.0 s, using hardly any CPU time" },
    { "before main", KILLED(SIGSEGV), .before_main = true, .end = SANDBOX_SIGNAL, .number = SIGSEGV, .cause = "before main: invalid memory access (SIGSEGV)" },
    { "a good end before main", EXITED(0), .before_main = true, .end = SANDBOX_EXIT, .cause = "before main: the program ended" },
};
/* clang-format on */

static struct sandbox_result judged(const struct row *row)
{
    struct sandbox_result result = { .layers = SANDBOX_SECCOMP };
    struct evidence evidence = { .status = row->status,
                                 .extra_cpu_us = row->extra_us,
                                 .output_bytes = row->output,
                                 .stopped_for = row->stopped,
                                 .denied = row->denied ? row->denied : "",
                                 .refused_bytes = row->refused,
                                 .refused_at_bytes = row->refused ? 60 << 20 : 0,
                                 .oom_killed = row->oom,
                                 .before_main = row->before_main,
                                 .floor_bytes = row->floor };
    evidence.usage.ru_utime.tv_sec = (time_t)(row->cpu_us / 1000000);
    evidence.usage.ru_stime.tv_usec = (suseconds_t)(row->cpu_us % 1000000);
    evidence.usage.ru_maxrss = (long)row->resident_kb;
    evidence_judge(&evidence, &limits, &result);
    return result;
}

Test(evidence, each_fact_has_its_end_and_its_words)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *row = &rows[i];
        struct sandbox_result got = judged(row);
        cr_expect_eq(got.end, row->end, "%s: end %d", row->what, got.end);
        cr_expect_eq(got.limit, row->limit, "%s: limit %d", row->what, got.limit);
        int number = got.end == SANDBOX_SIGNAL ? got.signal : got.exit_code;
        if (row->end == SANDBOX_EXIT || row->end == SANDBOX_SIGNAL)
            cr_expect_eq(number, row->number, "%s: %d", row->what, number);
        else
            cr_expect(got.exit_code == -1 && got.signal == 0, "%s", row->what);
        cr_expect(row->cause[0] ? strstr(got.cause, row->cause) != NULL : !got.cause[0], "%s: '%s'",
                  row->what, got.cause);
        cr_expect_eq(got.layers, (unsigned)SANDBOX_SECCOMP, "%s", row->what);
    }
}

Test(evidence, an_image_over_the_limit_says_its_size)
{
    struct sandbox_result result = { .layers = 0 };
    evidence_image_too_large(200 << 20, &limits, &result);
    cr_expect(result.end == SANDBOX_LIMIT && result.limit == SANDBOX_MEMORY && result.before_main);
    cr_expect_str_eq(result.cause, "code and static data alone take 200 MB (limit 64 MB)");
}
