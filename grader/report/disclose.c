/* disclose.c - the one place where facts of a judgement become public. */
#include "grader/report/disclose.h"

#include <assert.h>
#include <string.h>

#include "grader/report/exhibit.h"
#include "grader/report/remarks.h"

enum {
    DIAGNOSTICS_MAX = 50,
    SOURCES_MAX = 32,
    SOURCE_BYTES_MAX = 200 * 1000, /* of one problem; the rest is not shown */
    MESSAGE_BYTES_MAX = 1000,      /* of one diagnostic */
};

/* Far above any figure, far below an overflow. */
#define FIGURE_MAX (UINT64_C(1) << 50)

static const char *copy(struct arena *arena, const char *text)
{
    return text ? arena_strdup(arena, text) : "";
}

/* --- tests --------------------------------------------------------------------------------- */

static bool is_sample(const struct test_group *group)
{
    while (group->parent)
        group = group->parent;
    return strcmp(group->name, "sample") == 0;
}

static bool has_failed(enum verdict verdict)
{
    return verdict != VERDICT_NONE && verdict != VERDICT_ACCEPTED;
}

static bool is_open(const struct case_result *result)
{
    return result->test->full_feedback &&
           (is_sample(result->test->group) || has_failed(result->verdict));
}

/* Ended by a limit: its clamped figure says nothing that the verdict doesn't. */
static bool is_over_limit(enum verdict verdict)
{
    return verdict == VERDICT_TIME_LIMIT || verdict == VERDICT_MEMORY_LIMIT ||
           verdict == VERDICT_OUTPUT_LIMIT;
}

/*
 * "exit status 117" as "exit status N": the number may be the program's message to its author. A
 * lone 0 stays ("does main return 0?"): what it can say, the verdict has said.
 */
static const char *without_numbers(const char *text, struct arena *arena)
{
    char *out = arena_alloc(arena, strlen(text) + 1), *end = out;
    for (const char *c = text; *c;) {
        size_t digits = strspn(c, "0123456789");
        bool stays = digits == 0 || (digits == 1 && *c == '0');
        *end++ = stays ? *c : 'N';
        c += stays ? 1 : digits;
    }
    return out;
}

/* The least unit × 2^k that is no less than the figure; not above most. */
static uint64_t rounded_up(uint64_t figure, uint64_t unit, uint64_t most)
{
    uint64_t step = unit;
    while (step < figure && step < most)
        step *= 2;
    return step < most ? step : most;
}

static void disclose_figures(const struct judgement *judgement, const struct case_result *result,
                             struct report_case *out)
{
    enum { MS = 1000, MIB = 1 << 20 };
    uint64_t most_us = judgement->time_limit_us;
    uint64_t most_bytes = judgement->package->limits.memory_bytes;
    out->has_figures = true;
    out->cpu_us = result->cpu_us;
    out->wall_us = result->wall_us;
    out->memory_bytes = result->memory_bytes;
    if (is_open(result))
        return;
    out->cpu_us = rounded_up(result->cpu_us, MS, most_us ? most_us : FIGURE_MAX);
    out->wall_us = rounded_up(result->wall_us, MS, FIGURE_MAX);
    out->memory_bytes = rounded_up(result->memory_bytes, MIB, most_bytes ? most_bytes : FIGURE_MAX);
}

/* Of a test near the limit, so that it is known how near; in steps, for a program chooses it. */
static void disclose_spread(const struct judgement *judgement, const struct case_result *result,
                            struct report_case *out)
{
    enum { STEP = 5 };
    uint64_t limit_us = judgement->time_limit_us;
    if (!result->is_borderline || limit_us == 0 || result->most_cpu_us > FIGURE_MAX / 100)
        return;
    out->least_percent = (unsigned)(100 * result->least_cpu_us / limit_us / STEP * STEP);
    out->most_percent =
        (unsigned)((100 * result->most_cpu_us + STEP * limit_us - 1) / (STEP * limit_us) * STEP);
}

