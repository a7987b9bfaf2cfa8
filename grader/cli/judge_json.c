/* judge_json.c - a judgement as the JSON of `grader judge --json`. */
#include "grader/cli/judge_json.h"

#include <math.h>

#include "grader/cli/growth_json.h"
#include "grader/text/escape.h"
#include "grader/text/json_write.h"

static void put_string(struct buf *out, const char *text)
{
    buf_putc(out, '"');
    escape_put(out, str_of(text ? text : ""), ESCAPE_JSON, ESCAPE_NONE);
    buf_putc(out, '"');
}

static void put_key(struct buf *out, const char *key)
{
    buf_printf(out, "\"%s\": ", key);
}

static void put_text(struct buf *out, const char *key, const char *text)
{
    put_key(out, key);
    put_string(out, text);
}

static void put_number(struct buf *out, const char *key, uint64_t value)
{
    buf_printf(out, "\"%s\": %llu", key, (unsigned long long)value);
}

static void put_diagnostic(struct buf *out, const struct report_diagnostic *d)
{
    buf_puts(out, "{");
    put_text(out, "file", d->file);
    buf_printf(out, ", \"line\": %u, \"column\": %u, ", d->line, d->column);
    put_text(out, "kind", d->kind);
    buf_puts(out, ", ");
    put_text(out, "message", d->message);
    buf_puts(out, "}");
}

static void put_compile(struct buf *out, const struct compile_result *compile,
                        const struct report_problem *public)
{
    buf_printf(out, "  \"compile\": {\"ok\": %s, ", compile->ok ? "true" : "false");
    put_number(out, "cpu_us", compile->cpu_us);
    buf_puts(out, ", \"diagnostics\": [");
    for (size_t i = 0; i < public->diagnostic_count; i++) {
        buf_puts(out, i ? ",\n    " : "\n    ");
        put_diagnostic(out, &public->diagnostics[i]);
    }
    buf_puts(out, "]},\n");
}

/* null: not to be known. */
static void put_cost(struct buf *out, const char *key, uint64_t value, bool is_public)
{
    buf_puts(out, ", ");
    if (is_public)
        put_number(out, key, value);
    else
        buf_printf(out, "\"%s\": null", key);
}

static void put_case(struct buf *out, const struct report_case *c)
{
    buf_puts(out, "{");
    put_text(out, "name", c->name);
    buf_puts(out, ", ");
    put_text(out, "group", c->group);
    buf_puts(out, ", ");
    put_text(out, "verdict", verdict_code(c->verdict));
    buf_puts(out, ", ");
    put_text(out, "cause", c->cause);
    put_cost(out, "cpu_us", c->cpu_us, c->has_figures);
    put_cost(out, "wall_us", c->wall_us, c->has_figures);
    put_cost(out, "memory_bytes", c->memory_bytes, c->has_figures);
    put_cost(out, "output_bytes", c->output_bytes, c->has_output_bytes);
    buf_puts(out, ", ");
    put_number(out, "repeats", c->repeats);
    buf_printf(out, ", \"least_percent\": %u, \"most_percent\": %u, ", c->least_percent,
               c->most_percent);
    put_text(out, "big5", verdict_big5(c->verdict));
    buf_puts(out, "}");
}

static void put_cases(struct buf *out, const struct report_problem *public)
{
    buf_puts(out, "  \"cases\": [");
    for (size_t i = 0; i < public->case_count; i++) {
        buf_puts(out, i ? ",\n    " : "\n    ");
        put_case(out, &public->cases[i]);
    }
    buf_puts(out, "],");
}

/* What static validation says of each group that asks for it. */
static void put_statics(struct buf *out, const struct judgement *judgement)
{
    buf_puts(out, "\n  \"static\": [");
    for (size_t i = 0; i < judgement->static_count; i++) {
        const struct static_result *one = &judgement->statics[i];
        buf_puts(out, i ? ",\n    {" : "\n    {");
        put_text(out, "group", one->group->name);
        buf_puts(out, ", ");
        put_text(out, "verdict", verdict_code(one->verdict));
        buf_puts(out, ", ");
        put_text(out, "cause", one->cause);
        buf_puts(out, ", ");
        put_text(out, "message", one->team_message);
        buf_puts(out, "}");
    }
    buf_puts(out, "],");
}

