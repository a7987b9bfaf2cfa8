/* lab.c - the inputs of a plan, made when they are needed, and programs run on them. */
#include "grader/growth/lab.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/base/hash.h"
#include "grader/text/plain.h"

enum {
    MIB = 1024 * 1024,
    SIZE_LEAST = 16,
    INPUT_MAX = GROWTH_POINT_MAX * PLAN_FAMILY_MAX * PLAN_SEEDS
};

static const struct run_limits generator_limits = { 10 * 1000 * 1000, 15 * 1000 * 1000,
                                                    1024ULL * MIB, LAB_INPUT_BYTES_MAX, 16 };

struct size {
    double n, m; /* m: 1 without a second parameter */
};

struct input {
    struct size size;
    size_t family;
    unsigned seed;
    int file; /* owned */
    size_t bytes;
    char name[HASH_TEXT_MAX]; /* by content */
};

struct lab {
    const struct lab_request *request;
    struct arena *arena;
    struct run_program *programs;  /* of the generators */
    struct run_session **sessions; /* of the generators, NULL: not started */
    struct input *inputs;
    size_t input_count, input_capacity;
};

struct lab *lab_open(const struct lab_request *request, struct arena *arena)
{
    struct lab *lab = ARENA_NEW(arena, struct lab);
    size_t count = request->package->generator_count;
    *lab = (struct lab){ .request = request,
                         .arena = arena,
                         .programs = ARENA_ARRAY(arena, count, struct run_program),
                         .sessions = ARENA_ARRAY(arena, count, struct run_session *) };
    return lab;
}

void lab_close(struct lab *lab)
{
    for (size_t i = 0; i < lab->request->package->generator_count; i++)
        runner_close(lab->request->runner, lab->sessions[i]);
    for (size_t i = 0; i < lab->input_count; i++)
        fd_close(&lab->inputs[i].file);
}

/* ---- inputs ---- */

static uint64_t seed_of(const struct lab *lab, size_t family, struct size size, unsigned seed)
{
    const struct lab_request *request = lab->request;
    struct hash hash;
    hash_init(&hash, request->key, request->key_size);
    hash_field(&hash, str_of(request->package->id));
    hash_field(&hash, str_of("growth"));
    hash_field(&hash, str_of(request->plan->families[family].name));
    hash_number(&hash, (uint64_t)size.n);
    hash_number(&hash, (uint64_t)size.m);
    hash_number(&hash, seed);
    return hash_finish_u64(&hash);
}

static bool generator_session(struct lab *lab, size_t index, struct run_session **out,
                              struct err *err)
{
    const struct lab_request *request = lab->request;
    if (!lab->sessions[index]) {
        lab->programs[index] =
            (struct run_program){ .name = request->package->generators[index].name,
                                  .profile = RUN_TOOL,
                                  .limits = generator_limits,
                                  .executable = request->generators[index] };
        if (!runner_open(request->runner, &lab->programs[index], &lab->sessions[index], err))
            return false;
    }
    *out = lab->sessions[index];
    return true;
}

static bool made_badly(const struct growth_family *family, const char *what, struct err *err)
{
    return err_set(err, ERR_INPUT, "growth.yaml:%u: family '%s': %s", family->line, family->name,
                   what);
}

/* The same bytes for another size: the generator does not look at {n}. */
static bool differs_by_size(const struct lab *lab, const struct input *input, struct err *err)
{
    const struct growth_family *family = &lab->request->plan->families[input->family];
    for (size_t i = 0; i < lab->input_count; i++)
        if (lab->inputs[i].family == input->family && lab->inputs[i].size.n != input->size.n &&
            strcmp(lab->inputs[i].name, input->name) == 0)
            return made_badly(family, "its generator prints the same for different {n}", err);
    return true;
}

static bool keep_input(struct lab *lab, struct input *input, const struct run_outcome *outcome,
                       struct err *err)
{
    const struct growth_family *family = &lab->request->plan->families[input->family];
    struct str line, rest = outcome->errors;
    if (outcome->verdict != VERDICT_ACCEPTED) {
        const char *said = str_next_line(&rest, &line) ? plain_text(lab->arena, line, 200) : "";
        return made_badly(family,
                          arena_printf(lab->arena, "its generator failed for n = %.0f: %s%s%s",
                                       input->size.n, outcome->cause, *said ? ": " : "", said),
                          err);
    }
    if (outcome->output.length == 0)
        return made_badly(family, "its generator prints nothing", err);
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, outcome->output);
    hash_finish(&hash, input->name);
    input->bytes = outcome->output.length;
    if (!differs_by_size(lab, input, err) ||
        !memory_file("growth-input", outcome->output.at, outcome->output.length, &input->file, err))
        return false;
    lab->inputs = arena_grow(lab->arena, lab->inputs, lab->input_count, &lab->input_capacity,
                             sizeof *lab->inputs);
    lab->inputs[lab->input_count++] = *input;
    return true;
}

