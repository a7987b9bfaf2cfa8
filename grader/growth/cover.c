/* cover.c - which lines of a counted program any of many inputs executes. */
#include "grader/growth/cover.h"

#include <assert.h>

#include "grader/growth/lab.h"

struct covering {
    const struct cover_request *request;
    struct arena *arena;
    uint64_t units, bytes, last_units, last_bytes;
    uint64_t *ever; /* sums over all runs; NULL: none yet */
    size_t counter_count;
    struct region_counters *functions;
    size_t function_count;
    struct cover made;
};

/* By the square of the size, from the last one: few accepted solutions grow faster. */
static bool would_be_too_large(const struct covering *c, const struct cover_input *input)
{
    if (c->bytes + input->bytes > COVER_BYTES_MAX)
        return true;
    double times = c->last_bytes > 0 ? (double)input->bytes / (double)c->last_bytes : 1;
    return (double)c->units + (double)c->last_units * times * times > COVER_UNITS_MAX;
}

static bool add_up(struct covering *c, struct str errors)
{
    struct count_details read;
    if (!count_read_details(errors, c->request->program->key, c->arena, &read))
        return false;
    if (!c->ever) {
        c->counter_count = read.counter_count;
        c->ever = ARENA_ARRAY(c->arena, read.counter_count, uint64_t);
        c->functions = read.functions;
        c->function_count = read.function_count;
    }
    if (read.counter_count != c->counter_count)
        return false;
    for (size_t i = 0; i < read.counter_count; i++)
        c->ever[i] += read.counters[i];
    return true;
}

static bool run(struct covering *c, struct run_session *session, const struct cover_input *input,
                struct err *err)
{
    static const char *const argv[] = { "program", NULL };
    const struct run_request request = { .argv = argv,
                                         .input_path = input->path,
                                         .input = input->path ? -1 : input->file };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    struct count_record record;
    if (!runner_run(c->request->runner, session, &request, &outcome, err))
        return false;
    c->made.cpu_us += outcome.cpu_us;
    if (outcome.verdict != VERDICT_ACCEPTED)
        c->made.not_measured = "the counted program does not end well on a public test";
    else if (!count_read(outcome.errors, c->request->program->key, &record) ||
             !add_up(c, outcome.errors))
        c->made.not_measured = "the counted program left no count on a public test";
    if (c->made.not_measured)
        return true;
    c->last_units = record.units;
    c->last_bytes = input->bytes;
    c->units += record.units;
    c->bytes += input->bytes;
    c->made.inputs++;
    return true;
}

static bool run_all(struct covering *c, struct err *err)
{
    const struct cover_request *request = c->request;
    const struct run_program program = { .name = request->sources->name,
                                         .profile = RUN_PROGRAM,
                                         .limits = { .cpu_us = LAB_CPU_US_MAX,
                                                     .wall_us = 10ULL * LAB_CPU_US_MAX,
                                                     .memory_bytes = request->memory_bytes,
                                                     .output_bytes = LAB_INPUT_BYTES_MAX,
                                                     .processes = 1 },
                                         .executable = request->program->executable,
                                         .has_starter = request->has_starter };
    struct run_session *session;
    if (!runner_open(request->runner, &program, &session, err))
        return false;
    bool good = true;
    for (size_t i = 0; good && i < request->input_count && !c->made.not_measured &&
                       !would_be_too_large(c, &request->inputs[i]);
         i++)
        good = run(c, session, &request->inputs[i], err);
    runner_close(request->runner, session);
    return good;
}

bool cover_measure(const struct cover_request *request, struct arena *arena, struct cover *out,
                   struct err *err)
{
    struct covering c = { .request = request, .arena = arena };
    assert(request->program->executable >= 0 && request->input_count <= COVER_INPUT_MAX);
    if (!run_all(&c, err))
        return err_wrap(err, "cannot run '%s' on public tests", request->sources->name);
    if (!c.made.not_measured && request->program->regions->function_count == 0)
        c.made.not_measured = "clang can't tell where its counters stand";
    if (!c.made.not_measured && !c.ever)
        c.made.not_measured = "there is no public test";
    if (!c.made.not_measured) {
        const struct lines_request lines = { .sources = request->sources,
                                             .counted = request->program->counted,
                                             .counted_count = request->program->counted_count,
                                             .regions = request->program->regions };
        regions_bind(request->program->regions, c.functions, c.function_count);
        lines_cover(&lines, c.ever, c.counter_count, arena, &c.made.lines, &c.made.line_count);
    }
    *out = c.made;
    return true;
}
