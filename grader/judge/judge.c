/* judge.c - an executable and a package become a judgement. */
#include "grader/judge/judge.h"

#include <assert.h>
#include <string.h>

#include "grader/judge/attempt.h"
#include "grader/judge/grading.h"
#include "grader/judge/near.h"
#include "grader/judge/score.h"
#include "grader/judge/statics.h"
#include "grader/judge/validator.h"

/* Wall time is only a net: a machine under load must not cost anybody a verdict. */
enum { WALL_FACTOR = 10, WALL_LEAST_US = 10 * 1000 * 1000 };

struct judging {
    const struct judge_request *request;
    struct bench bench;
    struct arena *arena;
    struct judgement made;
    size_t *own_cases; /* of each group, without those of the groups below it */
    bool has_failed;   /* some case so far */
};

/* ---- what can be judged ---- */

static const struct test_group *group_named(const struct package *package, const char *name)
{
    for (size_t i = 0; i < package->group_count; i++)
        if (strcmp(package->groups[i]->name, name) == 0)
            return package->groups[i];
    return NULL;
}

static bool check_groups(const struct package *package, struct err *err)
{
    for (size_t i = 0; i < package->group_count; i++) {
        const struct test_group *group = package->groups[i];
        for (size_t k = 0; k < group->require_pass.count; k++)
            if (!group_named(package, group->require_pass.words[k]))
                return err_set(err, ERR_INPUT, "group '%s' requires '%s', which is no group",
                               group->name, group->require_pass.words[k]);
    }
    return true;
}

/* A program that would decide and that we do not run; NULL: there is none. */
static const struct package_program *foreign_program(const struct package *package)
{
    for (size_t i = 0; i < package->output_validator_count; i++)
        if (package->output_validators[i].kind == PROGRAM_OTHER)
            return &package->output_validators[i];
    if (package->static_validator && package->static_validator->kind == PROGRAM_OTHER)
        return package->static_validator;
    return package->grader && package->grader->kind == PROGRAM_OTHER ? package->grader : NULL;
}

static bool check_kinds(const struct package *package, struct err *err)
{
    bool talks = package->kinds & (PACKAGE_INTERACTIVE | PACKAGE_MULTI_PASS);
    if (talks && package->output_validator_count == 0)
        return err_set(err, ERR_INPUT,
                       "an interactive or multi-pass package needs an output validator of its own");
    if (talks && package->output_validator_count > 1)
        return err_set(err, ERR_INPUT,
                       "an interactive or multi-pass package can have one output validator only");
    return true;
}

static bool check_package(const struct package *package, struct err *err)
{
    const struct package_program *foreign = foreign_program(package);
    if (foreign)
        return err_set(err, ERR_INPUT,
                       "'%s' is neither C, C++, Python 3 nor a folder with build or run",
                       foreign->place);
    if (package->case_count == 0)
        return err_set(err, ERR_INPUT, "the package has no tests");
    return check_kinds(package, err) && check_groups(package, err);
}

static bool check_tools(const struct judge_request *request, struct err *err)
{
    const struct package *package = request->package;
    size_t built = request->tools ? request->tools->output_validator_count : 0;
    if (built < package->output_validator_count)
        return err_set(err, ERR_FAULT, "its output validator was not built");
    for (size_t i = 0; i < package->case_count; i++)
        if (!package->cases[i].input_path || !package->cases[i].answer_path)
            return err_set(err, ERR_FAULT, "case '%s' has not been made", package->cases[i].name);
    return true;
}

/* ---- limits ---- */

/* DOMjudge would call the time limit the soft one and this the hard one. */
static uint64_t kill_us(const struct judge_request *request)
{
    uint64_t certain_us = near_kill_us(request->time_limit_us);
    uint64_t wanted_us = request->measure_up_to_us + NEAR_CLOCKS_APART_US;
    return wanted_us > certain_us ? wanted_us : certain_us;
}

/* ---- groups ---- */

static struct group_result *result_of(struct judging *j, const struct test_group *group)
{
    size_t i = 0;
    while (i < j->made.group_count && j->made.groups[i].group != group)
        i++;
    assert(i < j->made.group_count);
    return &j->made.groups[i];
}