static bool make_input(struct lab *lab, struct input *input, struct err *err)
{
    const struct growth_family *family = &lab->request->plan->families[input->family];
    uint64_t seed = seed_of(lab, input->family, input->size, input->seed);
    const char **argv = ARENA_ARRAY(lab->arena, family->word_count + 2, const char *);
    struct run_session *session;
    argv[0] = lab->request->package->generators[family->generator].name;
    for (size_t i = 0; i < family->word_count; i++)
        argv[i + 1] = plan_word(family->words[i], input->size.n, input->size.m, seed, lab->arena);
    const struct run_request run = { .argv = argv, .input = -1 };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    return generator_session(lab, family->generator, &session, err) &&
           runner_run(lab->request->runner, session, &run, &outcome, err) &&
           keep_input(lab, input, &outcome, err);
}

static bool find_input(struct lab *lab, struct size size, size_t family, unsigned seed,
                       const struct input **out, struct err *err)
{
    assert(lab->input_count < INPUT_MAX * 2);
    for (size_t i = 0; i < lab->input_count; i++) {
        const struct input *input = &lab->inputs[i];
        if (input->family == family && input->seed == seed && input->size.n == size.n &&
            input->size.m == size.m) {
            *out = input;
            return true;
        }
    }
    struct input made = { .size = size, .family = family, .seed = seed, .file = -1 };
    if (!make_input(lab, &made, err))
        return false;
    *out = &lab->inputs[lab->input_count - 1];
    return true;
}

bool lab_input(struct lab *lab, const struct growth_point *at, size_t family, int *out_file,
               size_t *out_bytes, struct err *err)
{
    const struct input *input;
    struct size size = { at->n, at->m > 0 ? at->m : 1 };
    if (!find_input(lab, size, family, 0, &input, err))
        return false;
    *out_file = input->file;
    *out_bytes = input->bytes;
    return true;
}

/* ---- runs ---- */

/* One program that is being measured. */
/* The largest run of each family at one size. */
struct families {
    struct lab_detail of[PLAN_FAMILY_MAX];
};

struct subject {
    struct lab *lab;
    const struct count_program *program;
    struct run_session *session;
    struct lab_series *series;
    struct lab_details *details; /* NULL: not asked for */
    size_t family;               /* that is being run */
    struct families largest;     /* runs of the size that is being run */
    struct families *by_size;    /* of the sizes that were, in the order of the series */
};

static struct run_program program_of(const char *name, int executable, bool has_starter,
                                     uint64_t memory_bytes)
{
    return (struct run_program){ .name = name,
                                 .profile = RUN_PROGRAM,
                                 .limits = { .cpu_us = LAB_CPU_US_MAX,
                                             .wall_us = 10ULL * LAB_CPU_US_MAX,
                                             .memory_bytes = memory_bytes,
                                             .output_bytes = LAB_INPUT_BYTES_MAX,
                                             .processes = 1 },
                                 .executable = executable,
                                 .has_starter = has_starter };
}

/* A variable of the candidate's among the counters could make the sum what it likes. gcc leaves no
 * list of functions, and of a list that was cut the rest is not known. */
static bool has_foreign(const struct count_program *program, const struct count_details *details)
{
    uint64_t known = 0;
    if (program->is_by_gcc || details->function_count == REGION_FUNCTIONS_MAX ||
        details->counter_count == COUNT_COUNTERS_MAX)
        return false;
    for (size_t i = 0; i < details->function_count; i++)
        known += details->functions[i].count;
    return known != details->counter_count;
}

/* A run's counters, when they are wanted: added up, and kept when it is the largest of its family
 * at this size. */
