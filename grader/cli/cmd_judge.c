/* cmd_judge.c - grader judge: one solution against one package. */
#include <math.h>
#include <string.h>

#include "grader/cli/commands.h"
#include "grader/cli/growth_text.h"
#include "grader/cli/judge_json.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/cli/setup.h"
#include "grader/pipeline/pipeline.h"
#include "grader/report/counter_words.h"
#include "grader/report/disclose.h"
#include "grader/text/escape.h"

static const char help[] =
    "usage: grader judge PACKAGE SOURCE… [OPTION]…\n"
    "\n"
    "Judges one solution (C files, or a folder of them) against one problem package: every test, "
    "until\n"
    "the first failure in each group. Hidden tests show their verdict, their group and the "
    "author's hint.\n"
    "Where the package says how the cost may grow, that of a solution that passes, or is only "
    "too slow,\n"
    "is measured too; it doesn't change the verdict. When only hidden tests fail, a small input of "
    "the\n"
    "package's public generators is looked for on which the solution fails too, and shown. The "
    "package is\n"
    "a folder, or a .zip or .kpp file.\n"
    "Of a submit-answer problem SOURCE is a folder of answers: 01.ans or 01.out for test "
    "secret/01.\n"
    "\n"
    "  --json             the result as JSON\n"
    "  --all              every test, also after a failure in its group\n"
    "  --key FILE         secret key of the hidden tests (the public practice key)\n"
    "  --protection P     refuse to run with less: full, standard, minimal (standard)\n"
    "\n"
    "Exit code: 0 accepted, 1 not accepted, 2 usage or bad input, 3 not judged (our fault, or the\n"
    "package's).\n"
    "\n"
    "Examples:\n"
    "  grader judge problems/lrucache mycache.c\n"
    "  grader judge problems/lrucache solutions/lrucache --json\n";

struct judge_options {
    const char *key;
    int protection;
    bool json, all;
};

#define AT(member) offsetof(struct judge_options, member)
static const struct option table[] = {
    { "--json", OPTION_FLAG, AT(json), NULL },
    { "--all", OPTION_FLAG, AT(all), NULL },
    { "--key", OPTION_TEXT, AT(key), NULL },
    { "--protection", OPTION_WORD, AT(protection), setup_protections },
};

static void show(void *context, const struct case_result *done, size_t count, size_t total)
{
    (void)done;
    print_progress(context, count, total);
}

static void put_text(struct buf *out, struct str text)
{
    escape_put(out, text, ESCAPE_TERMINAL, ESCAPE_LINES);
    if (text.length == 0 || text.at[text.length - 1] != '\n')
        buf_putc(out, '\n');
}

static void put_compile(struct buf *out, const struct report_problem *public)
{
    buf_printf(out, "CE  %s\n", public->cause);
    for (size_t i = 0; i < public->diagnostic_count; i++) {
        const struct report_diagnostic *d = &public->diagnostics[i];
        buf_puts(out, "    ");
        escape_put(out, str_of(d->file), ESCAPE_TERMINAL, ESCAPE_NONE);
        buf_printf(out, ":%u:%u: %s: ", d->line, d->column, d->kind);
        escape_put(out, str_of(d->message), ESCAPE_TERMINAL, ESCAPE_NONE);
        buf_putc(out, '\n');
    }
}

/* The default validator only says again what is shown. */
static void put_exhibit(struct buf *out, const struct report_exhibit *exhibit, bool is_custom)
{
    const struct {
        const char *title;
        struct str text;
    } parts[] = { { "input", exhibit->input },
                  { "expected", exhibit->expected },
                  { "got", exhibit->got } };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        buf_printf(out, "--- %s\n", parts[i].title);
        put_text(out, parts[i].text);
    }
    if (is_custom && exhibit->message[0]) {
        buf_puts(out, "--- the validator says\n");
        put_text(out, str_of(exhibit->message));
    }
    if (exhibit->expected_line > 0)
        buf_printf(out, "--- first difference: line %u of the expected output, line %u of yours\n",
                   exhibit->expected_line, exhibit->got_line);
}

static void put_counterexample(struct buf *out, const struct report_counterexample *example,
                               bool is_custom)
{
    SCOPED_ARENA arena = { 0 };
    const char *words = counter_words(example, &arena);
    if (words[0])
        buf_printf(out, "%s\n", words);
    if (words[0] && example->exhibit)
        put_exhibit(out, example->exhibit, is_custom);
}

/* What may be said of a case was decided in disclose.c; here it is only put into lines. */
static void put_case(struct buf *out, const struct judgement *judgement,
                     const struct report_case *c)
{
    if (c->most_percent > 0)
        buf_printf(out, "    %s: borderline, %u to %u %% of the time limit in %u runs\n", c->name,
                   c->least_percent, c->most_percent, c->repeats);
    if (c->verdict == VERDICT_ACCEPTED || c->verdict == VERDICT_NONE)
        return;
    buf_printf(out, "%-3s %s  %s", verdict_code(c->verdict), c->name,
               c->cause[0] ? c->cause : verdict_phrase(c->verdict));
    if (c->verdict == VERDICT_TIME_LIMIT)
        buf_printf(out, " (> %.2f s)", (double)judgement->time_limit_us / 1e6);
    buf_putc(out, '\n');
    if (c->hint[0])
        buf_printf(out, "    hint: %s\n", c->hint);
    if (c->exhibit)
        put_exhibit(out, c->exhibit, judgement->package->output_validator_count > 0);
}

