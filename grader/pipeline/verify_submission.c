/* verify_submission.c - one example submission is judged and held against what is said of it. */
#include <math.h>
#include <string.h>

#include "grader/catalog/catalog.h"
#include "grader/catalog/expected_tag.h"
#include "grader/judge/judge.h"
#include "grader/pipeline/programs.h"
#include "grader/pipeline/verify_work.h"

/* The format's own ceiling for anything that runs: while the limit is not known nothing may run
 * into it. */
static const uint64_t measuring_limit_us = 60 * 1000000;

uint64_t verify_high_us(const struct package *package, uint64_t limit_us)
{
    return (uint64_t)((double)limit_us * package->limits.time_limit_to_tle);
}

/* ---- what is expected ---- */

/* The format's own four. */
static const enum verdict coarse[] = { VERDICT_ACCEPTED, VERDICT_WRONG_ANSWER, VERDICT_TIME_LIMIT,
                                       VERDICT_RUN_ERROR };

/* Those of `set` that are not in `but` (NULL: all), nor AC then; returns how many. */
static size_t put_verdicts(struct buf *out, const char *before, const bool *set, const bool *but)
{
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(coarse); i++) {
        if (!set[coarse[i]] || (but && (but[coarse[i]] || coarse[i] == VERDICT_ACCEPTED)))
            continue;
        buf_printf(out, "%s%s", count++ ? "/" : before, verdict_code(coarse[i]));
    }
    return count;
}

/* What the tag permits, a fine verdict only where its coarse one is not there anyhow. */
static void put_tag(struct buf *out, const struct expected_tag *tag)
{
    const char *before = out->length ? ", tag " : "tag ";
    for (int i = 0; i < VERDICT_COUNT; i++) {
        enum verdict wide = (enum verdict)i;
        bool known = verdict_parse(verdict_big5((enum verdict)i), &wide);
        if (!known || !tag->permitted[i] || (wide != (enum verdict)i && tag->permitted[wide]))
            continue;
        buf_printf(out, "%s%s", before, verdict_code((enum verdict)i));
        before = "/";
    }
    if (tag->is_anything)
        buf_printf(out, "%sany", before);
}

const char *verify_expected(const struct package_submission *submission, struct arena *arena)
{
    const struct expectation *e = &submission->expected;
    SCOPED_BUF text;
    buf_init(&text, 256);
    struct expected_tag tag;
    expected_tag_read(&submission->sources, &tag);
    size_t count = put_verdicts(&text, "", e->required, NULL);
    if (count == 0 && submission->rule_count > 0)
        put_verdicts(&text, "", e->permitted, NULL);
    else if (count > 0 && put_verdicts(&text, "; ", e->permitted, e->required) > 0)
        buf_puts(&text, " too");
    if (submission->rule_count == 0 && !tag.found)
        buf_puts(&text, "any");
    if (tag.found)
        put_tag(&text, &tag);
    return arena_strdup(arena, buf_text(&text));
}

/* ---- rules ---- */

static bool is_any_set(const bool set[VERDICT_COUNT])
{
    for (int i = 0; i < VERDICT_COUNT; i++)
        if (set[i])
            return true;
    return false;
}

static bool rule_looks_at(const struct submission_rule *rule, const struct judgement *judgement,
                          size_t i)
{
    return (!rule->applies || rule->applies[i]) && judgement->cases[i].verdict != VERDICT_NONE;
}

/*
 * What is said of all cases is also said of static validation, which is one more, and in the older
 * formats it is the graders that have the last word: whatever single cases gave, they may accept.
 */
static bool is_decided(const struct submission_rule *rule, const struct judgement *judgement,
                       const bool set[VERDICT_COUNT])
{
    return !rule->applies && set[judgement->verdict];
}

static const char *place_of(const struct package_submission *submission, struct arena *arena)
{
    return arena_printf(arena, "submissions/%s", submission->sources.name);
}

static bool graders_accept(const struct submission_rule *rule, const struct judgement *judgement)
{
    return judgement->package->grading == PACKAGE_GRADING_GRADERS &&
           judgement->verdict == VERDICT_ACCEPTED &&
           is_decided(rule, judgement, rule->expected.permitted);
}

