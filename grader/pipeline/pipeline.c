/* pipeline.c - the whole line, from a repository to a report: read this first. */
#include "grader/pipeline/pipeline.h"

#include <string.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/catalog/catalog.h"
#include "grader/catalog/content.h"
#include "grader/intake/intake.h"
#include "grader/pipeline/counter.h"
#include "grader/pipeline/grow.h"
#include "grader/pipeline/inspect.h"
#include "grader/pipeline/left_out.h"
#include "grader/pipeline/prepare.h"
#include "grader/pipeline/programs.h"
#include "grader/pipeline/public_tests.h"
#include "grader/pipeline/sources.h"
#include "grader/pipeline/tools.h"
#include "grader/pipeline/workers.h"
#include "grader/report/assemble.h"
#include "grader/report/disclose.h"
#include "grader/report/parse_json.h"
#include "grader/report/render.h"
#include "grader/rubric/explain.h"
#include "grader/rubric/rubric_load.h"
#include "grader/rubric/rubric_score.h"
#include "grader/text/nearest.h"

/*
 * Theory of operation
 *
 *   rubric, catalog ─> ids ─> intake ─> snapshot ─> one unit of work a problem
 *                                                     │  (a worker process each)
 *     ┌───────────────────────────────────────────────┘
 *     └> package ─> prepare ─> build ─> judge ─> counter ─> inspect ─> grow ─> score ─> disclose
 *                                                                                         │
 *   report <── assemble <── a report of one problem each, as JSON <───────────────────────┘
 *
 * What a worker hands back has been through disclose already: no hidden byte leaves the process
 * that needed it. A unit that fails is "not graded" with its reason and never a lost point; the
 * others go on.
 */

/* Everything a worker must know; it is a copy of this process. */
struct grading {
    const struct means *means;
    const struct grade_request *request;
    struct rubric rubric;
    struct catalog_entry *entries; /* all packages there are, by id */
    size_t entry_count;
    struct snapshot snapshot;
    struct package *packages; /* of the units */
    size_t unit_count;
    const struct submission **submissions; /* of the units; NULL: the repository has none */
    struct report_tool *tools;             /* asked when all is graded */
    size_t tool_count;
};

static void tell(const struct grade_request *request, const char *what, size_t done, size_t total)
{
    if (request->progress)
        request->progress(request->context, what, done, total);
}

/* ---- what is to be graded ---- */

static const struct catalog_entry *find_entry(const struct grading *grading, const char *id)
{
    for (size_t i = 0; i < grading->entry_count; i++)
        if (strcmp(grading->entries[i].id, id) == 0)
            return &grading->entries[i];
    return NULL;
}

static const char **entry_ids(const struct grading *grading, struct arena *arena)
{
    const char **ids = ARENA_ARRAY(arena, grading->entry_count + 1, const char *);
    for (size_t i = 0; i < grading->entry_count; i++)
        ids[i] = grading->entries[i].id;
    return ids;
}

static bool load_catalog(struct grading *grading, struct arena *arena, struct err *err)
{
    const struct grade_request *request = grading->request;
    const char **folders = ARENA_ARRAY(arena, request->problem_folder_count + 1, const char *);
    for (size_t i = 0; i < request->problem_folder_count; i++)
        folders[i] = request->problem_folders[i];
    if (!catalog_list(folders, arena, &grading->entries, &grading->entry_count, err))
        return false;
    if (grading->entry_count == 0)
        return err_set(err, ERR_INPUT,
                       "no problem package in '%s': give a folder of packages with --problems",
                       folders[0]);
    for (size_t i = 0; i < request->only_count; i++) {
        if (find_entry(grading, request->only[i]))
            continue;
        const char **ids = entry_ids(grading, arena);
        size_t near = nearest_index(request->only[i], ids, grading->entry_count);
        return err_set(err, ERR_INPUT, "no problem '%s'%s%s%s (see 'grader problems')",
                       request->only[i], near < grading->entry_count ? ": did you mean '" : "",
                       near < grading->entry_count ? ids[near] : "",
                       near < grading->entry_count ? "'?" : "");
    }
    return true;
}

