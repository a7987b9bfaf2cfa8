/* evidence.c - from what the kernel told to how a run ended. */
#include "sandbox/evidence.h"

#include <assert.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

/* A program under Linux reserves a little beyond what it asks for; a megabyte is the grain of these
 * words. */
static unsigned long long megabytes(uint64_t bytes)
{
    return (bytes + (1 << 19)) >> 20;
}

static bool ended_well(const struct evidence *evidence)
{
    return WIFEXITED(evidence->status) && WEXITSTATUS(evidence->status) == 0;
}

static uint64_t usage_us(const struct rusage *usage)
{
    return (uint64_t)(usage->ru_utime.tv_sec + usage->ru_stime.tv_sec) * 1000000 +
           (uint64_t)(usage->ru_utime.tv_usec + usage->ru_stime.tv_usec);
}

/* Evidence for the memory limit: the peak passed it, or an allocation was refused and the program
 * did not get over it. */
static bool is_memory(const struct evidence *evidence, const struct sandbox_spec *spec,
                      const struct sandbox_result *result)
{
    return result->memory_bytes > spec->memory_bytes || evidence->oom_killed ||
           (evidence->refused_bytes > 0 && !ended_well(evidence));
}

static bool is_signal(const struct evidence *evidence, int number)
{
    return WIFSIGNALED(evidence->status) && WTERMSIG(evidence->status) == number;
}

static bool is_output(const struct evidence *evidence, const struct sandbox_spec *spec)
{
    return evidence->output_bytes > spec->output_bytes || is_signal(evidence, SIGXFSZ);
}

static bool is_cpu(const struct evidence *evidence, const struct sandbox_spec *spec,
                   const struct sandbox_result *result)
{
    return evidence->stopped_for == SANDBOX_CPU || result->cpu_us > spec->cpu_us;
}

static enum sandbox_limit limit_hit(const struct evidence *evidence,
                                    const struct sandbox_spec *spec,
                                    const struct sandbox_result *result)
{
    if (is_memory(evidence, spec, result))
        return SANDBOX_MEMORY;
    if (is_output(evidence, spec))
        return SANDBOX_OUTPUT;
    if (is_cpu(evidence, spec, result))
        return SANDBOX_CPU;
    return evidence->stopped_for;
}

static void say_limit(const struct sandbox_spec *spec, struct sandbox_result *out)
{
    size_t room = sizeof out->cause;
    switch (out->limit) {
    case SANDBOX_MEMORY:
        if (out->refused_bytes > 0 && out->memory_bytes <= spec->memory_bytes)
            snprintf(out->cause, room, "allocation of %llu MB refused at %llu MB (limit %llu MB)",
                     megabytes(out->refused_bytes), megabytes(out->refused_at_bytes),
                     megabytes(spec->memory_bytes));
        else
            snprintf(out->cause, room, "used more than %llu MB of memory",
                     megabytes(spec->memory_bytes));
        break;
    case SANDBOX_OUTPUT:
        snprintf(out->cause, room, "wrote more than %llu bytes",
                 (unsigned long long)spec->output_bytes);
        break;
    case SANDBOX_CPU:
        snprintf(out->cause, room, "used more than %.3f s of CPU time", (double)spec->cpu_us / 1e6);
        break;
    case SANDBOX_WALL:
        snprintf(out->cause, room, "still running after %.1f s of wall time",
                 (double)spec->wall_us / 1e6);
        break;
    case SANDBOX_IDLE:
        snprintf(out->cause, room, "waited or slept for %.1f s, using hardly any CPU time",
                 (double)spec->wall_us / 1e6);
        break;
    case SANDBOX_NONE:
        assert(false && "a limit that was hit has a name");
        break;
    }
}