static void put_summary(struct buf *out, const struct judgement *judgement,
                        const struct report_problem *public)
{
    for (size_t i = 0; i < judgement->static_count; i++)
        if (judgement->statics[i].verdict == VERDICT_WRONG_ANSWER)
            buf_printf(out, "%-3s %s  %s\n", verdict_code(judgement->statics[i].verdict),
                       judgement->statics[i].group->name, judgement->statics[i].cause);
    for (size_t i = 0; i < public->case_count; i++)
        put_case(out, judgement, &public->cases[i]);
    if (public->white_space_differs)
        buf_puts(out, "    some output is accepted although its white space differs\n");
    put_counterexample(out, public->counterexample, judgement->package->output_validator_count > 0);
    for (size_t i = 0; i < public->group_count; i++) {
        const struct report_group *group = &public->groups[i];
        if (group->case_count > 0)
            buf_printf(out, "%-3s %-28s %zu of %zu tests accepted\n", verdict_code(group->verdict),
                       group->name, group->accepted_count, group->case_count);
    }
    buf_printf(out, "%s: %s", judgement->package->id, verdict_phrase(judgement->verdict));
    if (strcmp(verdict_code(judgement->verdict), verdict_big5(judgement->verdict)) != 0)
        buf_printf(out, " (%s, %s in ICPC's five)", verdict_code(judgement->verdict),
                   verdict_big5(judgement->verdict));
    if (isfinite(judgement->max_score) && judgement->max_score > 1)
        buf_printf(out, ", score %g of %g", judgement->score, judgement->max_score);
    buf_printf(out, " (time limit %.2f s%s%s)\n", (double)judgement->time_limit_us / 1e6,
               judgement->time_limit_is_measured ? ", measured" : "",
               judgement->borderline ? ", borderline" : "");
}

static void put_result(struct buf *out, const struct judged_one *judged,
                       const struct report_problem *public)
{
    const struct judgement *judgement = &judged->judgement;
    if (judgement->verdict == VERDICT_COMPILE_ERROR) {
        put_compile(out, public);
    } else if (judgement->verdict == VERDICT_JUDGE_ERROR) {
        buf_printf(out, "JE  %s\n", judgement->cause);
    } else {
        put_summary(out, judgement, public);
        if (public->growth)
            growth_text_summarise(out, public->growth);
    }
}

/* No points here, but the same rule of what may be told. */
static bool disclose(const struct judged_one *judged, struct arena *arena,
                     struct report_problem *out, struct err *err)
{
    static const struct rubric no_rubric = { .show_remarks = 0, .show_cases = 3 };
    static const struct report_score no_score = { 0 };
    const struct disclose_request request = {
        &judged->judgement,    &judged->submission, &no_score, &no_rubric, judged->growth, NULL,
        judged->counterexample
    };
    return report_problem_from_judgement(&request, arena, out, err);
}

static bool judge(const struct judge_options *o, const struct text_list *operands,
                  struct arena *arena, struct judged_one *out, struct err *err)
{
    struct setup setup;
    if (!setup_for_judging(&setup, (enum protection_level)o->protection, o->key, arena, err))
        return false;
    const char *what = "judging";
    const struct judge_one_request request = { .package_path = operands->at[0],
                                               .sources = operands->at + 1,
                                               .source_count = operands->count - 1,
                                               .stop = o->all ? JUDGE_ALL : JUDGE_STOP_IN_GROUP,
                                               .progress = show,
                                               .context = (void *)(size_t)what };
    if (!pipeline_judge(&setup.means, &request, arena, out, err))
        return false;
    const struct package *package = out->judgement.package;
    for (size_t i = 0; i < package->warning_count; i++)
        print_package_warning(package->id, package->warnings[i]);
    struct report_problem public;
    if (!disclose(out, arena, &public, err))
        return false;
    SCOPED_BUF text;
    buf_init(&text, 64 << 20);
    if (o->json)
        judge_json_put(&text, &out->judgement, out->growth, &public);
    else
        put_result(&text, out, &public);
    print_bytes((struct str){ buf_text(&text), text.length });
    return true;
}

static int exit_code(enum verdict verdict)
{
    if (verdict == VERDICT_ACCEPTED)
        return EXIT_PASSED;
    return verdict == VERDICT_JUDGE_ERROR ? EXIT_NOT_GRADED : EXIT_BELOW;
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct judge_options options = { .protection = PROTECTION_STANDARD };
    struct text_list operands = { 0 };
    struct judged_one judged;
    struct err err = { 0 };
    if (!options_parse(table, COUNT_OF(table), argc, argv, &arena, &options, &operands, &err))
        return print_error(&err);
    if (operands.count < 2)
        err_set(&err, ERR_USAGE,
                "judge needs a package and at least one source (see 'grader judge --help')");
    else if (judge(&options, &operands, &arena, &judged, &err))
        return print_finish(exit_code(judged.judgement.verdict));
    return print_error(&err);
}

const struct command command_judge = { "judge", "one solution against one package", help, run };