static bool take_in(struct grading *grading, struct arena *arena, struct err *err)
{
    const struct grade_request *request = grading->request;
    const struct intake_request intake = { .where = request->repository,
                                           .revision = request->revision,
                                           .executable = grading->means->executable,
                                           .problem_ids = entry_ids(grading, arena),
                                           .problem_count = grading->entry_count,
                                           .roots = grading->rubric.solution_roots,
                                           .root_count = grading->rubric.solution_root_count };
    tell(request, "reading the repository", 0, 0);
    return intake_read(grading->means->runner, &intake, arena, &grading->snapshot, err);
}

static bool is_wanted(const struct grade_request *request, const char *id)
{
    for (size_t i = 0; i < request->only_count; i++)
        if (strcmp(request->only[i], id) == 0)
            return true;
    return request->only_count == 0;
}

static const struct submission *find_submission(const struct snapshot *snapshot, const char *id)
{
    for (size_t i = 0; i < snapshot->submission_count; i++)
        if (strcmp(snapshot->submissions[i].problem_id, id) == 0)
            return &snapshot->submissions[i];
    return NULL;
}

static bool nothing_to_grade(const struct grading *grading, struct arena *arena, struct err *err)
{
    SCOPED_BUF known;
    buf_init(&known, 400);
    for (size_t i = 0; i < grading->entry_count && i < 8; i++)
        buf_printf(&known, "%s%s", i ? ", " : "", grading->entries[i].id);
    return err_set(
        err, ERR_INPUT,
        "'%s' has no folder that answers a problem: name one by the problem's id, %s (there are: "
        "%s%s)",
        grading->snapshot.origin, rubric_places(&grading->rubric, arena), buf_text(&known),
        grading->entry_count > 8 ? ", …" : "");
}

/* One unit for each wanted problem that has a folder, and for each that was asked for by name. */
static bool plan_units(struct grading *grading, struct arena *arena, struct err *err)
{
    const struct grade_request *request = grading->request;
    grading->packages = ARENA_ARRAY(arena, grading->entry_count, struct package);
    grading->submissions = ARENA_ARRAY(arena, grading->entry_count, const struct submission *);
    size_t submitted = 0;
    for (size_t i = 0; i < grading->entry_count; i++) {
        const struct catalog_entry *entry = &grading->entries[i];
        const struct submission *submission = find_submission(&grading->snapshot, entry->id);
        if (!is_wanted(request, entry->id) || (!submission && request->only_count == 0))
            continue;
        struct package *package = &grading->packages[grading->unit_count];
        if (!catalog_load(entry->path, arena, package, err))
            return false;
        for (size_t k = 0; request->warn && k < package->warning_count; k++)
            request->warn(request->context, package->id, package->warnings[k]);
        grading->submissions[grading->unit_count++] = submission;
        submitted += submission != NULL;
    }
    return submitted > 0 || nothing_to_grade(grading, arena, err);
}

/* ---- one unit, in its worker ---- */

static void pass_on(void *context, const struct case_result *done, size_t count, size_t total)
{
    (void)done;
    const struct worker_voice *const *voice = context;
    worker_tell(*voice, count, total);
}

/* One solution on its way through the stages, from its sources to what was found out. */
struct solving {
    const struct means *means;
    struct prepared prepared;
    struct source_set sources;
    enum judge_stop stop;
    judge_progress *progress;
    void *context;
    struct judgement judgement;
    struct public_tests tests;
    const struct counterexample *counterexample; /* NULL: there is nothing to look for */
    const struct growth *growth;                 /* NULL: the package doesn't ask */
    const struct rubric *rubric; /* whose marks hold for the code; NULL: don't inspect it */
    struct quality *quality;     /* NULL: not inspected */
};