static struct report_case disclose_case(const struct judgement *judgement,
                                        const struct case_result *result, struct arena *arena)
{
    const struct test_case *test = result->test;
    bool open = is_open(result), failed = has_failed(result->verdict);
    struct report_case out = {
        .name = copy(arena, test->name),
        .group = copy(arena, test->group->name),
        .is_sample = is_sample(test->group),
        .verdict = result->verdict,
        .cause =
            open ? copy(arena, result->cause) : without_numbers(copy(arena, result->cause), arena),
        .hint = failed ? copy(arena, test->hint) : "",
        .repeats = result->repeats,
        .white_space_differs = open && result->white_space_differs,
    };
    if (result->verdict == VERDICT_ACCEPTED || (open && failed && !is_over_limit(result->verdict)))
        disclose_figures(judgement, result, &out);
    disclose_spread(judgement, result, &out);
    out.has_output_bytes = open && result->verdict != VERDICT_NONE;
    if (out.has_output_bytes)
        out.output_bytes = result->output_bytes;
    return out;
}

static bool disclose_cases(const struct disclose_request *request, struct arena *arena,
                           struct report_problem *out, struct err *err)
{
    const struct judgement *judgement = request->judgement;
    size_t shown = 0;
    out->cases = ARENA_ARRAY(arena, judgement->case_count, struct report_case);
    out->case_count = judgement->case_count;
    for (size_t i = 0; i < judgement->case_count; i++) {
        const struct case_result *result = &judgement->cases[i];
        out->cases[i] = disclose_case(judgement, result, arena);
        out->white_space_differs |= result->white_space_differs;
        if (!is_open(result) || !has_failed(result->verdict) ||
            shown >= request->rubric->show_cases)
            continue;
        if (!exhibit_make(result, judgement->package, arena, &out->cases[i].exhibit, err))
            return false;
        shown += out->cases[i].exhibit != NULL;
    }
    return true;
}

static struct report_counterexample *disclose_counterexample(const struct disclose_request *request,
                                                             struct arena *arena)
{
    const struct counterexample *example = request->counterexample;
    if (!example)
        return NULL;
    struct report_counterexample *out = ARENA_NEW(arena, struct report_counterexample);
    *out = (struct report_counterexample){ .not_searched = copy(arena, example->not_searched),
                                           .tried = example->tried,
                                           .cause = "" };
    if (!example->found)
        return out;
    out->verdict = example->result.verdict;
    out->cause = copy(arena, example->result.cause);
    out->exhibit = exhibit_of_counterexample(example, request->judgement->package, arena);
    return out;
}

static void disclose_groups(const struct judgement *judgement, struct arena *arena,
                            struct report_problem *out)
{
    out->groups = ARENA_ARRAY(arena, judgement->group_count, struct report_group);
    for (size_t i = 0; i < judgement->group_count; i++) {
        const struct group_result *result = &judgement->groups[i];
        if (result->case_count == 0)
            continue;
        out->groups[out->group_count++] = (struct report_group){
            .name = copy(arena, result->group->name),
            .verdict = result->verdict,
            .score = result->score,
            .max_score = result->group->max_score,
            .case_count = result->case_count,
            .judged_count = result->judged_count,
            .accepted_count = result->accepted_count,
        };
    }
}

/* --- the compile --------------------------------------------------------------------------- */

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_among(const struct source_set *set, const char *file)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(base_name(set->files[i].path), base_name(file)) == 0)
            return true;
    return false;
}

/* The package's file wins where both have the name: that is how they are laid out. */
static bool may_show_message(const struct disclose_request *request,
                             const struct diagnostic *diagnostic)
{
    const char *file = diagnostic->file;
    bool is_linkers = strstr(diagnostic->message, "undefined reference to") ||
                      strstr(diagnostic->message, "multiple definition of");
    if (file[0] == '\0' || is_linkers || strncmp(file, "/usr/", 5) == 0)
        return true;
    if (is_among(&request->judgement->package->include, file))
        return str_ends(file, ".h");
    return is_among(&request->submission->sources, file);
}

