/* arbiter.c - a second opinion on a suspicious count: the instructions that a processor executes.
 */
#include "grader/growth/arbiter.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/base/num.h"
#include "grader/growth/arbiter_object.h"
#include "grader/growth/fit.h"
#include "grader/growth/requirement.h"

#define QEMU         "/usr/bin/qemu-x86_64"
#define PROGRAM      ".grader-program"
#define PLUGIN       ".grader-arbiter.so"
#define INSTRUCTIONS ".grader-instructions"

enum { SIZES_MOST = 7, POINTS_MOST = 9, PROGRAM_BYTES_MAX = 64 * 1024 * 1024 };

/* Memory is address space here: qemu sets much of it aside. */
static const struct run_limits limits = { 10000000, 60000000, 8ULL << 30, 64 << 20, 16 };

static const char script[] = "chmod +x " PROGRAM "\n"
                             "exec " QEMU " -plugin ./" PLUGIN " ./" PROGRAM "\n";

bool arbiter_exists(void)
{
    return access(QEMU, X_OK) == 0;
}

/* What one run did; instructions are 0 when it did not end well. */
struct run_facts {
    double instructions, input_bytes;
    uint64_t cpu_us;
};

static bool run_once(const struct arbiter_request *request, struct run_session *session,
                     const struct growth_point *at, size_t family, struct arena *arena,
                     struct run_facts *out, struct err *err)
{
    static const char *const argv[] = { "/bin/sh", "-c", script, NULL };
    static const char *const collect[] = { INSTRUCTIONS, NULL };
    int file;
    size_t bytes;
    struct str text, line;
    uint64_t count = 0;
    if (!lab_input(request->lab, at, family, &file, &bytes, err))
        return false;
    const struct run_request run = { .argv = argv, .input = file, .collect = collect };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!runner_run(request->runner, session, &run, &outcome, err))
        return false;
    if (outcome.verdict == VERDICT_ACCEPTED && outcome.collected[0] >= 0) {
        struct err ignored = { 0 };
        if (!fd_read_all(outcome.collected[0], 100, arena, &text, &ignored) ||
            !str_next_line(&text, &line) || !num_u64(line, 0, UINT64_MAX, &count))
            count = 0;
    }
    *out = (struct run_facts){ (double)count, (double)bytes, outcome.cpu_us };
    return true;
}

/* ---- which sizes ---- */

/* Of so many sizes the first, the middle one and the last. */
static bool is_chosen(size_t index, size_t count)
{
    return index == 0 || index == (count - 1) / 2 || index == count - 1;
}

static size_t index_of(const struct growth_sizes *sizes, double size)
{
    size_t i = 0;
    while (i < sizes->count && sizes->at[i] != size)
        i++;
    return i;
}

/* Pairs of sizes must tell n and m apart; of one size the smaller ones do. */
static size_t choose(const struct arbiter_request *request, struct growth_point *out)
{
    const struct growth_plan *plan = request->plan;
    size_t count = 0;
    for (size_t i = 0; i < request->point_count; i++) {
        const struct growth_point *at = &request->points[i];
        bool is_wanted = plan->has_second ? is_chosen(index_of(&plan->n, at->n), plan->n.count) &&
                                                is_chosen(index_of(&plan->m, at->m), plan->m.count)
                                          : i < SIZES_MOST;
        if (is_wanted && count < POINTS_MOST)
            out[count++] = *at;
    }
    return count;
}

/* ---- runs ---- */

/* Three curves over the same sizes. */
struct curves {
    struct growth_point instructions[POINTS_MOST], bytes[POINTS_MOST], counted[POINTS_MOST];
    size_t count;
    uint64_t cpu_us;
};