static void put_part(struct json_writer *writer, const char *name, struct str bytes, bool is_cut)
{
    json_put_text(writer, name, bytes);
    SCOPED_BUF key;
    buf_init(&key, 64);
    buf_printf(&key, "%s_is_cut", name);
    json_put_flag(writer, buf_text(&key), is_cut);
}

static void put_exhibit(struct json_writer *writer, const struct report_exhibit *exhibit)
{
    json_open(writer, "exhibit", '{');
    put_part(writer, "input", exhibit->input, exhibit->input_is_cut);
    put_part(writer, "expected", exhibit->expected, exhibit->expected_is_cut);
    put_part(writer, "got", exhibit->got, exhibit->got_is_cut);
    json_put_whole(writer, "expected_line", exhibit->expected_line);
    json_put_whole(writer, "got_line", exhibit->got_line);
    json_put_text(writer, "message", str_of(exhibit->message));
    json_close(writer, '}');
}

static void put_counterexample(struct buf *out, const struct report_counterexample *example)
{
    struct json_writer writer = { out, 1, false };
    if (!example) {
        json_put_null(&writer, "counterexample");
        buf_puts(out, ",");
        return;
    }
    json_open(&writer, "counterexample", '{');
    json_put_text(&writer, "not_searched", str_of(example->not_searched));
    json_put_whole(&writer, "tried", (int64_t)example->tried);
    json_put_text(&writer, "verdict", str_of(verdict_code(example->verdict)));
    json_put_text(&writer, "cause", str_of(example->cause));
    if (example->exhibit)
        put_exhibit(&writer, example->exhibit);
    else
        json_put_null(&writer, "exhibit");
    json_close(&writer, '}');
    buf_puts(out, ",");
}

static void put_growth(struct buf *out, const char *package_id, const struct growth *growth)
{
    struct json_writer writer = { out, 1, false };
    if (growth)
        growth_json_value(&writer, "growth", package_id, growth);
    else
        json_put_null(&writer, "growth");
    buf_puts(out, ",\n");
}

void judge_json_put(struct buf *out, const struct judgement *judgement, const struct growth *growth,
                    const struct report_problem *public)
{
    buf_puts(out, "{\n  ");
    put_text(out, "package", judgement->package->id);
    buf_puts(out, ",\n  ");
    put_text(out, "verdict", verdict_code(judgement->verdict));
    buf_puts(out, ",\n  ");
    put_text(out, "big5", verdict_big5(judgement->verdict));
    buf_puts(out, ",\n  ");
    put_text(out, "cause", public->cause);
    buf_printf(out, ",\n  \"score\": %.10g,\n",
               isfinite(judgement->score) ? judgement->score : 0.0);
    if (isfinite(judgement->max_score))
        buf_printf(out, "  \"max_score\": %.10g,\n  ", judgement->max_score);
    else
        buf_puts(out, "  \"max_score\": null,\n  ");
    put_number(out, "time_limit_us", judgement->time_limit_us);
    buf_puts(out, ",\n  ");
    put_number(out, "kill_us", judgement->kill_us);
    buf_printf(out, ",\n  \"borderline\": %s,\n", judgement->borderline ? "true" : "false");
    put_compile(out, &judgement->compile, public);
    put_cases(out, public);
    put_statics(out, judgement);
    put_counterexample(out, public->counterexample);
    put_growth(out, judgement->package->id, growth);
    buf_puts(out, "  \"protection\": [");
    for (size_t i = 0; judgement->protection && judgement->protection[i]; i++) {
        buf_puts(out, i ? ", " : "");
        put_string(out, judgement->protection[i]);
    }
    buf_puts(out, "]\n}\n");
}
