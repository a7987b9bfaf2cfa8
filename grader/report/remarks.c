/* remarks.c - what to tell the candidate, those that matter most first. */
#include "grader/report/remarks.h"

#include <assert.h>
#include <string.h>

#include "grader/report/format.h"
#include "grader/report/notes.h"
#include "grader/report/remarks_compile.h"
#include "grader/report/remarks_growth.h"
#include "grader/report/remarks_quality.h"
#include "grader/text/c_tokens.h"

/* --- failures ------------------------------------------------------------------------------ */

/* A case that was told of in a remark of its verdict: the first, and in how many groups more. */
struct failure {
    const struct report_case *test;
    size_t more_groups;
};

static const char *what_time_limit(const struct notes *notes, const char *place)
{
    char limit[FORMAT_TEXT_MAX];
    if (notes->problem->time_limit_is_measured)
        return arena_printf(notes->arena, "Takes longer than the time limit in %s.", place);
    return arena_printf(notes->arena, "Takes over %s (the time limit) in %s.",
                        format_duration(notes->problem->time_limit_us, limit), place);
}

static const char *what_memory_limit(const struct notes *notes, const char *place)
{
    char limit[FORMAT_TEXT_MAX];
    return arena_printf(notes->arena, "Needs more than %s (the memory limit) in %s.",
                        format_bytes(notes->problem->memory_limit_bytes, limit), place);
}

/* How a failure is told. `what` may be NULL: then "phrase in PLACE", with the cause if told. */
static const struct telling {
    const char *phrase;
    const char *(*what)(const struct notes *notes, const char *place);
    bool tells_cause;
    enum remark_kind kind;
    enum advice_topic topic;
} tellings[VERDICT_COUNT] = {
    [VERDICT_WRONG_ANSWER] = { "Answers wrongly", NULL, false, REMARK_ACTIONABLE,
                               ADVICE_WRONG_ANSWER },
    [VERDICT_TIME_LIMIT] = { "Takes too long", what_time_limit, false, REMARK_ACTIONABLE,
                             ADVICE_TIME_LIMIT },
    [VERDICT_MEMORY_LIMIT] = { "Needs too much memory", what_memory_limit, false, REMARK_ACTIONABLE,
                               ADVICE_MEMORY_LIMIT },
    [VERDICT_OUTPUT_LIMIT] = { "Prints more than is allowed", NULL, false, REMARK_ACTIONABLE,
                               ADVICE_OUTPUT_LIMIT },
    [VERDICT_RUN_ERROR] = { "Ends with an error", NULL, true, REMARK_ESSENTIAL, ADVICE_RUN_ERROR },
    [VERDICT_FORBIDDEN_CALL] = { "Does what is not allowed here", NULL, true, REMARK_ESSENTIAL,
                                 ADVICE_FORBIDDEN_CALL },
};

static const char *what_happened(const struct notes *notes, const struct failure *failure)
{
    const struct report_case *test = failure->test;
    const struct telling *telling = &tellings[test->verdict];
    const char *place = test->group;
    if (failure->more_groups > 0)
        place = arena_printf(notes->arena, "%s and %zu more group%s", test->group,
                             failure->more_groups, failure->more_groups == 1 ? "" : "s");
    if (telling->what)
        return telling->what(notes, place);
    if (telling->tells_cause && test->cause[0])
        return arena_printf(notes->arena, "%s in %s: %s%s", telling->phrase, place, test->cause,
                            strchr("?!.", test->cause[strlen(test->cause) - 1]) ? "" : ".");
    return arena_printf(notes->arena, "%s in %s.", telling->phrase, place);
}

/* "main.c:12" of the first such word in the sources; NULL when there is none. */
static const char *place_of_word(const struct notes *notes, const char *word)
{
    for (size_t i = 0; i < notes->problem->source_count; i++) {
        const struct report_source *source = &notes->problem->sources[i];
        struct c_tokens tokens = { source->bytes, 0, 1 };
        struct c_token token;
        while (c_tokens_next(&tokens, &token))
            if (str_is(token.word, word))
                return arena_printf(notes->arena, "%s:%u", source->path, token.line);
    }
    return NULL;
}

