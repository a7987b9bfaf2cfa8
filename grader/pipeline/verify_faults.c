/* verify_faults.c - faults injected into the model solution: do the hidden tests catch them? */
#include "grader/pipeline/verify_faults.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/build/build.h"
#include "grader/catalog/catalog.h"
#include "grader/judge/judge.h"
#include "grader/pipeline/programs.h"

/*
 * Theory of operation
 *
 *   model solution ─> possible faults ─> chosen ones ─> trials, a worker each ─> report
 *
 * A trial is the model solution with one fault. One that does not compile is none, and neither is
 * one that the compiler makes the same program of. The others are judged by the hidden tests, the
 * smallest input first, until one fails: the fault is caught. Trial 0 has no fault and must pass.
 */

/* ---- the package for trials ---- */

struct sized_case {
    struct test_case test;
    uint64_t bytes;
    size_t index;
};

static uint64_t bytes_of(const char *path)
{
    struct stat st;
    return path && stat(path, &st) == 0 ? (uint64_t)st.st_size : 0;
}

static int by_bytes(const void *a, const void *b)
{
    const struct sized_case *left = a, *right = b;
    if (left->bytes != right->bytes)
        return left->bytes < right->bytes ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

static void sort_cases(const struct package *package, struct arena *arena, struct package *out)
{
    struct sized_case *sorted = ARENA_ARRAY(arena, package->case_count, struct sized_case);
    out->case_count = 0;
    for (size_t i = 0; i < package->case_count; i++) {
        const struct test_case *test = &package->cases[i];
        if (!str_starts(test->name, "sample/"))
            sorted[out->case_count++] = (struct sized_case){ *test, bytes_of(test->input_path), i };
    }
    if (out->case_count > 1)
        qsort(sorted, out->case_count, sizeof *sorted, by_bytes);
    out->cases = ARENA_ARRAY(arena, out->case_count, struct test_case);
    for (size_t i = 0; i < out->case_count; i++)
        out->cases[i] = sorted[i].test;
}

static struct test_group *copy_of(const struct test_group *group, const struct package *from,
                                  const struct package *to)
{
    for (size_t i = 0; i < from->group_count; i++)
        if (from->groups[i] == group)
            return to->groups[i];
    return NULL;
}

/* Groups that wait for nobody, so that cases may be run in any order. */
static void free_groups(const struct package *package, struct arena *arena, struct package *out)
{
    out->groups = ARENA_ARRAY(arena, package->group_count, struct test_group *);
    for (size_t i = 0; i < package->group_count; i++) {
        out->groups[i] = ARENA_NEW(arena, struct test_group);
        *out->groups[i] = *package->groups[i];
        out->groups[i]->require_pass = (struct word_list){ 0 };
        out->groups[i]->has_static_validation = false;
        out->groups[i]->grader.is_custom = false;
    }
    for (size_t i = 0; i < package->group_count; i++)
        out->groups[i]->parent = copy_of(package->groups[i]->parent, package, out);
    for (size_t i = 0; i < out->case_count; i++)
        out->cases[i].group = copy_of(out->cases[i].group, package, out);
    out->root = copy_of(package->root, package, out);
    out->grader = NULL;
}

/* ---- the plan ---- */

static struct str trimmed_line(struct str source, size_t at)
{
    size_t from = at, to = at;
    while (from > 0 && source.at[from - 1] != '\n')
        from--;
    while (to < source.length && source.at[to] != '\n')
        to++;
    while (from < to && strchr(" \t\r", source.at[from]))
        from++;
    while (to > from && strchr(" \t\r", source.at[to - 1]))
        to--;
    return (struct str){ source.at + from, to - from };
}

/* Of a solution that is one file the name is its path. */
static const char *place_of(const struct source_set *sources, size_t file, struct arena *arena)
{
    bool is_one = sources->count == 1 && str_ends(sources->name, sources->files[0].path);
    return is_one
               ? arena_printf(arena, "submissions/%s", sources->name)
               : arena_printf(arena, "submissions/%s/%s", sources->name, sources->files[file].path);
}

static void find_faults(struct fault_plan *plan, struct arena *arena)
{
    const struct source_set *sources = &plan->model->sources;
    size_t capacity = 0;
    plan->files = ARENA_ARRAY(arena, sources->count, struct fault_file);
    for (size_t i = 0; i < sources->count; i++) {
        struct c_faults faults;
        const struct source_file *file = &sources->files[i];
        plan->files[i] = (struct fault_file){ file, place_of(sources, i, arena) };
        if (!str_ends(file->path, ".c"))
            continue;
        c_faults_find(file->bytes, arena, &faults);
        for (size_t k = 0; k < faults.count; k++) {
            struct str line = trimmed_line(file->bytes, faults.list[k].at);
            plan->possible = arena_grow(arena, plan->possible, plan->possible_count, &capacity,
                                        sizeof *plan->possible);
            plan->possible[plan->possible_count++] =
                (struct planned_fault){ i, faults.list[k],
                                        arena_memdup(arena, line.at, line.length) };
        }
    }
}

static void choose_faults(struct fault_plan *plan, struct arena *arena)
{
    struct c_fault *faults = ARENA_ARRAY(arena, plan->possible_count, struct c_fault);
    for (size_t i = 0; i < plan->possible_count; i++)
        faults[i] = plan->possible[i].fault;
    plan->chosen_count =
        c_faults_choose(faults, plan->possible_count, FAULTS_TRIED_MAX, plan->chosen);
}

/* ---- building ---- */

static bool hash_program(int executable, char out[HASH_TEXT_MAX], struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    struct str bytes;
    if (lseek(executable, 0, SEEK_SET) != 0 ||
        !fd_read_all(executable, BUILD_PROGRAM_BYTES_MAX + 1, &arena, &bytes, err))
        return err_set(err, ERR_FAULT, "cannot read a program that was built");
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, bytes);
    hash_finish(&hash, out);
    return true;
}