static void keep_details(struct subject *subject, struct str errors, uint64_t units)
{
    struct lab_details *details = subject->details;
    struct count_details read;
    if (!details || !count_read_details(errors, subject->program->key, subject->lab->arena, &read))
        return;
    if (!details->ever) {
        details->counter_count = read.counter_count;
        details->ever = ARENA_ARRAY(subject->lab->arena, read.counter_count, uint64_t);
        details->functions = read.functions;
        details->function_count = read.function_count;
        details->has_foreign = has_foreign(subject->program, &read);
    }
    if (read.counter_count != details->counter_count)
        return;
    for (size_t i = 0; i < read.counter_count; i++)
        details->ever[i] += read.counters[i];
    struct lab_detail *largest = &subject->largest.of[subject->family];
    if (!largest->counters || units > largest->units)
        *largest = (struct lab_detail){ units, read.counters, read.calls, read.call_count };
}

/* *out_why is set when the run did not end well, or left no record. */
static bool run_once(struct subject *subject, const struct input *input, struct count_record *out,
                     uint64_t *out_cpu_us, const char **out_why, struct err *err)
{
    static const char *const argv[] = { "program", NULL };
    struct lab *lab = subject->lab;
    const struct run_request run = { .argv = argv, .input = input->file };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!runner_run(lab->request->runner, subject->session, &run, &outcome, err))
        return false;
    *out_cpu_us = outcome.cpu_us;
    subject->series->cpu_us += outcome.cpu_us;
    if (outcome.verdict != VERDICT_ACCEPTED)
        *out_why = arena_printf(lab->arena, "at n = %.0f: %s", input->size.n,
                                *outcome.cause ? outcome.cause : verdict_phrase(outcome.verdict));
    else if (!count_read(outcome.errors, subject->program->key, out))
        *out_why =
            arena_printf(lab->arena, "at n = %.0f: the program left no count", input->size.n);
    else
        keep_details(subject, outcome.errors, out->units);
    return true;
}

/* What one size cost: the worst family's mean over its seeds, for each resource by itself. */
struct cost {
    double worst[GROWTH_RESOURCE_COUNT];
    uint64_t units, cpu_us, input_bytes;
};

static bool run_family(struct subject *subject, struct size size, size_t family, struct cost *cost,
                       const char **out_why, struct err *err)
{
    const struct growth_plan *plan = subject->lab->request->plan;
    unsigned seeds = plan->families[family].is_random ? PLAN_SEEDS : 1;
    subject->family = family;
    double sums[GROWTH_RESOURCE_COUNT] = { 0 };
    for (unsigned seed = 0; seed < seeds; seed++) {
        const struct input *input;
        struct count_record record = { 0 };
        uint64_t cpu_us = 0;
        if (!find_input(subject->lab, size, family, seed, &input, err) ||
            !run_once(subject, input, &record, &cpu_us, out_why, err))
            return false;
        if (*out_why)
            return true;
        cost->units += record.units;
        cost->input_bytes += input->bytes;
        cost->cpu_us += cpu_us;
        sums[GROWTH_TIME] += (double)record.units;
        sums[GROWTH_HEAP] += (double)record.heap_bytes;
        sums[GROWTH_STACK] += (double)record.stack_bytes;
    }
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        cost->worst[i] = fmax(cost->worst[i], sums[i] / seeds);
    return true;
}

/* A driver reads the input, and its work is not counted. */
static bool has_driver(const struct lab *lab)
{
    const struct source_set *include = &lab->request->package->include;
    for (size_t i = 0; i < include->count; i++)
        if (str_ends(include->files[i].path, ".c"))
            return true;
    return false;
}

/* Opens a place for a size, in their order; pairs of sizes stay in the order they come in. */
static size_t make_room(struct subject *subject, struct size size)
{
    struct lab_series *series = subject->series;
    size_t at = series->count;
    while (!subject->lab->request->plan->has_second && at > 0 && series->work[at - 1].n > size.n)
        at--;
    size_t behind = series->count++ - at;
    memmove(&series->work[at + 1], &series->work[at], behind * sizeof *series->work);
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        memmove(&series->points[i][at + 1], &series->points[i][at],
                behind * sizeof *series->points[i]);
    memmove(&subject->by_size[at + 1], &subject->by_size[at], behind * sizeof *subject->by_size);
    return at;
}

static void add_size(struct subject *subject, struct size size, const struct cost *cost)
{
    const struct growth_plan *plan = subject->lab->request->plan;
    struct lab_series *series = subject->series;
    size_t at = make_room(subject, size);
    double operations = plan_operations(plan, size.n, size.m);
    series->work[at] =
        (struct lab_work){ size.n, cost->worst[GROWTH_TIME], cost->units, cost->cpu_us,
                           has_driver(subject->lab) ? cost->input_bytes : 0 };
    for (size_t i = 0; i < GROWTH_RESOURCE_COUNT; i++)
        series->points[i][at] =
            (struct growth_point){ size.n, plan->has_second ? size.m : 0,
                                   cost->worst[i] / (i == GROWTH_TIME ? operations : 1) };
    subject->by_size[at] = subject->largest;
}