/* Of the whole, when no single case tells: static validation, a grader. */
static void check_whole(const struct submission_rule *rule, const struct judgement *judgement,
                        const char *place, struct part *part)
{
    if (!rule->applies && verdict_is_final(judgement->verdict) &&
        !rule->expected.permitted[judgement->verdict])
        part_error(part, VERIFY_SUBMISSIONS, place, "%s does not permit %s as a whole: %s",
                   rule->origin, verdict_code(judgement->verdict), judgement->cause);
}

/* One finding, with the first case of this verdict and how many more. */
static void check_verdict(const struct submission_rule *rule, const struct judgement *judgement,
                          enum verdict verdict, const char *place, struct part *part)
{
    const struct case_result *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < judgement->case_count; i++) {
        const struct case_result *c = &judgement->cases[i];
        if (c->verdict != verdict || !rule_looks_at(rule, judgement, i))
            continue;
        first = first ? first : c;
        count++;
    }
    if (!first)
        return;
    const char *cause = *first->cause ? first->cause : verdict_phrase(verdict);
    if (count == 1)
        part_error(part, VERIFY_SUBMISSIONS, place, "%s does not permit %s: %s: %s", rule->origin,
                   verdict_code(verdict), first->test->name, cause);
    else
        part_error(part, VERIFY_SUBMISSIONS, place, "%s does not permit %s: %s and %zu more: %s",
                   rule->origin, verdict_code(verdict), first->test->name, count - 1, cause);
}

static void check_permitted(const struct submission_rule *rule, const struct judgement *judgement,
                            const char *place, struct part *part)
{
    size_t before = part->made.finding_count;
    if (graders_accept(rule, judgement))
        return;
    for (int verdict = 0; verdict < VERDICT_COUNT; verdict++)
        if (!rule->expected.permitted[verdict])
            check_verdict(rule, judgement, (enum verdict)verdict, place, part);
    if (part->made.finding_count == before)
        check_whole(rule, judgement, place, part);
}

static void check_required(const struct submission_rule *rule, const struct judgement *judgement,
                           const char *place, struct part *part)
{
    if (!is_any_set(rule->expected.required) ||
        is_decided(rule, judgement, rule->expected.required))
        return;
    for (size_t i = 0; i < judgement->case_count; i++)
        if (rule_looks_at(rule, judgement, i) &&
            rule->expected.required[judgement->cases[i].verdict])
            return;
    SCOPED_BUF wanted;
    buf_init(&wanted, 256);
    put_verdicts(&wanted, "", rule->expected.required, NULL);
    part_error(part, VERIFY_SUBMISSIONS, place,
               "%s requires %s, but no test case gave that; it is %s", rule->origin,
               buf_text(&wanted), verdict_code(judgement->verdict));
}

static bool has_part(const char *text, const char *wanted)
{
    return text && strstr(text, wanted);
}

static void check_message(const struct submission_rule *rule, const struct judgement *judgement,
                          const char *place, struct part *part)
{
    if (!*rule->message)
        return;
    for (size_t i = 0; i < judgement->case_count; i++)
        if (rule_looks_at(rule, judgement, i) &&
            (has_part(judgement->cases[i].judge_message, rule->message) ||
             has_part(judgement->cases[i].team_message, rule->message)))
            return;
    part_error(part, VERIFY_SUBMISSIONS, place, "%s wants '%s' in a judge message, but none has it",
               rule->origin, rule->message);
}

/* Of the rule's group; of the whole when it is about no one group. */
static double score_of(const struct submission_rule *rule, const struct judgement *judgement)
{
    for (size_t i = 0; i < judgement->group_count; i++)
        if (rule->group && judgement->groups[i].group == rule->group)
            return judgement->groups[i].score;
    return judgement->score;
}

static void check_score(const struct submission_rule *rule, const struct judgement *judgement,
                        const char *place, struct part *part)
{
    static const double slack = 1e-9;
    double score = score_of(rule, judgement);
    if (!rule->has_score ||
        (score >= rule->score_least - slack && score <= rule->score_most + slack))
        return;
    part_error(part, VERIFY_SUBMISSIONS, place, "%s wants a score from %g to %g; it is %g",
               rule->origin, rule->score_least, rule->score_most, score);
}