static const char *message_of(const struct disclose_request *request,
                              const struct diagnostic *diagnostic, struct arena *arena)
{
    if (!may_show_message(request, diagnostic))
        return "in a file that is not yours, so its text is not shown; does your code declare and "
               "define everything as the problem's header says?";
    size_t length = strnlen(diagnostic->message, MESSAGE_BYTES_MAX);
    return arena_memdup(arena, diagnostic->message, length);
}

/* The compile's cause may quote its first error. */
static const char *compile_cause(const struct disclose_request *request, struct arena *arena)
{
    const struct judgement *judgement = request->judgement;
    const struct compile_result *compile = &judgement->compile;
    const char *cause = judgement->cause ? judgement->cause : "";
    for (size_t i = 0; i < compile->diagnostic_count; i++) {
        const struct diagnostic *diagnostic = &compile->diagnostics[i];
        if (!may_show_message(request, diagnostic) && diagnostic->message[0] &&
            strstr(cause, diagnostic->message))
            return arena_printf(arena, "an error in a file that is not yours (%s)",
                                diagnostic->file);
    }
    return copy(arena, cause);
}

static void disclose_compile(const struct disclose_request *request, struct arena *arena,
                             struct report_problem *out)
{
    const struct compile_result *compile = &request->judgement->compile;
    size_t count =
        compile->diagnostic_count < DIAGNOSTICS_MAX ? compile->diagnostic_count : DIAGNOSTICS_MAX;
    out->compiled = compile->ok;
    out->compile_cpu_us = compile->cpu_us;
    out->diagnostics = ARENA_ARRAY(arena, count, struct report_diagnostic);
    out->diagnostic_count = count;
    out->diagnostics_more = compile->diagnostic_count - count;
    for (size_t i = 0; i < count; i++) {
        const struct diagnostic *diagnostic = &compile->diagnostics[i];
        out->diagnostics[i] = (struct report_diagnostic){
            .file = copy(arena, diagnostic->file),
            .line = diagnostic->line,
            .column = diagnostic->column,
            .kind = copy(arena, diagnostic->kind),
            .message = message_of(request, diagnostic, arena),
        };
    }
}

static bool is_shown(const char *path)
{
    return str_ends(path, ".c") || str_ends(path, ".h");
}

/* As much of it as there is room for, in whole lines when it has any. */
static size_t length_shown(struct str bytes, size_t room)
{
    if (bytes.length <= room)
        return bytes.length;
    size_t end = room;
    while (end > 0 && bytes.at[end - 1] != '\n')
        end--;
    return end > 0 ? end : room;
}

static void disclose_sources(const struct source_set *set, struct arena *arena,
                             struct report_problem *out)
{
    size_t room = SOURCE_BYTES_MAX;
    out->sources = ARENA_ARRAY(arena, SOURCES_MAX, struct report_source);
    for (size_t i = 0; i < set->count; i++) {
        const struct source_file *file = &set->files[i];
        if (!is_shown(file->path))
            continue;
        if (out->source_count == SOURCES_MAX || (room == 0 && file->bytes.length > 0)) {
            out->sources_more++;
            continue;
        }
        size_t length = length_shown(file->bytes, room);
        out->sources[out->source_count++] = (struct report_source){
            .path = copy(arena, file->path),
            .bytes = { arena_memdup(arena, file->bytes.at ? file->bytes.at : "", length), length },
            .is_cut = length < file->bytes.length,
        };
        room = length < file->bytes.length ? 0 : room - length;
    }
}

/* --- problems ------------------------------------------------------------------------------ */