static bool build(const struct verify_bench *bench, const struct fault_plan *plan,
                  const struct planned_fault *planned, struct arena *arena,
                  struct compile_result *out_result, struct program *out,
                  char out_hash[HASH_TEXT_MAX], struct err *err)
{
    struct package_submission submission = *plan->model;
    size_t count = submission.sources.count;
    struct source_file *files = ARENA_ARRAY(arena, count, struct source_file);
    memcpy(files, submission.sources.files, count * sizeof *files);
    submission.sources.files = files;
    if (planned)
        files[planned->file].bytes =
            c_fault_apply(files[planned->file].bytes, &planned->fault, arena);
    if (!programs_build_submission(bench->means, bench->prepared.package, &submission, arena,
                                   out_result, out, err))
        return false;
    return !out_result->ok || hash_program(out->executable, out_hash, err);
}

bool verify_faults_plan(const struct verify_bench *bench, struct part *part, struct fault_plan *out,
                        struct err *err)
{
    const struct package *package = bench->prepared.package;
    struct arena *arena = part->arena;
    struct compile_result compile;
    SCOPED_PROGRAM program = PROGRAM_NONE;
    *out = (struct fault_plan){ .model = catalog_model_solution(package) };
    if (!out->model) {
        part_warning(part, VERIFY_FAULTS, "",
                     "no faults are injected: there is no accepted solution in C");
        return true;
    }
    out->package = ARENA_NEW(arena, struct package);
    *out->package = *package;
    sort_cases(package, arena, out->package);
    free_groups(package, arena, out->package);
    find_faults(out, arena);
    if (!build(bench, out, NULL, arena, &compile, &program, out->unchanged, err))
        return false;
    if (compile.ok)
        choose_faults(out, arena);
    else
        part_error(part, VERIFY_FAULTS,
                   arena_printf(arena, "submissions/%s", out->model->sources.name),
                   "no faults are injected into it: it does not compile");
    return true;
}

/* ---- a trial ---- */

static void read_judgement(const struct judgement *judgement, struct verify_trial *trial)
{
    trial->verdict = VERDICT_ACCEPTED;
    trial->score = judgement->score;
    for (size_t i = 0; i < judgement->case_count; i++) {
        const struct case_result *c = &judgement->cases[i];
        if (c->verdict == VERDICT_NONE || c->verdict == VERDICT_ACCEPTED)
            continue;
        trial->verdict = c->verdict;
        trial->cause = c->cause;
        return;
    }
}