static bool build_and_judge(struct solving *s, struct arena *arena, struct program *out_program,
                            struct err *err)
{
    struct compile_result *compile = ARENA_NEW(arena, struct compile_result);
    const struct prepared *prepared = &s->prepared;
    bool is_answers = prepared->package->kinds & PACKAGE_SUBMIT_ANSWER;
    *compile = (struct compile_result){ .ok = true, .verdict = VERDICT_ACCEPTED, .cause = "" };
    if (!is_answers && !programs_build_candidate(s->means, prepared->package, s->sources, arena,
                                                 compile, out_program, err))
        return false;
    const struct judge_request request = { .package = prepared->package,
                                           .compile = compile,
                                           .program =
                                               program_is_there(out_program) ? out_program : NULL,
                                           .sources = &s->sources,
                                           .language = is_answers ? "answers" : "c",
                                           .tools = &prepared->tools,
                                           .time_limit_us = prepared->time_limit_us,
                                           .time_limit_is_measured =
                                               prepared->time_limit_is_measured,
                                           .stop = s->stop,
                                           .progress = s->progress,
                                           .context = s->context };
    return judge_submission(s->means->runner, &request, arena, &s->judgement, err);
}

/* Only building and judging can fail: what is looked at besides tells of its own faults. */
static bool solve(struct solving *s, struct package *package, struct arena *arena, struct err *err)
{
    SCOPED_PROGRAM program = PROGRAM_NONE;
    if (!prepare_package(s->means, package, arena, &s->prepared, err))
        return false;
    bool judged = build_and_judge(s, arena, &program, err);
    if (judged)
        s->counterexample = counter_judged(s->means, &s->prepared, &s->judgement, &program, arena);
    prepared_release(&s->prepared);
    if (judged && s->rubric && s->judgement.compile.ok) {
        public_tests_find(s->means, package, arena, &s->tests);
        s->quality =
            inspect_judged(s->means, &s->judgement, s->sources, &s->tests, s->rubric, arena);
    }
    if (judged)
        s->growth = grow_judged(s->means, &s->judgement, s->quality, &s->tests, s->sources,
                                program.executable, arena);
    return judged;
}

static bool grade_unit(const struct grading *grading, size_t unit, const struct worker_voice *voice,
                       struct arena *arena, struct report_problem *out, struct err *err)
{
    const struct submission *submission = grading->submissions[unit];
    struct report_score score;
    struct solving solving = { .means = grading->means,
                               .sources = submission->sources,
                               .stop = JUDGE_STOP_IN_GROUP,
                               .progress = pass_on,
                               .context = &voice,
                               .rubric = &grading->rubric };
    if (!solve(&solving, &grading->packages[unit], arena, err))
        return false;
    if (solving.judgement.verdict == VERDICT_COMPILE_ERROR)
        solving.judgement.cause =
            left_out_cause(&grading->snapshot, submission, solving.judgement.cause, arena);
    const struct rubric_evidence evidence = { &solving.judgement, solving.growth, solving.quality };
    bool can_score = solving.judgement.verdict != VERDICT_JUDGE_ERROR;
    if (can_score)
        rubric_score(&grading->rubric, &evidence, arena, &score);
    const struct disclose_request disclose = {
        &solving.judgement, submission,      can_score ? &score : NULL, &grading->rubric,
        solving.growth,     solving.quality, solving.counterexample
    };
    return report_problem_from_judgement(&disclose, arena, out, err);
}

static void assemble(const struct grading *grading, const struct report_problem *problems,
                     size_t count, struct arena *arena, struct report *out)
{
    const struct assemble_request request = {
        .grader_version = grading->request->grader_version,
        .tools = grading->tools,
        .tool_count = grading->tool_count,
        .graded_at_s = grading->request->now_s,
        .snapshot = &grading->snapshot,
        .rubric = &grading->rubric,
        .key = grading->means->key_is_secret ? "secret" : "practice",
        .protection = runner_protection(grading->means->runner),
        .problems = problems,
        .problem_count = count
    };
    report_assemble(&request, arena, out);
}

/* The worker's answer is a whole report with one problem: its format exists, is strict, and holds
 * nothing hidden. */
static bool work(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                 struct err *err)
{
    const struct grading *grading = context;
    const struct package *package = &grading->packages[unit];
    SCOPED_ARENA arena = { 0 };
    struct report_problem problem;
    struct report report;
    if (!grading->submissions[unit])
        report_problem_not_submitted(package->id, package->name, &arena, &problem);
    else if (!grade_unit(grading, unit, voice, &arena, &problem, err))
        return false;
    assemble(grading, &problem, 1, &arena, &report);
    const struct render_options plain = { 0 };
    return render_json.render(&report, &plain, out) ||
           err_set(err, ERR_FAULT, "the report is too large");
}