/* Legacy's partially_accepted: passes, but not with the best score. */
static void check_partial(const struct submission_rule *rule, const struct judgement *judgement,
                          const char *place, struct part *part)
{
    double best = judgement->max_score, score = judgement->score;
    bool is_asked = rule->is_partial && judgement->verdict == VERDICT_ACCEPTED;
    /* Where the least score is the best, nobody knows how little that could be. */
    if (is_asked && !judgement->package->objective_is_min && isfinite(best) && score >= best)
        part_error(part, VERIFY_SUBMISSIONS, place, "%s wants less than the best score; it is %g",
                   rule->origin, score);
}

/* DOMjudge's tag names results of the whole submission. */
static void check_tag(const struct package_submission *submission,
                      const struct judgement *judgement, const char *place, struct part *part)
{
    struct expected_tag tag;
    expected_tag_read(&submission->sources, &tag);
    if (tag.found && *tag.unknown)
        part_warning(part, VERIFY_SUBMISSIONS, place,
                     "@EXPECTED_RESULTS@ has the unknown word '%s'", tag.unknown);
    if (!tag.found || tag.permitted[judgement->verdict] || tag.is_anything)
        return;
    part_error(part, VERIFY_SUBMISSIONS, place, "@EXPECTED_RESULTS@ says %s; it is %s (%s)",
               tag.words, verdict_code(judgement->verdict), judgement->cause);
}

/* A group that stays shut even to one that must pass can't be reached by anybody. */
static void check_reached(const struct package_submission *submission,
                          const struct judgement *judgement, const char *place, struct part *part)
{
    if (strcmp(submission->folder, "accepted") != 0 || judgement->verdict != VERDICT_ACCEPTED)
        return;
    for (size_t i = 0; i < judgement->case_count; i++)
        if (judgement->cases[i].verdict == VERDICT_NONE) {
            const struct case_result *c = &judgement->cases[i];
            part_error(
                part, VERIFY_DATA, arena_printf(part->arena, "data/%s", c->test->group->name),
                "unreachable: an accepted submission (%s) is not run on it: %s", place, c->cause);
            return;
        }
}

/* The compiler's first error. */
static const char *first_error(const struct compile_result *compile, struct arena *arena)
{
    for (size_t i = 0; i < compile->diagnostic_count; i++) {
        const struct diagnostic *d = &compile->diagnostics[i];
        if (strstr(d->kind, "error"))
            return arena_printf(arena, ": %s:%u:%u: %s", d->file, d->line, d->column, d->message);
    }
    return "";
}

void verify_rules(const struct package_submission *submission, const struct judgement *judgement,
                  struct part *part)
{
    const char *place = place_of(submission, part->arena);
    bool is_uncompiled = judgement->verdict == VERDICT_COMPILE_ERROR;
    check_tag(submission, judgement, place, part);
    if (judgement->verdict == VERDICT_JUDGE_ERROR)
        part_error(part, VERIFY_SUBMISSIONS, place, "judging error: %s", judgement->cause);
    else if (is_uncompiled && submission->rule_count > 0)
        part_error(part, VERIFY_SUBMISSIONS, place, "it does not compile: %s%s", judgement->cause,
                   first_error(&judgement->compile, part->arena));
    if (judgement->verdict == VERDICT_JUDGE_ERROR || is_uncompiled)
        return;
    for (size_t i = 0; i < submission->rule_count; i++) {
        check_permitted(submission->rules[i], judgement, place, part);
        check_required(submission->rules[i], judgement, place, part);
        check_message(submission->rules[i], judgement, place, part);
        check_score(submission->rules[i], judgement, place, part);
        check_partial(submission->rules[i], judgement, place, part);
    }
    check_reached(submission, judgement, place, part);
}

/* ---- judging ---- */

static void pass_on(void *context, const struct case_result *done, size_t count, size_t total)
{
    (void)done;
    worker_tell(context, count, total);
}

/* To the letter every case counts; but who may be too slow is not run into the limit more than once
 * a group, unless a rule is about single cases. */
static enum judge_stop stop_of(const struct package_submission *submission)
{
    for (size_t i = 0; i < submission->rule_count; i++)
        if (submission->rules[i]->applies || *submission->rules[i]->message)
            return JUDGE_ALL;
    return submission->expected.permitted[VERDICT_TIME_LIMIT] ? JUDGE_STOP_IN_GROUP : JUDGE_ALL;
}