static void start(const char *id, const char *name, const char *folder, enum report_status status,
                  const char *reason, struct arena *arena, struct report_problem *out)
{
    *out = (struct report_problem){
        .id = copy(arena, id),
        .name = copy(arena, name),
        .folder = copy(arena, folder),
        .status = status,
        .not_graded = copy(arena, reason),
        .package_hash = "",
        .submission_hash = "",
        .cause = "",
        .verdict = VERDICT_NONE,
    };
}

void report_problem_not_graded(const char *id, const char *name, const char *folder,
                               const char *reason, struct arena *arena, struct report_problem *out)
{
    start(id, name, folder, STATUS_NOT_GRADED, reason, arena, out);
}

void report_problem_not_submitted(const char *id, const char *name, struct arena *arena,
                                  struct report_problem *out)
{
    start(id, name, "", STATUS_NOT_SUBMITTED, "the repository has no folder for it", arena, out);
}

static void take_score(const struct report_score *score, struct report_problem *out)
{
    out->points = score->points;
    out->max_points = score->max_points;
    out->pass_percent = score->pass_percent;
    out->passed = score->passed;
    out->criteria = score->criteria;
    out->criterion_count = score->criterion_count;
}

/* What a static validator says to the team is about its own sources: it never saw a test. */
static const char *static_cause(const struct static_result *result, struct arena *arena)
{
    if (!result->team_message || result->verdict != VERDICT_WRONG_ANSWER)
        return copy(arena, result->cause);
    size_t length = strcspn(result->team_message, "\n");
    length = length < MESSAGE_BYTES_MAX ? length : MESSAGE_BYTES_MAX;
    return arena_printf(arena, "%s: %.*s", result->cause, (int)length, result->team_message);
}

/* Of the first failed test as it is public, or of the compile. */
static const char *cause_of(const struct disclose_request *request,
                            const struct report_problem *problem, struct arena *arena)
{
    if (request->judgement->verdict == VERDICT_COMPILE_ERROR)
        return compile_cause(request, arena);
    for (size_t i = 0; i < request->judgement->static_count; i++)
        if (has_failed(request->judgement->statics[i].verdict))
            return static_cause(&request->judgement->statics[i], arena);
    for (size_t i = 0; i < problem->case_count; i++)
        if (has_failed(problem->cases[i].verdict))
            return problem->cases[i].cause;
    return "";
}

bool report_problem_from_judgement(const struct disclose_request *request, struct arena *arena,
                                   struct report_problem *out, struct err *err)
{
    const struct judgement *judgement = request->judgement;
    const struct package *package = judgement->package;
    const char *folder = request->submission->folder;
    if (judgement->verdict == VERDICT_JUDGE_ERROR) {
        const char *reason = arena_printf(arena, "the problem's own judging program failed: %s",
                                          judgement->cause ? judgement->cause : "no cause known");
        report_problem_not_graded(package->id, package->name, folder, reason, arena, out);
        return true;
    }
    assert(request->score);
    struct report_problem problem;
    start(package->id, package->name, folder, STATUS_GRADED, "", arena, &problem);
    problem.verdict = judgement->verdict;
    problem.time_limit_us = judgement->time_limit_us;
    problem.time_limit_is_measured = judgement->time_limit_is_measured;
    problem.memory_limit_bytes = package->limits.memory_bytes;
    problem.borderline = judgement->borderline;
    take_score(request->score, &problem);
    disclose_compile(request, arena, &problem);
    disclose_groups(judgement, arena, &problem);
    disclose_sources(&request->submission->sources, arena, &problem);
    problem.counterexample = disclose_counterexample(request, arena);
    problem.growth = report_growth_of(request->growth, arena);
    problem.quality = report_quality_of(request->quality, request->score, arena);
    if (!disclose_cases(request, arena, &problem, err))
        return err_wrap(err, "problem '%s'", package->id);
    problem.cause = cause_of(request, &problem, arena);
    remarks_make(&problem, request->rubric, arena);
    *out = problem;
    return true;
}