static bool judge(const struct verify_bench *bench, const struct fault_plan *plan,
                  const struct compile_result *compile, const struct program *program,
                  struct arena *arena, struct verify_trial *trial, struct err *err)
{
    const struct prepared *prepared = &bench->prepared;
    const struct judge_request request = {
        .package = plan->package,
        .compile = compile,
        .program = program,
        .sources = &plan->model->sources,
        .language = plan->model->language,
        .tools = &prepared->tools,
        .time_limit_us = prepared->time_limit_us,
        .time_limit_is_measured = prepared->time_limit_is_measured,
        .stop = JUDGE_STOP_FIRST,
    };
    struct judgement judgement;
    if (!judge_submission(bench->means->runner, &request, arena, &judgement, err))
        return false;
    read_judgement(&judgement, trial);
    return true;
}

bool verify_faults_try(const struct verify_bench *bench, const struct fault_plan *plan,
                       size_t trial, struct part *part, struct err *err)
{
    assert(trial <= plan->chosen_count);
    const struct planned_fault *planned =
        trial > 0 ? &plan->possible[plan->chosen[trial - 1]] : NULL;
    struct verify_trial *made = ARENA_NEW(part->arena, struct verify_trial);
    struct compile_result compile;
    char hash[HASH_TEXT_MAX] = "";
    SCOPED_PROGRAM program = PROGRAM_NONE;
    *made = (struct verify_trial){ .verdict = VERDICT_NONE, .cause = "" };
    part->made.trial = made;
    if (!build(bench, plan, planned, part->arena, &compile, &program, hash, err))
        return false;
    made->is_compiled = compile.ok;
    made->is_unchanged = compile.ok && planned && strcmp(hash, plan->unchanged) == 0;
    if (!made->is_compiled || made->is_unchanged)
        return true;
    return judge(bench, plan, &compile, &program, part->arena, made, err);
}

/* ---- the report ---- */

struct reporting {
    const struct package *package;
    const struct fault_plan *plan;
    struct part *part;
    struct verify_faults *out;
    bool *is_listed_wrongly; /* one an entry of faults.yaml: a test catches it */
};

static bool is_meant(const struct equivalent_fault *equivalent, const struct fault_plan *plan,
                     const struct planned_fault *planned)
{
    const char *path = plan->files[planned->file].source->path;
    return strcmp(equivalent->file, path) == 0 && strcmp(equivalent->line, planned->line) == 0 &&
           strcmp(equivalent->change, planned->fault.words) == 0;
}

static size_t find_equivalent(const struct reporting *r, const struct planned_fault *planned)
{
    size_t i = 0;
    while (i < r->package->equivalent_count &&
           !is_meant(&r->package->equivalents[i], r->plan, planned))
        i++;
    return i;
}

/* A lower score is as good as a failed test. A judging error is told beside: whose fault it is,
 * nobody knows. */
static bool is_caught(const struct verify_trial *trial, const struct verify_trial *plain)
{
    static const double slack = 1e-9;
    return trial->verdict != VERDICT_ACCEPTED || trial->score < plain->score - slack;
}

static void take_survivor(struct reporting *r, const struct planned_fault *planned)
{
    size_t equivalent = find_equivalent(r, planned);
    bool is_listed = equivalent < r->package->equivalent_count;
    struct verify_faults *out = r->out;
    out->equivalent_count += is_listed;
    out->survivors[out->survivor_count++] = (struct verify_fault){
        .place = r->plan->files[planned->file].place,
        .line = planned->fault.line,
        .column = planned->fault.column,
        .change = planned->fault.words,
        .source = planned->line,
        .reason = is_listed ? r->package->equivalents[equivalent].reason : "",
    };
}

/* One that is only slow is caught on one machine and not on another: as to outputs it may well be
 * equivalent. */
static void take_listed(struct reporting *r, const struct planned_fault *planned,
                        const struct verify_trial *trial)
{
    size_t equivalent = find_equivalent(r, planned);
    if (equivalent < r->package->equivalent_count && trial->verdict != VERDICT_TIME_LIMIT)
        r->is_listed_wrongly[equivalent] = true;
}

static void take_trial(struct reporting *r, const struct planned_fault *planned,
                       const struct verify_trial *trial, const struct verify_trial *plain)
{
    struct verify_faults *out = r->out;
    if (!trial->is_compiled) {
        out->uncompiled_count++;
    } else if (trial->is_unchanged) {
        out->unchanged_count++;
    } else if (is_caught(trial, plain)) {
        out->caught_count++;
        take_listed(r, planned, trial);
    } else {
        take_survivor(r, planned);
    }
    if (trial->verdict == VERDICT_JUDGE_ERROR)
        part_error(r->part, VERIFY_FAULTS,
                   arena_printf(r->part->arena, "%s:%u:%u", r->plan->files[planned->file].place,
                                planned->fault.line, planned->fault.column),
                   "judging error with %s: %s", planned->fault.words, trial->cause);
}

