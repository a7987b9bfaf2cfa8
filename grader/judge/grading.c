/* grading.c - the graders of the older formats. */
#include "grader/judge/grading.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/base/num.h"

/* Sums of shares miss their total by rounding. */
static const double slack = 1e-9;

/* ---- the default grader ---- */

/* "the first of JE, IF, RTE, MLE, TLE, OLE, WA that is the sub-result of some item"; SV is a
 * run-time error of the format's. */
static enum verdict worst(const struct grading_item *items, size_t count)
{
    static const enum verdict order[] = { VERDICT_JUDGE_ERROR,  VERDICT_FORBIDDEN_CALL,
                                          VERDICT_RUN_ERROR,    VERDICT_MEMORY_LIMIT,
                                          VERDICT_TIME_LIMIT,   VERDICT_OUTPUT_LIMIT,
                                          VERDICT_WRONG_ANSWER, VERDICT_ACCEPTED };
    for (size_t o = 0; o < COUNT_OF(order); o++)
        for (size_t i = 0; i < count; i++)
            if (items[i].verdict == order[o])
                return order[o];
    return VERDICT_ACCEPTED;
}

static enum verdict first_error(const struct grading_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].verdict != VERDICT_ACCEPTED)
            return items[i].verdict;
    return VERDICT_ACCEPTED;
}

static enum verdict verdict_of(const struct grader_settings *settings,
                               const struct grading_item *items, size_t count)
{
    for (size_t i = 0; settings->accepts_if_any_accepted && i < count; i++)
        if (items[i].verdict == VERDICT_ACCEPTED)
            return VERDICT_ACCEPTED;
    switch (settings->verdict_mode) {
    case GRADER_WORST_ERROR:
        return worst(items, count);
    case GRADER_FIRST_ERROR:
        return first_error(items, count);
    case GRADER_ALWAYS_ACCEPT:
        return VERDICT_ACCEPTED;
    }
    assert(false && "every mode has a rule");
    return VERDICT_JUDGE_ERROR;
}

static double score_of(enum grader_score_mode mode, const struct grading_item *items, size_t count)
{
    double sum = 0, least = INFINITY, most = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        sum += items[i].score;
        least = fmin(least, items[i].score);
        most = fmax(most, items[i].score);
    }
    if (count == 0)
        return 0;
    switch (mode) {
    case GRADER_SUM:
        return sum;
    case GRADER_AVG:
        return sum / (double)count;
    case GRADER_MIN:
        return least;
    case GRADER_MAX:
        return most;
    }
    assert(false && "every mode has a rule");
    return 0;
}

struct grading_item grading_default(const struct grader_settings *settings,
                                    const struct grading_item *items, size_t count)
{
    assert(settings && (items || count == 0));
    if (settings->ignores_sample && count > 1)
        return items[1];
    return (struct grading_item){ verdict_of(settings, items, count),
                                  score_of(settings->score_mode, items, count) };
}

/* ---- cases ---- */

static struct str trimmed(struct str text)
{
    while (text.length > 0 && strchr(" \t\r\n", text.at[text.length - 1]))
        text.length--;
    while (text.length > 0 && strchr(" \t\r\n", text.at[0]))
        text = (struct str){ text.at + 1, text.length - 1 };
    return text;
}

const char *grading_case(const struct package *package, const struct test_group *group,
                         const struct validation *given, double *out_score)
{
    assert(package && group && given && out_score);
    bool accepted = given->verdict == VERDICT_ACCEPTED;
    const struct str *score = &given->feedback.score;
    if (score->at && !accepted)
        return "wrote a score.txt for a test that it rejects";
    if (score->at && !package->validator_gives_score)
        return "wrote a score.txt, but the package does not say that it gives scores";
    if (!score->at) {
        *out_score = accepted ? group->grader.accept_score : group->grader.reject_score;
        return NULL;
    }
    return num_double(trimmed(*score), out_score) ? NULL : "wrote a score.txt that is no number";
}

/* ---- groups ---- */

struct grading {
    struct runner *runner;
    const struct program *grader;
    struct judgement *judgement;
    struct arena *arena;
};

static struct group_result *result_of(const struct judgement *judgement,
                                      const struct test_group *group)
{
    size_t i = 0;
    while (i < judgement->group_count && judgement->groups[i].group != group)
        i++;
    assert(i < judgement->group_count);
    return &judgement->groups[i];
}

/* The group directly below `above` that the case belongs to; `above` itself: it is its own case;
 * NULL: the case lies elsewhere. */
static const struct test_group *child_towards(const struct test_group *above,
                                              const struct test_case *test)
{
    const struct test_group *below = test->group;
    if (below == above)
        return above;
    while (below && below->parent != above)
        below = below->parent;
    return below;
}