struct judging_one {
    const struct verify_bench *bench;
    const struct package_submission *submission;
    const struct worker_voice *voice;
    struct compile_result *compile;
    const struct program *program;
};

static bool judge_once(const struct judging_one *one, enum judge_stop stop, struct arena *arena,
                       struct judgement *out, struct err *err)
{
    const struct prepared *prepared = &one->bench->prepared;
    uint64_t limit_us = prepared->time_limit_us;
    const struct judge_request request = {
        .package = prepared->package,
        .compile = one->compile,
        .program = one->program,
        .sources = &one->submission->sources,
        .language = one->submission->language,
        .entry_point = one->submission->entry_point,
        .tools = &prepared->tools,
        .time_limit_us = limit_us ? limit_us : measuring_limit_us,
        .time_limit_is_measured = prepared->time_limit_is_measured,
        .measure_up_to_us = limit_us ? verify_high_us(prepared->package, limit_us) : 0,
        .stop = stop,
        .progress = one->voice ? pass_on : NULL,
        .context = (void *)one->voice,
    };
    return judge_submission(one->bench->means->runner, &request, arena, out, err);
}

/* Where the runs of this turn end by CPU time. */
static uint64_t end_us(const struct verify_bench *bench)
{
    uint64_t limit_us = bench->prepared.time_limit_us;
    return limit_us ? verify_high_us(bench->prepared.package, limit_us) : measuring_limit_us;
}

uint64_t verify_needed_us(const struct case_result *c, uint64_t end_us)
{
    bool waited = c->is_cut_off && c->verdict == VERDICT_TIME_LIMIT && c->cpu_us <= end_us;
    return waited && c->wall_us > c->cpu_us ? c->wall_us : c->cpu_us;
}

static uint64_t slowest_us(const struct judgement *judgement, uint64_t end_us)
{
    uint64_t most = 0;
    for (size_t i = 0; i < judgement->case_count; i++) {
        uint64_t needed_us = verify_needed_us(&judgement->cases[i], end_us);
        most = needed_us > most ? needed_us : most;
    }
    return most;
}

/* One that must be too slow and was not slow enough in the cases that ran may be so in those that
 * were left out. */
static bool judge(const struct judging_one *one, struct arena *arena, struct judgement *out,
                  struct err *err)
{
    const struct prepared *prepared = &one->bench->prepared;
    enum judge_stop stop = stop_of(one->submission);
    if (!judge_once(one, stop, arena, out, err))
        return false;
    bool again = stop != JUDGE_ALL && prepared->time_limit_us > 0 && one->compile->ok &&
                 catalog_time_limit_use(one->submission) == TIME_LIMIT_UPPER &&
                 slowest_us(out, end_us(one->bench)) <= end_us(one->bench);
    return !again || judge_once(one, JUDGE_ALL, arena, out, err);
}

/* ---- the row of the matrix ---- */

static bool is_cut(const struct verify_bench *bench, const struct case_result *c)
{
    uint64_t end = end_us(bench);
    return c->verdict == VERDICT_TIME_LIMIT && verify_needed_us(c, end) > end;
}

static void fill_cell(const struct verify_bench *bench, const struct judgement *judgement,
                      const char *group, struct verify_cell *cell)
{
    for (size_t i = 0; i < judgement->case_count; i++) {
        const struct case_result *c = &judgement->cases[i];
        if (strcmp(c->test->group->name, group) != 0 || c->verdict == VERDICT_NONE)
            continue;
        cell->judged_count++;
        cell->accepted_count += c->verdict == VERDICT_ACCEPTED;
        if (cell->verdict == VERDICT_NONE || cell->verdict == VERDICT_ACCEPTED)
            cell->verdict = c->verdict;
        uint64_t needed_us = verify_needed_us(c, end_us(bench));
        if (needed_us > cell->slowest_us) {
            cell->slowest_us = needed_us;
            cell->is_cut = is_cut(bench, c);
        }
    }
}