static void start(struct judging *j, struct runner *runner)
{
    const struct judge_request *request = j->request;
    const struct package *package = request->package;
    j->made = (struct judgement){
        .package = package,
        .compile = *request->compile,
        .time_limit_us = request->time_limit_us,
        .time_limit_is_measured = request->time_limit_is_measured,
        .kill_us = kill_us(request),
        .cases = ARENA_ARRAY(j->arena, package->case_count, struct case_result),
        .case_count = package->case_count,
        .groups = ARENA_ARRAY(j->arena, package->group_count, struct group_result),
        .group_count = package->group_count,
        .protection = runner_protection(runner),
    };
    j->own_cases = ARENA_ARRAY(j->arena, package->group_count, size_t);
    for (size_t i = 0; i < package->group_count; i++)
        j->made.groups[i].group = package->groups[i];
    for (size_t i = 0; i < package->case_count; i++) {
        j->made.cases[i] = (struct case_result){ .test = &package->cases[i], .cause = "" };
        j->own_cases[result_of(j, package->cases[i].group) - j->made.groups]++;
        for (const struct test_group *g = package->cases[i].group; g; g = g->parent)
            result_of(j, g)->case_count++;
    }
}

/* In the case's own group and all above it. */
static void count_case(struct judging *j, const struct case_result *result)
{
    bool accepted = result->verdict == VERDICT_ACCEPTED;
    for (const struct test_group *g = result->test->group; g; g = g->parent) {
        struct group_result *group = result_of(j, g);
        group->judged_count++;
        group->accepted_count += accepted;
        if (group->verdict == VERDICT_NONE || group->verdict == VERDICT_ACCEPTED)
            group->verdict = result->verdict;
    }
    j->has_failed |= !accepted;
}

/* Of no test at all every one is accepted; and a package may do without samples. */
static bool is_empty_sample(const struct group_result *result)
{
    const struct test_group *group = result->group;
    return result->case_count == 0 && !group->has_static_validation &&
           strcmp(group->name, "sample") == 0;
}

/* The name of a group that this one, or one above it, needs and that has not passed; else NULL. */
static const char *missing_requirement(struct judging *j, const struct test_group *group)
{
    for (const struct test_group *g = group; g; g = g->parent)
        for (size_t i = 0; i < g->require_pass.count; i++) {
            const char *name = g->require_pass.words[i];
            const struct group_result *needed =
                result_of(j, group_named(j->request->package, name));
            if (!is_empty_sample(needed) && !score_group_passed(&j->made, needed))
                return name;
        }
    return NULL;
}

static bool by_graders(const struct judging *j)
{
    return j->request->package->grading == PACKAGE_GRADING_GRADERS;
}

/* Why the case is left out, in words, or NULL. */
static const char *reason_to_skip(struct judging *j, const struct test_case *test)
{
    if (j->has_failed && j->request->stop == JUDGE_STOP_FIRST)
        return "not run: an earlier test failed";
    if (by_graders(j))
        return j->request->stop == JUDGE_STOP_IN_GROUP && grading_is_broken_off(&j->made, test)
                   ? "not run: an earlier test of its group failed"
                   : NULL;
    const char *missing = missing_requirement(j, test->group);
    if (missing)
        return arena_printf(j->arena, "not run: it needs '%s', which did not pass", missing);
    const struct group_result *group = result_of(j, test->group);
    bool may_earn =
        score_pays_cases(j->request->package, test->group) && test->group->aggregation == SCORE_SUM;
    if (group->accepted_count < group->judged_count && !may_earn &&
        j->request->stop == JUDGE_STOP_IN_GROUP)
        return "not run: an earlier test of its group failed";
    return NULL;
}

/* ---- cases ---- */

/* A score against the rules is the validator's fault. */
static void set_score(struct judging *j, const struct validation *given, struct case_result *out)
{
    const struct package *package = j->request->package;
    const struct test_group *group = out->test->group;
    struct validation judged = *given;
    if (out->verdict == VERDICT_JUDGE_ERROR)
        return;
    judged.verdict = out->verdict;
    const char *fault =
        by_graders(j)
            ? grading_case(package, group, &judged, &out->score)
            : score_case(package, group, j->own_cases[result_of(j, group) - j->made.groups],
                         &judged, &out->score);
    if (!fault)
        return;
    out->verdict = VERDICT_JUDGE_ERROR;
    out->cause = arena_printf(j->arena, "the output validator %s", fault);
}

