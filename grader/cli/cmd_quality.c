/* cmd_quality.c - grader quality: only the code of one solution. */
#include <string.h>

#include "grader/cli/commands.h"
#include "grader/cli/home.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/cli/quality_json.h"
#include "grader/cli/setup.h"
#include "grader/pipeline/inspect.h"
#include "grader/text/escape.h"

static const char help[] =
    "usage: grader quality SOURCE… [OPTION]…\n"
    "\n"
    "Inspects the code of one solution (C files, or a folder of them): gcc with its analyser,\n"
    "clang's analyser, clang-tidy and cppcheck, each boxed; measures of every function; calls\n"
    "whose result nobody looks at; code that is there twice; with a package, the samples and\n"
    "the tests that the practice key makes, run under sanitizers. What several tools say of one\n"
    "place is one finding. A .clang-tidy of the submission, NOLINT, and diagnostic pragmas do\n"
    "not count.\n"
    "\n"
    "  --package DIR      the problem that it answers: what comes with it is laid beside\n"
    "  --rubric FILE      whose marks and thresholds hold (default)\n"
    "  --json             the result as JSON\n"
    "  --all              informative findings too, and every function's measures\n"
    "  --protection P     refuse to run with less: full, standard, minimal (standard)\n"
    "\n"
    "Exit code: 0 nothing essential, 1 something essential, 2 usage or bad input (a source that\n"
    "does not compile too), 3 not inspected.\n"
    "\n"
    "Examples:\n"
    "  grader quality mycache.c\n"
    "  grader quality solutions/lrucache --package problems/lrucache --all\n"
    "  grader quality *.c --json | jq '.findings[] | select(.kind == \"essential\")'\n";

struct quality_options {
    const char *package, *rubric;
    int protection;
    bool json, all;
};

#define AT(member) offsetof(struct quality_options, member)
static const struct option table[] = {
    { "--package", OPTION_TEXT, AT(package), NULL },
    { "--rubric", OPTION_TEXT, AT(rubric), NULL },
    { "--json", OPTION_FLAG, AT(json), NULL },
    { "--all", OPTION_FLAG, AT(all), NULL },
    { "--protection", OPTION_WORD, AT(protection), setup_protections },
};

/* ---- words ---- */

static void put_escaped(struct buf *out, const char *text)
{
    escape_put(out, str_of(text), ESCAPE_TERMINAL, ESCAPE_NONE);
}

static void put_finding(struct buf *out, const struct quality_finding *finding)
{
    put_escaped(out, finding->file);
    buf_printf(out, ":%u: %s: ", finding->line, quality_kind_name(finding->kind));
    put_escaped(out, finding->message);
    buf_printf(out, " [%s: ", finding->rule);
    for (size_t i = 0; i < finding->tool_count; i++)
        buf_printf(out, "%s%s", i ? ", " : "", finding->tools[i]);
    buf_puts(out, "]\n");
    if (*finding->change)
        buf_printf(out, "    %s\n", finding->change);
    for (size_t i = 0; i < finding->step_count; i++) {
        buf_puts(out, "      ");
        put_escaped(out, finding->steps[i].file);
        buf_printf(out, ":%u: ", finding->steps[i].line);
        put_escaped(out, finding->steps[i].message);
        buf_putc(out, '\n');
    }
}

static void put_functions(struct buf *out, const struct quality *quality)
{
    buf_printf(out, "\n%9s %10s %5s %7s %10s  function\n", "cognitive", "cyclomatic", "lines",
               "nesting", "parameters");
    for (size_t i = 0; i < quality->function_count; i++) {
        const struct quality_function *f = &quality->functions[i];
        buf_printf(out, "%9u %10u %5u %7u %10u  ", f->cognitive, f->cyclomatic, f->lines,
                   f->nesting, f->parameters);
        put_escaped(out, f->name);
        buf_puts(out, " (");
        put_escaped(out, f->file);
        buf_printf(out, ":%u)\n", f->line);
    }
}

static size_t count_kind(const struct quality *quality, enum quality_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < quality->finding_count; i++)
        count += quality->findings[i].kind == kind;
    return count;
}