/* Where the sources call what was refused, by the names in C that end in that system call. */
static const char *place_of_call(const struct notes *notes, const char *cause)
{
    static const struct {
        const char *call, *names[6];
    } rows[] = {
        { "`clone", { "fork", "vfork", "system", "popen", "pthread_create", "posix_spawn" } },
        { "`vfork`", { "vfork", "system", "popen", "posix_spawn" } },
        { "`fork`", { "fork" } },
        { "`execve", { "execve", "execl", "execv", "execvp", "execlp", "fexecve" } },
        { "`socket", { "socket", "socketpair", "getaddrinfo", "gethostbyname" } },
        { "`kill`", { "kill", "raise", "killpg" } },
        { "`ptrace`", { "ptrace" } },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        for (size_t k = 0; strstr(cause, rows[i].call) && k < COUNT_OF(rows[i].names); k++) {
            const char *place = rows[i].names[k] ? place_of_word(notes, rows[i].names[k]) : NULL;
            if (place)
                return place;
        }
    return NULL;
}

static bool shows_counterexample(const struct report_problem *problem, enum verdict verdict)
{
    const struct report_counterexample *example = problem->counterexample;
    return example && example->exhibit && example->verdict == verdict;
}

static void tell_failure(struct notes *notes, const struct failure *failure)
{
    const struct report_case *test = failure->test;
    const struct telling *telling = &tellings[test->verdict];
    if (!telling->phrase ||
        (test->verdict == VERDICT_TIME_LIMIT && remarks_growth_tells_time(notes->problem)))
        return;
    struct report_remark remark = { .kind = telling->kind,
                                    .where = test->name,
                                    .text = what_happened(notes, failure) };
    const char *call =
        test->verdict == VERDICT_FORBIDDEN_CALL ? place_of_call(notes, test->cause) : NULL;
    remark.where = call ? call : remark.where;
    remark = notes_advise(notes, remark, telling->topic);
    if (test->hint[0])
        remark.change = arena_printf(notes->arena, "Hint: %s", test->hint);
    else if (test->exhibit)
        remark.text = arena_printf(notes->arena, "%s The test is shown in full.", remark.text);
    if (shows_counterexample(notes->problem, test->verdict))
        remark.change =
            arena_printf(notes->arena, "%s%sThe counter-example is a small input that fails too.",
                         remark.change, remark.change[0] ? " " : "");
    notes_add(notes, remark);
}

static bool same_group(const struct report_case *a, const struct report_case *b)
{
    return strcmp(a->group, b->group) == 0;
}

static bool is_first_of_its_group(const struct report_problem *problem, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (notes_has_failed(&problem->cases[k]) &&
            same_group(&problem->cases[k], &problem->cases[i]))
            return false;
    return true;
}

/* --- rules, in order ----------------------------------------------------------------------- */

static void tell_sample(struct notes *notes)
{
    for (size_t i = 0; i < notes->problem->case_count; i++) {
        const struct report_case *test = &notes->problem->cases[i];
        if (!test->is_sample || !notes_has_failed(test))
            continue;
        const char *cause = tellings[test->verdict].tells_cause && test->cause[0]
                                ? arena_printf(notes->arena, " (%s)", test->cause)
                                : "";
        struct report_remark remark = {
            .kind = REMARK_ESSENTIAL,
            .where = test->name,
            .text = arena_printf(notes->arena, "A sample of the statement fails: %s%s.",
                                 verdict_phrase(test->verdict), cause),
        };
        const char *call =
            test->verdict == VERDICT_FORBIDDEN_CALL ? place_of_call(notes, test->cause) : NULL;
        remark.where = call ? call : remark.where;
        notes_add(notes, notes_advise(notes, remark, ADVICE_SAMPLE));
        return;
    }
}

/* One remark a verdict: the first failing test of each group counts. */
static void tell_hidden(struct notes *notes)
{
    const struct report_problem *problem = notes->problem;
    struct failure failures[VERDICT_COUNT] = { { NULL, 0 } };
    enum verdict order[VERDICT_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < problem->case_count; i++) {
        const struct report_case *test = &problem->cases[i];
        if (test->is_sample || !notes_has_failed(test) || !is_first_of_its_group(problem, i))
            continue;
        struct failure *failure = &failures[test->verdict];
        if (failure->test) {
            failure->more_groups++;
            continue;
        }
        failure->test = test;
        order[count++] = test->verdict;
    }
    for (size_t i = 0; i < count; i++)
        tell_failure(notes, &failures[order[i]]);
}

/* The first test of those that may tell; a hidden one leaves the place open. */
static const char *where_white_space_differs(const struct report_problem *problem)
{
    for (size_t i = 0; i < problem->case_count; i++)
        if (problem->cases[i].white_space_differs)
            return problem->cases[i].name;
    return "";
}

static void tell_white_space(struct notes *notes)
{
    struct report_remark remark = {
        .kind = REMARK_INFORMATIVE,
        .where = where_white_space_differs(notes->problem),
        .text = "Accepted, but in some test spaces or line ends differ from the answer's. Other "
                "systems may count that as wrong.",
    };
    if (notes->problem->white_space_differs)
        notes_add(notes, notes_advise(notes, remark, ADVICE_WHITE_SPACE));
}

/* False for a group that only gathers others, as `secret` mostly does. */
static bool holds_tests(const struct report_problem *problem, const struct report_group *group)
{
    for (size_t i = 0; i < problem->case_count; i++)
        if (strcmp(problem->cases[i].group, group->name) == 0)
            return true;
    return false;
}

static void tell_praise(struct notes *notes)
{
    const struct report_problem *problem = notes->problem;
    size_t passed = 0, hidden = 0;
    for (size_t i = 0; i < problem->group_count; i++) {
        const struct report_group *group = &problem->groups[i];
        if (strcmp(group->name, "sample") == 0 || !holds_tests(problem, group))
            continue;
        hidden++;
        passed += group->accepted_count == group->case_count;
    }
    struct report_remark remark = { REMARK_PRAISE, "", "", "", "" };
    if (problem->verdict == VERDICT_ACCEPTED)
        remark.text =
            arena_printf(notes->arena, "Every test passes, the hidden ones included: %zu of %zu.%s",
                         problem->case_count, problem->case_count, remarks_growth_praise(notes));
    else if (passed > 0)
        remark.text = arena_printf(notes->arena,
                                   "%zu of %zu groups of hidden tests pass: the idea holds there.",
                                   passed, hidden);
    if (remark.text[0])
        notes_add(notes, remark);
}

static void (*const rules[])(struct notes *) = {
    remarks_tell_compile_error, remarks_tell_bugs, remarks_tell_likely_reason, tell_sample,
    remarks_tell_growth,        tell_hidden,       remarks_tell_flaws,         tell_white_space,
    remarks_tell_warnings,      tell_praise,
};

void remarks_make(struct report_problem *problem, const struct rubric *rubric, struct arena *arena)
{
    size_t most = rubric->show_remarks;
    struct notes notes = { .problem = problem, .rubric = rubric, .arena = arena };
    for (size_t i = 0; i < COUNT_OF(rules); i++)
        rules[i](&notes);
    size_t room = notes.count < most ? notes.count : most;
    problem->remarks = ARENA_ARRAY(arena, room, struct report_remark);
    problem->remark_count = 0;
    for (unsigned kind = 0; kind < REMARK_COUNT; kind++)
        for (size_t i = 0; i < notes.count && problem->remark_count < room; i++)
            if (notes.remarks[i].kind == (enum remark_kind)kind)
                problem->remarks[problem->remark_count++] = notes.remarks[i];
}