static void take_speaker(struct judging *j, const struct attempt *attempts, size_t count,
                         const struct near_decision *decision, struct case_result *out)
{
    *out = attempts[decision->speaker].result;
    out->repeats = (unsigned)count;
    out->is_borderline = decision->borderline;
    out->least_cpu_us = out->most_cpu_us = out->cpu_us;
    for (size_t i = 0; i < count; i++) {
        uint64_t cpu_us = attempts[i].result.cpu_us;
        out->least_cpu_us = cpu_us < out->least_cpu_us ? cpu_us : out->least_cpu_us;
        out->most_cpu_us = cpu_us > out->most_cpu_us ? cpu_us : out->most_cpu_us;
    }
    set_score(j, &attempts[decision->speaker].given, out);
    j->made.borderline |= decision->borderline;
}

static bool judge_case(struct judging *j, const struct test_case *test, struct case_result *out,
                       struct err *err)
{
    struct attempt attempts[NEAR_RUNS_MAX];
    struct near_run runs[NEAR_RUNS_MAX];
    struct near_decision decision;
    size_t count = 0;
    do {
        if (!attempt_case(&j->bench, test, &attempts[count], err))
            return err_wrap(err, "case '%s'", test->name);
        const struct case_result *result = &attempts[count].result;
        runs[count] = (struct near_run){ result->verdict, result->cpu_us };
        count++;
        decision = near_decide(runs, count, j->request->time_limit_us);
    } while (!decision.is_final);
    take_speaker(j, attempts, count, &decision, out);
    return true;
}

static bool judge_cases(struct judging *j, struct err *err)
{
    const struct judge_request *request = j->request;
    for (size_t i = 0; i < j->made.case_count; i++) {
        struct case_result *result = &j->made.cases[i];
        const char *skipped = reason_to_skip(j, result->test);
        if (skipped) {
            result->cause = skipped;
            continue;
        }
        if (!judge_case(j, result->test, result, err))
            return false;
        count_case(j, result);
        if (request->progress)
            request->progress(request->context, result, i + 1, j->made.case_count);
    }
    return true;
}

/* ---- the whole ---- */

static void take_error(struct judging *j, const char *kind, const char *name, const char *cause)
{
    if (j->made.verdict == VERDICT_JUDGE_ERROR)
        return;
    j->made.verdict = VERDICT_JUDGE_ERROR;
    j->made.cause = arena_printf(j->arena, "%s '%s': %s", kind, name, cause);
}

static void take_verdict(struct judging *j, enum verdict verdict, const char *cause)
{
    bool failed = verdict != VERDICT_ACCEPTED && verdict != VERDICT_NONE;
    if (!failed || j->made.verdict != VERDICT_ACCEPTED)
        return;
    j->made.verdict = verdict;
    j->made.cause = cause;
}

static void set_verdict(struct judging *j)
{
    struct judgement *made = &j->made;
    made->verdict = VERDICT_ACCEPTED;
    made->cause = "";
    for (size_t i = 0; i < made->static_count; i++)
        if (made->statics[i].verdict == VERDICT_JUDGE_ERROR)
            take_error(j, "group", made->statics[i].group->name, made->statics[i].cause);
    for (size_t i = 0; i < made->case_count; i++)
        if (made->cases[i].verdict == VERDICT_JUDGE_ERROR)
            take_error(j, "case", made->cases[i].test->name, made->cases[i].cause);
    for (size_t i = 0; i < made->static_count; i++)
        take_verdict(j, made->statics[i].verdict, made->statics[i].cause);
    for (size_t i = 0; i < made->case_count; i++)
        take_verdict(j, made->cases[i].verdict, made->cases[i].cause);
}

static bool finish(struct judging *j, struct runner *runner, struct err *err)
{
    const struct package_tools *tools = j->request->tools;
    set_verdict(j);
    if (by_graders(j))
        return grading_run(runner, tools ? &tools->grader : NULL, &j->made, j->arena, err);
    const char *fault = score_groups(&j->made, j->arena);
    if (fault && j->made.verdict != VERDICT_JUDGE_ERROR) {
        j->made.verdict = VERDICT_JUDGE_ERROR;
        j->made.cause = fault;
    }
    return true;
}

static void refuse_uncompiled(struct judging *j)
{
    for (size_t i = 0; i < j->made.case_count; i++)
        j->made.cases[i].cause = "not run: it did not compile";
    j->made.verdict = VERDICT_COMPILE_ERROR;
    j->made.cause = j->request->compile->cause;
    /* All counts are 0 of some: no group has a score that could be wrong. */
    if (!by_graders(j))
        (void)score_groups(&j->made, j->arena);
}

