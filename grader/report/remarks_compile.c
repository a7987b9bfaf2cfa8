/* remarks_compile.c - what to tell of what the compiler said. */
#include "grader/report/remarks_compile.h"

#include <string.h>

#include "grader/base/str.h"
#include "grader/report/remarks_quality.h"

static bool is_error(const struct report_diagnostic *diagnostic)
{
    return strstr(diagnostic->kind, "error") != NULL;
}

static const char *place_of(const struct notes *notes, const struct report_diagnostic *diagnostic)
{
    if (diagnostic->line == 0)
        return diagnostic->file;
    return arena_printf(notes->arena, "%s:%u", diagnostic->file, diagnostic->line);
}

/* ---- what the linker misses in a file of the problem's ---- */

static const char undefined_prefix[] = "undefined reference to ";
static const char own_main[] = "multiple definition of 'main'";

static bool is_the_candidates(const struct report_problem *problem, const char *file)
{
    for (size_t i = 0; i < problem->source_count; i++)
        if (strcmp(problem->sources[i].path, file) == 0)
            return true;
    return problem->sources_more > 0;
}

/* The files come with the problem, or are not known: the loader's start asks for main. */
static bool misses_a_name(const struct report_problem *problem, size_t i)
{
    const struct report_diagnostic *diagnostic = &problem->diagnostics[i];
    return str_starts(diagnostic->message, undefined_prefix) &&
           !is_the_candidates(problem, diagnostic->file);
}

static bool is_repeated(const struct report_problem *problem, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (misses_a_name(problem, i) &&
            strcmp(problem->diagnostics[i].message, problem->diagnostics[at].message) == 0)
            return true;
    return false;
}

/* "None of your files defines 'a', 'b' and 2 more" */
static const char *missing_names(const struct notes *notes)
{
    enum { NAMES_SHOWN = 3 };
    const struct report_problem *problem = notes->problem;
    const char *text = "None of your files defines";
    size_t count = 0;
    for (size_t i = 0; i < problem->diagnostic_count; i++) {
        if (!misses_a_name(problem, i) || is_repeated(problem, i))
            continue;
        const char *name = problem->diagnostics[i].message + strlen(undefined_prefix);
        if (count++ < NAMES_SHOWN)
            text = arena_printf(notes->arena, "%s%s %s", text, count > 1 ? "," : "", name);
    }
    if (count > NAMES_SHOWN)
        text = arena_printf(notes->arena, "%s and %zu more", text, count - NAMES_SHOWN);
    return text;
}

/* A first mistake with the problem's API, in words for the candidate, who did not write the file
 * that the linker names; false: it is another error. */
static bool tells_api_mistake(const struct notes *notes, const struct report_diagnostic *first,
                              struct report_remark *remark)
{
    const struct report_problem *problem = notes->problem;
    bool has_file = first->file[0] != '\0';
    if (is_the_candidates(problem, first->file))
        return false;
    if (has_file && strcmp(first->message, own_main) == 0) {
        remark->text = "It does not compile: the problem brings its own main; remove yours.";
        return true;
    }
    if (!misses_a_name(problem, (size_t)(first - problem->diagnostics)))
        return false;
    remark->text = arena_printf(notes->arena, "It does not compile. %s%s.", missing_names(notes),
                                has_file ? ", which the problem's header declares" : "");
    return true;
}

static const struct report_diagnostic *first_error(const struct report_problem *problem)
{
    for (size_t i = 0; i < problem->diagnostic_count; i++)
        if (is_error(&problem->diagnostics[i]))
            return &problem->diagnostics[i];
    return NULL;
}

void remarks_tell_compile_error(struct notes *notes)
{
    const struct report_problem *problem = notes->problem;
    struct report_remark remark = { REMARK_ESSENTIAL, "", "It does not compile.", "", "" };
    const struct report_diagnostic *first = first_error(problem);
    if (problem->compiled)
        return;
    if (first && tells_api_mistake(notes, first, &remark)) {
        notes_add(notes, remark);
        return;
    }
    if (first) {
        remark.where = place_of(notes, first);
        remark.text = arena_printf(notes->arena, "It does not compile: %s", first->message);
        remark = notes_advise(notes, remark, ADVICE_COMPILE_ERROR);
    } else if (problem->cause[0]) {
        remark.text = arena_printf(notes->arena, "It does not compile: %s.", problem->cause);
    }
    notes_add(notes, remark);
}