static bool is_possible(const struct equivalent_fault *equivalent, const struct fault_plan *plan)
{
    for (size_t i = 0; i < plan->possible_count; i++)
        if (is_meant(equivalent, plan, &plan->possible[i]))
            return true;
    return false;
}

static void check_list(struct reporting *r)
{
    for (size_t i = 0; i < r->package->equivalent_count; i++) {
        const struct equivalent_fault *equivalent = &r->package->equivalents[i];
        const char *place = arena_printf(r->part->arena, "faults.yaml:%u", equivalent->at_line);
        if (r->is_listed_wrongly[i])
            part_warning(r->part, VERIFY_FAULTS, place,
                         "%s is not equivalent: a hidden test catches it", equivalent->change);
        else if (!is_possible(equivalent, r->plan))
            part_warning(r->part, VERIFY_FAULTS, place, "there is no such fault: %s in '%s'",
                         equivalent->change, equivalent->line);
    }
}

static void tell_survivors(struct reporting *r, bool is_enough)
{
    for (size_t i = 0; i < r->out->survivor_count; i++) {
        const struct verify_fault *fault = &r->out->survivors[i];
        const char *place =
            arena_printf(r->part->arena, "%s:%u:%u", fault->place, fault->line, fault->column);
        if (*fault->reason)
            continue;
        (is_enough ? part_warning : part_error)(r->part, VERIFY_FAULTS, place,
                                                "no hidden test notices %s in: %s", fault->change,
                                                fault->source);
    }
}

static void conclude(struct reporting *r)
{
    const struct verify_faults *out = r->out;
    size_t missed = out->survivor_count - out->equivalent_count;
    size_t counted = out->caught_count + missed;
    bool is_enough = out->caught_count * 100 >= counted * FAULTS_CAUGHT_LEAST;
    const char *place = arena_printf(r->part->arena, "submissions/%s", out->submission);
    tell_survivors(r, is_enough);
    if (counted == 0) {
        part_warning(r->part, VERIFY_FAULTS, place, "no fault can be injected into it");
        return;
    }
    size_t percent = out->caught_count * 100 / counted;
    part_check(r->part, VERIFY_FAULTS, place, is_enough,
               "the hidden tests catch %zu of %zu faults (%zu %%); of %zu possible ones %zu were "
               "tried, of which %zu do not compile, %zu change nothing and %zu are listed as "
               "equivalent",
               out->caught_count, counted, percent, out->possible_count, out->tried_count,
               out->uncompiled_count, out->unchanged_count, out->equivalent_count);
    if (!is_enough)
        part_error(r->part, VERIFY_FAULTS, place,
                   "the hidden tests catch %zu of %zu faults (%zu %%); it should be %d %% at least",
                   out->caught_count, counted, percent, FAULTS_CAUGHT_LEAST);
}

void verify_faults_report(const struct package *package, const struct fault_plan *plan,
                          const struct verify_trial *const *trials, struct part *part,
                          struct verify_faults *out)
{
    const struct verify_trial *plain = trials[0];
    const char *name = plan->model->sources.name;
    struct arena *arena = part->arena;
    *out = (struct verify_faults){ .submission = name, .possible_count = plan->possible_count };
    if (!plain)
        return; /* the fault that ended its worker is told */
    if (plain->verdict != VERDICT_ACCEPTED) {
        part_error(part, VERIFY_FAULTS, arena_printf(arena, "submissions/%s", name),
                   "no faults are injected into it: without one it is %s",
                   verdict_code(plain->verdict));
        return;
    }
    struct reporting r = { package, plan, part, out,
                           ARENA_ARRAY(arena, package->equivalent_count, bool) };
    out->survivors = ARENA_ARRAY(arena, plan->chosen_count, struct verify_fault);
    for (size_t i = 0; i < plan->chosen_count; i++) {
        const struct verify_trial *trial = trials[i + 1];
        out->tried_count += trial != NULL;
        if (trial)
            take_trial(&r, &plan->possible[plan->chosen[i]], trial, plain);
    }
    check_list(&r);
    conclude(&r);
}