/* How long the program may run by the wall clock. Beside a validator that works it waits. */
static uint64_t wall_us(const struct judge_request *request)
{
    const struct package *package = request->package;
    uint64_t wall_us = WALL_FACTOR * request->time_limit_us;
    wall_us = wall_us > WALL_LEAST_US ? wall_us : WALL_LEAST_US;
    uint64_t validation_us = package->limits.validation_time_us;
    if (!(package->kinds & PACKAGE_INTERACTIVE))
        return wall_us;
    return wall_us + (validation_us < WALL_LEAST_US ? validation_us : WALL_LEAST_US);
}

/* With the validators open. */
static bool judge_in_session(struct judging *j, struct runner *runner, struct err *err)
{
    if (!j->request->program) {
        j->bench.answers = j->request->sources;
        return judge_cases(j, err);
    }
    const struct run_program program = attempt_program(j->request->package, j->request->program,
                                                       kill_us(j->request), wall_us(j->request));
    if (!runner_open(runner, &program, &j->bench.session, err))
        return false;
    j->bench.program = j->request->program;
    bool judged = judge_cases(j, err);
    runner_close(runner, j->bench.session);
    return judged;
}

static bool open_validators(struct judging *j, struct runner *runner, struct validator *validators,
                            struct err *err)
{
    const struct judge_request *request = j->request;
    const struct package *package = request->package;
    bool is_interactive = package->kinds & PACKAGE_INTERACTIVE;
    uint64_t wait_us = is_interactive ? wall_us(request) : 0;
    struct run_limits limits = tool_limits(&package->limits, wait_us);
    j->bench.validators = validators;
    for (size_t i = 0; i < package->output_validator_count; i++) {
        if (!validator_open(&validators[i], runner, &request->tools->output_validators[i],
                            "output validator", package->kinds & PACKAGE_MULTI_PASS, limits,
                            j->arena, err))
            return err_wrap(err, "output validator");
        j->bench.validator_count++;
    }
    return true;
}

/* A group whose sources are rejected has failed before its first test. */
static void count_statics(struct judging *j)
{
    for (size_t i = 0; i < j->made.static_count; i++) {
        const struct static_result *one = &j->made.statics[i];
        for (const struct test_group *g = one->group; g; g = g->parent)
            if (one->verdict != VERDICT_ACCEPTED && result_of(j, g)->verdict == VERDICT_NONE)
                result_of(j, g)->verdict = one->verdict;
        j->has_failed |= one->verdict != VERDICT_ACCEPTED;
    }
}

static bool look_at_sources(struct judging *j, struct runner *runner, struct err *err)
{
    const struct judge_request *request = j->request;
    const struct statics_request statics = {
        .package = request->package,
        .validator = request->tools ? &request->tools->static_validator : NULL,
        .sources = request->sources,
        .language = request->language,
        .entry_point = request->entry_point,
    };
    if (!statics_run(runner, &statics, j->arena, &j->made.statics, &j->made.static_count, err))
        return false;
    count_statics(j);
    return true;
}

static bool judge_compiled(struct judging *j, struct runner *runner, struct err *err)
{
    const struct judge_request *request = j->request;
    size_t count = request->package->output_validator_count;
    struct validator *validators = ARENA_ARRAY(j->arena, count, struct validator);
    if (!check_tools(request, err))
        return false;
    bool good = look_at_sources(j, runner, err) && open_validators(j, runner, validators, err) &&
                judge_in_session(j, runner, err);
    for (size_t i = 0; i < j->bench.validator_count; i++)
        validator_close(&validators[i]);
    return good && finish(j, runner, err);
}

bool judge_submission(struct runner *runner, const struct judge_request *request,
                      struct arena *arena, struct judgement *out, struct err *err)
{
    assert(runner && request && request->package && request->compile && arena && out && err);
    assert(!request->compile->ok || request->program || request->sources);
    assert(!request->compile->ok || request->time_limit_us > 0);
    const struct package *package = request->package;
    struct judging j = {
        .request = request,
        .arena = arena,
        .bench = { .runner = runner,
                   .package = package,
                   .time_limit_us = request->time_limit_us,
                   .arena = arena },
    };
    if (!check_package(package, err))
        return err_wrap(err, "cannot judge '%s'", package->id);
    start(&j, runner);
    if (!request->compile->ok)
        refuse_uncompiled(&j);
    else if (!judge_compiled(&j, runner, err))
        return err_wrap(err, "cannot judge '%s'", package->id);
    *out = j.made;
    return true;
}