/* Warnings of gcc that nearly always are a mistake in what the program does. */
static const struct {
    const char *flag;
    bool is_endless; /* may be why it never ends, too */
} telling_warnings[] = {
    { "[-Waddress]", false },
    { "[-Waggressive-loop", true },
    { "[-Warray-bounds", false },
    { "[-Wbool-compare]", false },
    { "[-Wdangling-pointer", false },
    { "[-Wdiv-by-zero]", false },
    { "[-Wempty-body]", true },
    { "[-Wformat", false },
    { "[-Wfree-nonheap", false },
    { "[-Wimplicit", false },
    { "[-Wincompatible", false },
    { "[-Winfinite-recursion]", true },
    { "[-Wint-conversion]", false },
    { "[-Wlogical", false },
    { "[-Wmaybe-uninitialized]", true },
    { "[-Wmemset-", false },
    { "[-Wmisleading-ind", true },
    { "[-Wnonnull]", false },
    { "[-Woverflow]", false },
    { "[-Wparentheses]", true },
    { "[-Wreturn-", false },
    { "[-Wsequence-point]", false },
    { "[-Wshift-", false },
    { "[-Wsign-compare]", false },
    { "[-Wsizeof-", false },
    { "[-Wstringop-", false },
    { "[-Wswitch-unreachable]", false },
    { "[-Wtautological", true },
    { "[-Wtype-limits]", true },
    { "[-Wuninitialized]", true },
    { "[-Wunused-but-set", false },
    { "[-Wunused-value]", false },
    { "[-Wuse-after-free", false },
};

static bool is_telling(const char *message, bool only_slow)
{
    for (size_t i = 0; i < COUNT_OF(telling_warnings); i++)
        if (strstr(message, telling_warnings[i].flag))
            return telling_warnings[i].is_endless || !only_slow;
    return false;
}

/* Some test fails; and whether all that fail are too slow. */
static bool fails_tests(const struct report_problem *problem, bool *out_only_slow)
{
    bool fails = false;
    *out_only_slow = true;
    for (size_t i = 0; i < problem->case_count; i++) {
        if (!notes_has_failed(&problem->cases[i]))
            continue;
        fails = true;
        *out_only_slow &= problem->cases[i].verdict == VERDICT_TIME_LIMIT;
    }
    return fails;
}

/* The warning that may be why tests fail: the first of those that tell most. */
static const struct report_diagnostic *likely_reason(const struct report_problem *problem)
{
    bool only_slow;
    if (!problem->compiled || !fails_tests(problem, &only_slow))
        return NULL;
    for (size_t i = 0; i < problem->diagnostic_count; i++) {
        const struct report_diagnostic *diagnostic = &problem->diagnostics[i];
        if (diagnostic->line > 0 && strcmp(diagnostic->kind, "warning") == 0 &&
            is_telling(diagnostic->message, only_slow))
            return diagnostic;
    }
    return NULL;
}

/* Inspection says the same in better words. */
static bool is_found(const struct report_problem *problem,
                     const struct report_diagnostic *diagnostic, enum quality_kind least)
{
    return remarks_quality_has(problem->quality, diagnostic->file, diagnostic->line, least);
}

void remarks_tell_likely_reason(struct notes *notes)
{
    const struct report_diagnostic *reason = likely_reason(notes->problem);
    if (!reason || is_found(notes->problem, reason, QUALITY_ESSENTIAL))
        return;
    struct report_remark remark = {
        .kind = REMARK_ESSENTIAL,
        .where = place_of(notes, reason),
        .text = arena_printf(notes->arena,
                             "Tests fail, and the compiler warns of what may be the reason: %s",
                             reason->message),
    };
    notes_add(notes, notes_advise(notes, remark, ADVICE_WARNING));
}

void remarks_tell_warnings(struct notes *notes)
{
    const struct report_problem *problem = notes->problem;
    size_t count = problem->diagnostics_more;
    const struct report_diagnostic *first = NULL, *told = likely_reason(problem);
    for (size_t i = 0; i < problem->diagnostic_count; i++) {
        if (strcmp(problem->diagnostics[i].kind, "warning") != 0 ||
            &problem->diagnostics[i] == told ||
            is_found(problem, &problem->diagnostics[i], QUALITY_INFORMATIVE))
            continue;
        first = first ? first : &problem->diagnostics[i];
        count++;
    }
    if (!problem->compiled || !first)
        return;
    const char *times = count > 1 ? arena_printf(notes->arena, " %zu times, first", count) : "";
    struct report_remark remark = {
        .kind = REMARK_INFORMATIVE,
        .where = place_of(notes, first),
        .text = arena_printf(notes->arena, "The compiler %swarns%s: %s", told ? "also " : "", times,
                             first->message),
    };
    notes_add(notes, notes_advise(notes, remark, ADVICE_WARNING));
}