/* One family's runs at all sizes, the one that is worst at the last: families that cost about the
 * same would take turns, and a line's curve be of no input that there is. */
static void choose_details(const struct subject *subject)
{
    size_t count = subject->series->count, worst = 0;
    if (!subject->details || count == 0)
        return;
    const struct lab_detail *last = subject->by_size[count - 1].of;
    for (size_t family = 1; family < subject->lab->request->plan->family_count; family++)
        if (last[family].units > last[worst].units)
            worst = family;
    for (size_t i = 0; i < count; i++)
        subject->details->at[i] = subject->by_size[i].of[worst];
}

/* Adds the size to the series; false in *out_done when a run did not end well. */
static bool run_size(struct subject *subject, struct size size, bool *out_done, struct err *err)
{
    const struct growth_plan *plan = subject->lab->request->plan;
    struct cost cost = { 0 };
    const char *why = NULL;
    subject->largest = (struct families){ 0 };
    for (size_t family = 0; family < plan->family_count && !why; family++)
        if (!run_family(subject, size, family, &cost, &why, err))
            return false;
    *out_done = why == NULL;
    if (why)
        subject->series->stopped = why;
    else
        add_size(subject, size, &cost);
    return true;
}

/* ---- which sizes ---- */

/* Far more time than its count can explain; then, and only then, the clock decides where to stop:
 * points must not depend on how busy the machine is. */
static bool hides_work(const struct lab_work *work)
{
    return (double)work->all_cpu_us * 1000 >
           (double)LAB_HIDDEN_NS * (double)(work->all_units + work->driver_bytes);
}

/* What the next size will probably cost: as much more as the last one did, by its exponent. */
static bool would_be_too_large(const struct lab_series *series, double next)
{
    size_t count = series->count;
    if (count < 2)
        return false;
    const struct lab_work *last = &series->work[count - 1], *before = &series->work[count - 2];
    double grown = fmax(last->units, 1) / fmax(before->units, 1);
    double exponent = fmax(log(grown) / log(last->n / before->n), 0);
    double predicted = last->units * pow(next / last->n, exponent);
    if (next - last->n == 1 && last->n - before->n == 1)
        predicted = last->units * grown; /* sizes one by one: exponential */
    if (count < LAB_SIZES_ENOUGH)
        return predicted > LAB_UNITS_FEW_MAX;
    double slower = fmax((double)last->all_cpu_us, 1) / fmax((double)before->all_cpu_us, 1);
    return predicted > LAB_UNITS_MAX ||
           (hides_work(last) && slower * (double)last->all_cpu_us > (double)LAB_SIZE_CPU_US_MAX);
}

static bool run_all(struct subject *subject, const double *sizes, size_t count, struct err *err)
{
    bool done = true;
    for (size_t i = 0; i < count && done; i++)
        if (!run_size(subject, (struct size){ sizes[i], 1 }, &done, err))
            return false;
    return true;
}

/* Sizes between those that could be run, and below them where the sizes are ours to choose. */
static size_t more_sizes(const struct subject *subject, double *out)
{
    const struct lab_series *series = subject->series;
    double least = series->work[0].n;
    size_t count = 0;
    for (size_t i = 1; i < series->count; i++) {
        double low = series->work[i - 1].n, high = series->work[i].n;
        double middle = round(sqrt(low * high));
        if (middle > low && middle < high)
            out[count++] = middle;
    }
    for (size_t missing = series->count + count; missing < LAB_SIZES_ENOUGH; missing++) {
        least /= 2;
        if (subject->lab->request->plan->n.is_automatic && least >= SIZE_LEAST)
            out[count++] = least;
    }
    return count;
}

/* A steep curve ends early: what could be run is looked at more closely. */
static bool refine(struct subject *subject, struct err *err)
{
    enum { FEW = 7 };
    double more[GROWTH_POINT_MAX];
    struct lab_series *series = subject->series;
    if (series->count >= FEW || series->count == 0)
        return true;
    const char *stopped = series->stopped;
    bool good = run_all(subject, more, more_sizes(subject, more), err);
    series->stopped = stopped;
    return good;
}