static void say_signal(struct sandbox_result *out)
{
    static const struct {
        int number;
        const char *words;
    } known[] = {
        { SIGSEGV, "invalid memory access (SIGSEGV)" },
        { SIGBUS, "invalid memory access (SIGBUS)" },
        { SIGFPE, "arithmetic error, such as a division by zero (SIGFPE)" },
        { SIGABRT,
          "aborted: a failed assert, or heap corruption found by the C library (SIGABRT)" },
        { SIGILL, "invalid instruction (SIGILL)" },
        { SIGTRAP, "trap instruction (SIGTRAP)" },
    };
    snprintf(out->cause, sizeof out->cause, "killed by signal %d", out->signal);
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (known[i].number == out->signal)
            snprintf(out->cause, sizeof out->cause, "%s", known[i].words);
}

static void say(const struct sandbox_spec *spec, struct sandbox_result *out)
{
    bool is_call = !strchr(out->denied, ' '); /* else a few words of the supervisor's */
    if (out->end == SANDBOX_DENIED)
        snprintf(out->cause, sizeof out->cause, is_call ? "call of `%s` refused" : "forbidden: %s",
                 out->denied);
    else if (out->end == SANDBOX_LIMIT)
        say_limit(spec, out);
    else if (out->end == SANDBOX_SIGNAL)
        say_signal(out);
    else if (out->exit_code != 0)
        snprintf(out->cause, sizeof out->cause, "exit status %d", out->exit_code);
    if (out->before_main) {
        char words[sizeof out->cause];
        memcpy(words, out->cause, sizeof words);
        snprintf(out->cause, sizeof out->cause, "before main: %.140s",
                 words[0] ? words : "the program ended");
    }
}

/* The peak, where the kernel's number is the program's own or could be within the limit. */
static uint64_t peak_bytes(const struct evidence *evidence, const struct sandbox_spec *spec)
{
    const uint64_t grain = 1 << 20; /* of the kernel's counting while the set-up goes on */
    uint64_t peak = (uint64_t)evidence->usage.ru_maxrss * 1024;
    bool is_unknown = evidence->floor_bytes && peak <= evidence->floor_bytes + grain;
    return is_unknown && peak > spec->memory_bytes ? 0 : peak;
}

void evidence_judge(const struct evidence *evidence, const struct sandbox_spec *spec,
                    struct sandbox_result *out)
{
    assert(evidence && spec && out);
    struct sandbox_result result = {
        .end = SANDBOX_EXIT,
        .exit_code = -1,
        .cpu_us = usage_us(&evidence->usage) + evidence->extra_cpu_us,
        .wall_us = evidence->wall_us,
        .memory_bytes = peak_bytes(evidence, spec),
        .output_bytes = evidence->output_bytes,
        .refused_bytes = evidence->refused_bytes,
        .refused_at_bytes = evidence->refused_at_bytes,
        .before_main = evidence->before_main,
        .layers = out->layers,
    };
    /* The filter kills for a foreign ABI (32-bit or x32 calls); everything else that is forbidden
     * is asked about. */
    const char *denied = evidence->denied[0]           ? evidence->denied
                         : is_signal(evidence, SIGSYS) ? "a foreign system call ABI"
                                                       : "";
    snprintf(result.denied, sizeof result.denied, "%s", denied);
    result.limit = denied[0] ? SANDBOX_NONE : limit_hit(evidence, spec, &result);
    if (denied[0]) {
        result.end = SANDBOX_DENIED;
    } else if (result.limit != SANDBOX_NONE) {
        result.end = SANDBOX_LIMIT;
    } else if (WIFSIGNALED(evidence->status)) {
        result.end = SANDBOX_SIGNAL;
        result.signal = WTERMSIG(evidence->status);
    } else {
        result.exit_code = WEXITSTATUS(evidence->status);
    }
    say(spec, &result);
    *out = result;
}

void evidence_image_too_large(uint64_t image_bytes, const struct sandbox_spec *spec,
                              struct sandbox_result *out)
{
    *out = (struct sandbox_result){ .end = SANDBOX_LIMIT,
                                    .limit = SANDBOX_MEMORY,
                                    .exit_code = -1,
                                    .memory_bytes = image_bytes,
                                    .before_main = true,
                                    .layers = out->layers };
    snprintf(out->cause, sizeof out->cause,
             "code and static data alone take %llu MB (limit %llu MB)", megabytes(image_bytes),
             megabytes(spec->memory_bytes));
}