/* ---- all units ---- */

static void progress(void *context, size_t unit, size_t done, size_t total)
{
    const struct grading *grading = context;
    tell(grading->request, grading->packages[unit].id, done, total);
}

static void take_result(const struct grading *grading, size_t unit, struct worker_result *result,
                        struct arena *arena, struct report_problem *out)
{
    const struct package *package = &grading->packages[unit];
    const struct submission *submission = grading->submissions[unit];
    struct report report;
    if (result->is_done &&
        report_parse("the worker's result", result->bytes, arena, &report, &result->err) &&
        report.problem_count == 1)
        *out = report.problems[0];
    else
        report_problem_not_graded(package->id, package->name, submission ? submission->folder : "",
                                  result->err.text, arena, out);
}

/* What exactly was judged by what, for whoever wants to know whether two reports may differ. */
static void name_contents(const struct grading *grading, size_t unit, struct arena *arena,
                          struct report_problem *problem)
{
    const struct submission *submission = grading->submissions[unit];
    const struct means *means = grading->means;
    struct hash hash;
    char text[HASH_TEXT_MAX];
    /* By the key: whoever guesses at hidden files must not be able to check the guess. */
    hash_init(&hash, means->key.at, means->key.length);
    hash_field(&hash, str_of(grading->packages[unit].content_hash));
    hash_finish(&hash, text);
    problem->package_hash = arena_strdup(arena, text);
    if (!submission)
        return;
    hash_init(&hash, NULL, 0);
    content_hash_sources(&hash, &submission->sources);
    hash_finish(&hash, text);
    problem->submission_hash = arena_strdup(arena, text);
}

static bool grade_units(struct grading *grading, struct arena *arena, struct report *out,
                        struct err *err)
{
    struct worker_result *results = ARENA_ARRAY(arena, grading->unit_count, struct worker_result);
    const struct workers workers = { .count = grading->unit_count,
                                     .jobs = grading->request->jobs,
                                     .context = grading,
                                     .work = work,
                                     .progress = progress };
    tell(grading->request, "preparing", 0, 0);
    if (!workers_run(&workers, arena, results, err))
        return false;
    struct report_problem *problems =
        ARENA_ARRAY(arena, grading->unit_count, struct report_problem);
    for (size_t i = 0; i < grading->unit_count; i++) {
        take_result(grading, i, &results[i], arena, &problems[i]);
        name_contents(grading, i, arena, &problems[i]);
    }
    tools_ask(grading->means, arena, &grading->tools, &grading->tool_count);
    assemble(grading, problems, grading->unit_count, arena, out);
    return true;
}

bool pipeline_grade(const struct means *means, const struct grade_request *request,
                    struct arena *arena, struct report *out, struct err *err)
{
    struct grading *grading = ARENA_NEW(arena, struct grading);
    grading->means = means;
    grading->request = request;
    return rubric_load(request->rubric_path, arena, &grading->rubric, err) &&
           load_catalog(grading, arena, err) && take_in(grading, arena, err) &&
           plan_units(grading, arena, err) && grade_units(grading, arena, out, err);
}

bool pipeline_judge(const struct means *means, const struct judge_one_request *request,
                    struct arena *arena, struct judged_one *out, struct err *err)
{
    struct package *package = ARENA_NEW(arena, struct package);
    struct submission submission = { .folder = "" };
    struct solving solving = { .means = means,
                               .stop = request->stop,
                               .progress = request->progress,
                               .context = request->context };
    if (!catalog_load(request->package_path, arena, package, err))
        return false;
    bool is_answers = package->kinds & PACKAGE_SUBMIT_ANSWER;
    if (!(is_answers ? sources_read_answers : sources_read)(request->sources, request->source_count,
                                                            arena, &submission.sources, err))
        return false;
    submission.problem_id = package->id;
    solving.sources = submission.sources;
    if (!solve(&solving, package, arena, err))
        return false;
    *out = (struct judged_one){ solving.judgement, submission, solving.counterexample,
                                solving.growth };
    return true;
}