static void put_summary(struct buf *out, const struct quality *quality)
{
    buf_printf(out, "%zu essential, %zu actionable, %zu informative; %zu function%s\n",
               count_kind(quality, QUALITY_ESSENTIAL), count_kind(quality, QUALITY_ACTIONABLE),
               count_kind(quality, QUALITY_INFORMATIVE), quality->function_count,
               quality->function_count == 1 ? "" : "s");
    if (quality->findings_more > 0)
        buf_printf(out, "%zu more findings are left out\n", quality->findings_more);
    for (size_t i = 0; i < quality->pass_count; i++) {
        if (!quality->passes[i].not_analysed)
            continue;
        buf_printf(out, "not analysed by %s: ", quality->passes[i].name);
        put_escaped(out, quality->passes[i].not_analysed);
        buf_putc(out, '\n');
    }
}

/* "memory           50 %  1 finding: …" */
static void put_dimensions(struct buf *out, const struct inspected_one *inspected)
{
    for (size_t i = 0; i < inspected->dimension_count; i++) {
        const struct report_dimension *row = &inspected->dimensions[i];
        buf_printf(out, "%-15s ", quality_dimension_name(row->dimension));
        if (row->is_measured)
            buf_printf(out, "%3.0f %%  ", 100 * row->share);
        else
            buf_puts(out, "   -   ");
        put_escaped(out, row->reason);
        buf_putc(out, '\n');
    }
}

static void put_result(struct buf *out, const struct inspected_one *inspected, bool all)
{
    const struct quality *quality = &inspected->quality;
    for (size_t i = 0; i < quality->finding_count; i++)
        if (all || quality->findings[i].kind != QUALITY_INFORMATIVE)
            put_finding(out, &quality->findings[i]);
    if (all && quality->function_count > 0)
        put_functions(out, quality);
    if (quality->finding_count > 0)
        buf_putc(out, '\n');
    put_dimensions(out, inspected);
    put_summary(out, quality);
}

/* ---- the command ---- */

static bool inspect(const struct quality_options *o, const struct text_list *operands,
                    struct arena *arena, struct inspected_one *out, struct err *err)
{
    struct setup setup;
    struct inspect_one_request request = { .package_path = o->package,
                                           .sources = operands->at,
                                           .source_count = operands->count };
    if (!setup_make(&setup, (enum protection_level)o->protection, NULL, arena, err) ||
        !home_rubric(o->rubric, arena, &request.rubric_path, err) ||
        !inspect_one(&setup.means, &request, arena, out, err))
        return false;
    SCOPED_BUF text;
    buf_init(&text, 16 << 20);
    if (o->json)
        quality_json_put(&text, out);
    else
        put_result(&text, out, o->all);
    print_bytes((struct str){ buf_text(&text), text.length });
    if (out->quality.compile_error)
        print_note("it does not compile: %s", out->quality.compile_error);
    return true;
}

/* No pass at all came to its end: nothing can be said. */
static bool is_inspected(const struct quality *quality)
{
    for (size_t i = 0; i < quality->pass_count; i++)
        if (!quality->passes[i].not_analysed)
            return true;
    return false;
}

static int exit_code(const struct quality *quality)
{
    if (quality->compile_error)
        return EXIT_BAD_INPUT;
    if (!is_inspected(quality))
        return EXIT_NOT_GRADED;
    return count_kind(quality, QUALITY_ESSENTIAL) > 0 ? EXIT_BELOW : EXIT_PASSED;
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct quality_options options = { .protection = PROTECTION_STANDARD, .rubric = "default" };
    struct text_list operands = { 0 };
    struct inspected_one inspected;
    struct err err = { 0 };
    if (!options_parse(table, COUNT_OF(table), argc, argv, &arena, &options, &operands, &err))
        return print_error(&err);
    if (operands.count == 0)
        err_set(&err, ERR_USAGE, "quality needs at least one source (see 'grader quality --help')");
    else if (inspect(&options, &operands, &arena, &inspected, &err))
        return print_finish(exit_code(&inspected.quality));
    return print_error(&err);
}

const struct command command_quality = { "quality", "only the code of a solution", help, run };