static void fill_times(const struct verify_bench *bench, const struct judgement *judgement,
                       struct verify_submission *row)
{
    uint64_t limit_us = bench->prepared.time_limit_us;
    for (size_t i = 0; i < judgement->case_count; i++) {
        const struct case_result *c = &judgement->cases[i];
        row->run_cpu_us += c->cpu_us;
        row->sensitive_count +=
            c->verdict == VERDICT_TIME_LIMIT && limit_us > 0 && !is_cut(bench, c);
        uint64_t needed_us = verify_needed_us(c, end_us(bench));
        if (needed_us > row->slowest_us) {
            row->slowest_us = needed_us;
            row->slowest_case = c->test->name;
            row->is_cut = is_cut(bench, c);
        }
    }
}

static enum verify_bound bound_of(const struct package_submission *submission)
{
    enum time_limit_use use = catalog_time_limit_use(submission);
    return use == TIME_LIMIT_LOWER   ? BOUND_LOWER
           : use == TIME_LIMIT_UPPER ? BOUND_UPPER
                                     : BOUND_NONE;
}

static void fill_row(const struct verify_bench *bench, const struct package_submission *submission,
                     const struct judgement *judgement, struct arena *arena,
                     struct verify_submission *row)
{
    row->verdict = judgement->verdict;
    row->cause = judgement->cause ? judgement->cause : "";
    row->score = isfinite(judgement->score) ? judgement->score : 0;
    row->borderline = judgement->borderline;
    row->compile_cpu_us = judgement->compile.cpu_us;
    row->bound = judgement->compile.ok ? bound_of(submission) : BOUND_NONE;
    row->cell_count = bench->group_count;
    row->cells = ARENA_ARRAY(arena, bench->group_count, struct verify_cell);
    for (size_t i = 0; i < bench->group_count; i++)
        fill_cell(bench, judgement, bench->groups[i].name, &row->cells[i]);
    fill_times(bench, judgement, row);
}

static bool judge_and_compare(struct judging_one *one, struct part *part, struct err *err)
{
    const struct verify_bench *bench = one->bench;
    struct judgement judgement;
    struct err refused = { 0 };
    if (!judge(one, part->arena, &judgement, &refused)) {
        if (refused.kind != ERR_INPUT)
            return err_set(err, refused.kind, "%s", refused.text);
        part_error(part, VERIFY_SUBMISSIONS, place_of(one->submission, part->arena), "%s",
                   refused.text);
        return true;
    }
    verify_rules(one->submission, &judgement, part);
    fill_row(bench, one->submission, &judgement, part->arena, part->made.submission);
    verify_growth(bench, one->submission, &judgement, one->program ? one->program->executable : -1,
                  part);
    return true;
}

bool verify_submission(const struct verify_bench *bench, size_t index,
                       const struct worker_voice *voice, struct part *part, struct err *err)
{
    const struct package *package = bench->prepared.package;
    const struct package_submission *submission = &package->submissions[index];
    struct verify_submission *row = ARENA_NEW(part->arena, struct verify_submission);
    *row = (struct verify_submission){ .name = submission->sources.name,
                                       .language = submission->language,
                                       .expected = verify_expected(submission, part->arena),
                                       .cause = "",
                                       .slowest_case = "",
                                       .growth = "" };
    part->made.submission = row;
    if (!programs_can_run(submission)) {
        row->status = VERIFY_SKIPPED;
        row->cause = arena_printf(part->arena, "submissions in '%s' can't be judged here",
                                  submission->language);
        part_warning(part, VERIFY_SUBMISSIONS, place_of(submission, part->arena), "skipped: %s",
                     row->cause);
        return true;
    }
    bool is_answers = strcmp(submission->language, "answers") == 0;
    struct compile_result compile = { .ok = true, .verdict = VERDICT_ACCEPTED, .cause = "" };
    SCOPED_PROGRAM program = PROGRAM_NONE;
    if (!is_answers && !programs_build_submission(bench->means, package, submission, part->arena,
                                                  &compile, &program, err))
        return false;
    struct judging_one one = { bench, submission, voice, &compile,
                               program_is_there(&program) ? &program : NULL };
    if (!judge_and_compare(&one, part, err))
        return false;
    row->status = part_has_error(part) ? VERIFY_NOT_AS_SAID : VERIFY_AS_SAID;
    return true;
}