static bool is_rejected(enum verdict verdict)
{
    return verdict != VERDICT_ACCEPTED && verdict != VERDICT_NONE;
}

/* The items of a group whose groups are graded, in order, up to where it breaks off. */
static size_t items_of(const struct judgement *judgement, const struct test_group *group,
                       struct grading_item *out)
{
    const struct test_group *last = NULL;
    size_t count = 0;
    for (size_t i = 0; i < judgement->case_count; i++) {
        const struct case_result *result = &judgement->cases[i];
        const struct test_group *child = child_towards(group, result->test);
        if (!child || (child != group && child == last))
            continue;
        last = child;
        struct grading_item item = { result->verdict, result->score };
        if (child != group) {
            const struct group_result *graded = result_of(judgement, child);
            item = (struct grading_item){ graded->verdict, graded->score };
        }
        if (item.verdict == VERDICT_NONE)
            continue; /* left out */
        out[count++] = item;
        if (group->grader.breaks_on_reject && item.verdict != VERDICT_ACCEPTED)
            break;
    }
    return count;
}

/* ---- the custom grader ---- */

/* What graders know: the format has four results of tests. */
static const char *word_of(enum verdict verdict)
{
    return verdict == VERDICT_JUDGE_ERROR ? "JE" : verdict_big5(verdict);
}

static bool parse_line(struct str text, struct grading_item *out)
{
    char code[8];
    struct str rest = trimmed(text);
    size_t length = 0;
    while (length < rest.length && length < sizeof code - 1 && rest.at[length] >= 'A' &&
           rest.at[length] <= 'Z') {
        code[length] = rest.at[length];
        length++;
    }
    code[length] = '\0';
    struct str score = trimmed((struct str){ rest.at + length, rest.length - length });
    return length < rest.length && verdict_parse(code, &out->verdict) &&
           out->verdict != VERDICT_NONE && out->verdict != VERDICT_COMPILE_ERROR &&
           num_double(score, &out->score);
}

static void read_grader(const struct run_outcome *outcome, struct arena *arena,
                        struct grading_item *out, const char **out_fault)
{
    struct grading_item item;
    bool ended = outcome->verdict == VERDICT_ACCEPTED && outcome->exit_code == 0;
    *out = (struct grading_item){ VERDICT_JUDGE_ERROR, 0 };
    if (!ended && outcome->exit_code > 0)
        *out_fault = arena_printf(arena, "the grader ended with exit status %d instead of 0",
                                  outcome->exit_code);
    else if (!ended)
        *out_fault =
            arena_printf(arena, "the grader did not end properly: %s",
                         *outcome->cause ? outcome->cause : verdict_phrase(outcome->verdict));
    else if (!parse_line(outcome->output, &item))
        *out_fault = "the grader printed no line like 'AC 1.5'";
    else
        *out = item;
}

static bool grade_by_program(const struct grading *g, const struct grader_settings *settings,
                             const struct grading_item *items, size_t count,
                             struct grading_item *out, const char **out_fault, struct err *err)
{
    SCOPED_BUF lines;
    SCOPED_FD input = -1;
    struct tool tool;
    buf_init(&lines, 16 << 20);
    for (size_t i = 0; i < count; i++)
        buf_printf(&lines, "%s %.12g\n", word_of(items[i].verdict), items[i].score);
    if (!memory_file("results", buf_text(&lines), lines.length, &input, err) ||
        !tool_open(&tool, g->runner, g->grader, "grader",
                   tool_limits(&g->judgement->package->limits, 0), err))
        return err_wrap(err, "grader");
    const struct run_request request = {
        .argv = tool_argv(g->arena, g->grader, NULL, 0, settings->flags),
        .input = input,
    };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    bool ran = runner_run(g->runner, tool.session, &request, &outcome, err);
    tool_close(&tool);
    if (ran)
        read_grader(&outcome, g->arena, out, out_fault);
    return ran || err_wrap(err, "cannot run the grader");
}

/* ---- bottom up ---- */

static bool has_item(const struct grading_item *items, size_t count, enum verdict verdict)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].verdict == verdict)
            return true;
    return false;
}