static bool run_sizes(struct subject *subject, struct err *err)
{
    const struct growth_sizes *sizes = &subject->lab->request->plan->n;
    struct lab_series *series = subject->series;
    bool done = true;
    for (size_t i = 0; i < sizes->count && done; i++) {
        if (would_be_too_large(series, sizes->at[i])) {
            series->stopped =
                arena_printf(subject->lab->arena,
                             "n = %.0f would be more work than a measurement takes", sizes->at[i]);
            break;
        }
        if (!run_size(subject, (struct size){ sizes->at[i], 1 }, &done, err))
            return false;
    }
    return refine(subject, err);
}

static bool run_grid(struct subject *subject, struct err *err)
{
    const struct growth_plan *plan = subject->lab->request->plan;
    bool done = true;
    for (size_t i = 0; i < plan->n.count; i++)
        for (size_t k = 0; k < plan->m.count && done; k++)
            if (!run_size(subject, (struct size){ plan->n.at[i], plan->m.at[k] }, &done, err))
                return false;
    return true;
}

bool lab_measure(struct lab *lab, const struct count_program *program, const char *name,
                 bool has_starter, uint64_t memory_bytes, struct lab_series *out,
                 struct lab_details *details, struct err *err)
{
    assert(program->executable >= 0);
    struct run_program run = program_of(name, program->executable, has_starter, memory_bytes);
    struct lab_series *series = ARENA_NEW(lab->arena, struct lab_series);
    struct subject subject = {
        .lab = lab,
        .program = program,
        .series = series,
        .details = details,
        .by_size = ARENA_ARRAY(lab->arena, GROWTH_POINT_MAX, struct families),
    };
    series->stopped = "";
    if (!runner_open(lab->request->runner, &run, &subject.session, err))
        return false;
    bool good = lab->request->plan->has_second ? run_grid(&subject, err) : run_sizes(&subject, err);
    runner_close(lab->request->runner, subject.session);
    choose_details(&subject);
    if (good)
        *out = *series;
    return good;
}

/* ---- again, and the plain build beside the counted one ---- */

/* The run's outcome into *first when that is empty; else its output is compared with that. */
static bool repeat_once(struct lab *lab, struct run_session *session, const struct input *input,
                        const char *key, struct run_outcome *first, struct lab_repeats *repeats,
                        struct err *err)
{
    static const char *const argv[] = { "program", NULL };
    const struct run_request run = { .argv = argv, .input = input->file };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    struct count_record record = { 0 };
    if (!runner_run(lab->request->runner, session, &run, &outcome, err))
        return false;
    repeats->cpu_us += outcome.cpu_us;
    if (key && count_read(outcome.errors, key, &record)) {
        if (record.units < repeats->least_units)
            repeats->least_units = record.units;
        if (record.units > repeats->most_units)
            repeats->most_units = record.units;
    }
    if (first->output.at)
        repeats->prints_same &=
            outcome.verdict == first->verdict && str_equal(outcome.output, first->output);
    return true;
}

static bool repeat_all(struct lab *lab, const struct run_program *program, unsigned times,
                       const struct input *input, const char *key, struct run_outcome *first,
                       struct lab_repeats *repeats, struct err *err)
{
    struct run_session *session;
    if (!runner_open(lab->request->runner, program, &session, err))
        return false;
    bool good = true;
    for (unsigned i = 0; i < times && good; i++)
        good = repeat_once(lab, session, input, key, first, repeats, err);
    runner_close(lab->request->runner, session);
    return good;
}

bool lab_repeat(struct lab *lab, const struct count_program *counted, int plain, bool has_starter,
                uint64_t memory_bytes, const struct growth_point *at, struct lab_repeats *out,
                struct err *err)
{
    enum { TIMES = 3 };
    static const char *const argv[] = { "program", NULL };
    struct size size = { at->n, at->m > 0 ? at->m : 1 };
    struct run_program a = program_of("counted", counted->executable, has_starter, memory_bytes);
    struct run_program b = program_of("plain", plain, has_starter, memory_bytes);
    SCOPED(run_outcome_release) struct run_outcome first = { 0 };
    struct lab_repeats repeats = { UINT64_MAX, 0, true, 0 };
    const struct input *input;
    if (!find_input(lab, size, 0, 0, &input, err))
        return false;
    const struct run_request run = { .argv = argv, .input = input->file };
    if (plain >= 0 && !runner_once(lab->request->runner, &b, &run, &first, err))
        return false;
    repeats.cpu_us += first.cpu_us;
    if (!repeat_all(lab, &a, TIMES, input, counted->key, &first, &repeats, err))
        return false;
    *out = repeats;
    return true;
}
