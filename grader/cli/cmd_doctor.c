/* cmd_doctor.c - grader doctor: what this machine can protect, with a self-test through the real
 * path. */
#include "grader/cli/commands.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/cli/setup.h"
#include "grader/pipeline/doctor.h"
#include "grader/text/escape.h"

static const char help[] =
    "usage: grader doctor [--json]\n"
    "\n"
    "Shows which layers of protection this machine offers, and judges a handful of benign and\n"
    "hostile programs by the same path as a candidate's: each must get its verdict. The same\n"
    "test runs by itself before the first grading on a machine.\n"
    "\n"
    "Exit code: 0 all as it should be, 3 something is not.\n"
    "\n"
    "Examples:\n"
    "  grader doctor\n"
    "  grader doctor --json\n";

struct doctor_options {
    bool json;
};

static const struct option table[] = { { "--json", OPTION_FLAG,
                                         offsetof(struct doctor_options, json), NULL } };

struct examination {
    const struct boxed_layer *layers;
    size_t layer_count;
    unsigned open_calls;
    const struct doctor_finding *findings;
    size_t count;
    bool is_good;
};

static void put_text(struct buf *out, const struct examination *e)
{
    buf_puts(out, "Layers of protection\n");
    for (size_t i = 0; i < e->layer_count; i++)
        buf_printf(out, "  %-4s %-11s %s\n", e->layers[i].is_active ? "yes" : "no",
                   e->layers[i].name, e->layers[i].purpose);
    buf_printf(out, "\nSystem calls of 0…500 that a candidate's program can reach: %u\n",
               e->open_calls);
    buf_puts(out, "\nSelf-test, by the path that candidates' programs go\n");
    for (size_t i = 0; i < e->count; i++)
        buf_printf(out, "  %-4s %-34s %-3s %s\n", e->findings[i].is_good ? "ok" : "FAIL",
                   e->findings[i].name, verdict_code(e->findings[i].got), e->findings[i].cause);
    buf_puts(out, e->is_good ? "\nThis machine can judge.\n"
                             : "\nThis machine does not judge rightly: nothing is graded here.\n");
}

static void put_string(struct buf *out, const char *text)
{
    buf_putc(out, '"');
    escape_put(out, str_of(text), ESCAPE_JSON, ESCAPE_NONE);
    buf_putc(out, '"');
}

static void put_json(struct buf *out, const struct examination *e)
{
    buf_puts(out, "{\n  \"layers\": {");
    for (size_t i = 0; i < e->layer_count; i++)
        buf_printf(out, "%s\"%s\": %s", i ? ", " : "", e->layers[i].name,
                   e->layers[i].is_active ? "true" : "false");
    buf_printf(out, "},\n  \"open_calls\": %u,\n  \"self_test\": [", e->open_calls);
    for (size_t i = 0; i < e->count; i++) {
        buf_puts(out, i ? ",\n    {\"name\": " : "\n    {\"name\": ");
        put_string(out, e->findings[i].name);
        buf_printf(out, ", \"ok\": %s, \"expected\": \"%s\", \"got\": \"%s\", \"cause\": ",
                   e->findings[i].is_good ? "true" : "false", verdict_code(e->findings[i].expected),
                   verdict_code(e->findings[i].got));
        put_string(out, e->findings[i].cause);
        buf_puts(out, "}");
    }
    buf_printf(out, "],\n  \"ok\": %s\n}\n", e->is_good ? "true" : "false");
}

static bool examine(const struct doctor_options *o, struct arena *arena, struct examination *e,
                    struct err *err)
{
    struct setup setup;
    struct doctor_finding *findings;
    if (!setup_make(&setup, PROTECTION_MINIMAL, NULL, arena, err))
        return false;
    print_progress("examining", 0, 0);
    if (!doctor_examine(&setup.means, arena, &findings, &e->count, err))
        return false;
    e->findings = findings;
    e->layers = boxed_layers(&e->layer_count);
    e->open_calls = boxed_open_calls();
    e->is_good = e->open_calls > 0;
    for (size_t i = 0; i < e->count; i++)
        e->is_good = e->is_good && findings[i].is_good;
    SCOPED_BUF out;
    buf_init(&out, 1 << 20);
    (o->json ? put_json : put_text)(&out, e);
    print_bytes((struct str){ buf_text(&out), out.length });
    return true;
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct doctor_options options = { 0 };
    struct text_list operands = { 0 };
    struct examination examination = { 0 };
    struct err err = { 0 };
    if (!options_parse(table, COUNT_OF(table), argc, argv, &arena, &options, &operands, &err))
        return print_error(&err);
    if (operands.count > 0)
        err_set(&err, ERR_USAGE, "doctor takes no argument, but got '%s'", operands.at[0]);
    else if (examine(&options, &arena, &examination, &err))
        return print_finish(examination.is_good ? EXIT_PASSED : EXIT_NOT_GRADED);
    return print_error(&err);
}

const struct command command_doctor = { "doctor", "what this machine can protect, and a self-test",
                                        help, run };