static void set_result(const struct grading *g, struct group_result *result,
                       struct grading_item item, const char *fault)
{
    const struct grader_settings *settings = &result->group->grader;
    bool is_scoring = g->judgement->package->kinds & PACKAGE_SCORING;
    bool is_accepted = item.verdict == VERDICT_ACCEPTED;
    result->verdict = item.verdict;
    result->score = is_scoring ? item.score : is_accepted;
    double room = slack * fmax(1, fabs(result->score));
    bool is_outside = is_scoring && is_accepted &&
                      (result->score < settings->least_score - room ||
                       result->score > settings->most_score + room);
    if (is_outside)
        fault = arena_printf(g->arena, "the group '%s' has a score of %g, outside its range",
                             result->group->name, result->score);
    if (!fault)
        return;
    result->verdict = VERDICT_JUDGE_ERROR;
    if (g->judgement->verdict != VERDICT_JUDGE_ERROR) {
        g->judgement->verdict = VERDICT_JUDGE_ERROR;
        g->judgement->cause = fault;
    }
}

static bool grade_group(const struct grading *g, struct group_result *result, struct err *err)
{
    const struct grader_settings *settings = &result->group->grader;
    struct grading_item *items =
        ARENA_ARRAY(g->arena, g->judgement->case_count, struct grading_item);
    size_t count = items_of(g->judgement, result->group, items);
    struct grading_item item = { VERDICT_JUDGE_ERROR, 0 };
    const char *fault = NULL;
    if (count == 0) {
        result->verdict = VERDICT_NONE;
        result->score = 0;
        return true;
    }
    if (has_item(items, count, VERDICT_JUDGE_ERROR))
        result->verdict = VERDICT_JUDGE_ERROR; /* whose cause is known already */
    else if (settings->is_custom && !g->grader)
        fault = "its testdata.yaml asks for a custom grader, and there is none in graders/";
    else if (!settings->is_custom)
        item = grading_default(settings, items, count);
    else if (!grade_by_program(g, settings, items, count, &item, &fault, err))
        return false;
    set_result(g, result, item, fault);
    return true;
}

/* Of the cases in order, the first that was rejected. */
static const struct case_result *first_rejected(const struct judgement *judgement,
                                                enum verdict verdict)
{
    for (size_t i = 0; i < judgement->case_count; i++)
        if (judgement->cases[i].verdict == verdict && is_rejected(verdict))
            return &judgement->cases[i];
    return NULL;
}

static void set_whole(struct judgement *judgement)
{
    const struct test_group *root = judgement->package->root;
    const struct group_result *result = result_of(judgement, root);
    bool is_scoring = judgement->package->kinds & PACKAGE_SCORING;
    judgement->score = result->verdict == VERDICT_ACCEPTED ? result->score : 0;
    judgement->max_score = is_scoring ? root->grader.most_score : 1;
    if (judgement->verdict == VERDICT_JUDGE_ERROR)
        return;
    judgement->verdict = result->verdict;
    const struct case_result *why = first_rejected(judgement, result->verdict);
    judgement->cause = why ? why->cause : "";
}

bool grading_run(struct runner *runner, const struct program *grader, struct judgement *judgement,
                 struct arena *arena, struct err *err)
{
    assert(runner && judgement && judgement->package->root && arena);
    const struct grading g = { .runner = runner,
                               .grader = grader && program_is_there(grader) ? grader : NULL,
                               .judgement = judgement,
                               .arena = arena };
    for (size_t i = judgement->group_count; i > 0; i--)
        if (!grade_group(&g, &judgement->groups[i - 1], err))
            return false;
    set_whole(judgement);
    return true;
}

/* ---- breaking off ---- */

/* Whether a group, as far as it was judged, is rejected; only the default grader can be foreseen.
 */
static bool is_rejected_so_far(const struct judgement *judgement, const struct test_group *group)
{
    bool may_accept = group->grader.is_custom ||
                      group->grader.verdict_mode == GRADER_ALWAYS_ACCEPT ||
                      group->grader.accepts_if_any_accepted || group->grader.ignores_sample;
    if (may_accept)
        return false;
    for (size_t i = 0; i < judgement->case_count; i++) {
        const struct test_group *child = child_towards(group, judgement->cases[i].test);
        if (!child || !is_rejected(judgement->cases[i].verdict))
            continue;
        if (child == group || is_rejected_so_far(judgement, child))
            return true;
    }
    return false;
}

bool grading_is_broken_off(const struct judgement *judgement, const struct test_case *test)
{
    for (const struct test_group *group = test->group; group; group = group->parent) {
        if (!group->grader.breaks_on_reject)
            continue;
        for (size_t i = 0; i < judgement->case_count; i++) {
            const struct case_result *result = &judgement->cases[i];
            const struct test_group *child = child_towards(group, result->test);
            if (!child || !is_rejected(result->verdict))
                continue;
            /* A case of its own, or a group below it that is over. */
            bool is_over = child == group || (child != child_towards(group, test) &&
                                              is_rejected_so_far(judgement, child));
            if (is_over)
                return true;
        }
    }
    return false;
}