/* The worst family of each size; stops at a run that does not end well. */
static bool run_all(const struct arbiter_request *request, struct run_session *session,
                    struct arena *arena, struct curves *out, struct err *err)
{
    struct growth_point points[POINTS_MOST];
    size_t count = choose(request, points);
    for (size_t i = 0; i < count; i++) {
        const struct growth_point *at = &points[i];
        double most = 0, most_bytes = 0;
        for (size_t family = 0; family < request->plan->family_count; family++) {
            struct run_facts run;
            if (!run_once(request, session, at, family, arena, &run, err))
                return false;
            out->cpu_us += run.cpu_us;
            if (run.instructions <= 0)
                return true;
            most = fmax(most, run.instructions);
            most_bytes = fmax(most_bytes, run.input_bytes);
        }
        out->instructions[i] = (struct growth_point){ at->n, at->m, most };
        out->bytes[i] = (struct growth_point){ at->n, at->m, most_bytes };
        out->counted[i] =
            (struct growth_point){ at->n, at->m,
                                   at->cost * plan_operations(request->plan, at->n, at->m) };
        out->count++;
    }
    return true;
}

/* ---- the verdict ---- */

static void conclude_by_class(const struct curves *curves, struct arena *arena,
                              struct arbiter_opinion *out)
{
    struct growth_fit fit;
    enum growth_class bytes, counted;
    if (fit_curve(curves->instructions, curves->count, &fit) &&
        fit_class(curves->bytes, curves->count, &bytes) &&
        fit_class(curves->counted, curves->count, &counted)) {
        enum growth_class allowed = bytes > counted ? bytes : counted;
        out->is_known = true;
        out->is_honest = fit.candidates[0] <= requirement_with_log(allowed);
        out->verdict =
            arena_printf(arena, "the processor's instructions grow as %s, what was counted as %s",
                         growth_class_name(fit.class), growth_class_name(counted));
    }
}

/* Of what starting up, the counted work and reading the input do not explain: nine honest programs
 * left exponents of 0.02 over, one that hid n m behind n + m left 0.42, in n and m together. */
static const double most_unexplained = 0.15;

static void conclude_by_mixture(const struct curves *curves, struct arena *arena,
                                struct arbiter_opinion *out)
{
    double start[POINTS_MOST], counted[POINTS_MOST], bytes[POINTS_MOST];
    const double *const parts[] = { start, counted, bytes };
    struct excess excess;
    for (size_t i = 0; i < curves->count; i++) {
        start[i] = 1;
        counted[i] = fmax(curves->counted[i].cost, 1);
        bytes[i] = fmax(curves->bytes[i].cost, 1);
    }
    if (curves->count < FIT_POINT_MIN ||
        !excess_over_mixture(curves->instructions, parts, COUNT_OF(parts), curves->count, &excess))
        return;
    out->is_known = true;
    out->is_honest = fmax(excess.n, 0) + fmax(excess.m, 0) <= most_unexplained;
    out->verdict = arena_printf(arena,
                                "the processor's instructions grow n^%.2f and m^%.2f faster than "
                                "what was counted explains",
                                excess.n, excess.m);
}

bool arbiter_ask(const struct arbiter_request *request, struct arena *arena,
                 struct arbiter_opinion *out, struct err *err)
{
    struct str program;
    struct curves curves = { 0 };
    struct run_session *session;
    if (lseek(request->bare, 0, SEEK_SET) != 0 ||
        !fd_read_all(request->bare, PROGRAM_BYTES_MAX, arena, &program, err))
        return false;
    const struct source_file files[] = { { PROGRAM, program }, { PLUGIN, arbiter_object() } };
    const struct run_program tool = { .name = "arbiter",
                                      .profile = RUN_TOOL,
                                      .limits = limits,
                                      .executable = -1,
                                      .files = files,
                                      .file_count = COUNT_OF(files) };
    if (!runner_open(request->runner, &tool, &session, err))
        return false;
    bool good = run_all(request, session, arena, &curves, err);
    runner_close(request->runner, session);
    if (!good)
        return false;
    *out = (struct arbiter_opinion){ .cpu_us = curves.cpu_us };
    if (request->plan->has_second)
        conclude_by_mixture(&curves, arena, out);
    else
        conclude_by_class(&curves, arena, out);
    return true;
}
