/* quality_json.c - what inspection found as the JSON of `grader quality --json`. */
#include "grader/cli/quality_json.h"

#include "grader/text/json_write.h"

static void put_functions(struct json_writer *w, const struct quality *quality)
{
    json_open(w, "functions", '[');
    for (size_t i = 0; i < quality->function_count; i++) {
        const struct quality_function *function = &quality->functions[i];
        json_open(w, NULL, '{');
        json_put_text(w, "file", str_of(function->file));
        json_put_whole(w, "line", function->line);
        json_put_text(w, "name", str_of(function->name));
        json_put_whole(w, "cognitive", function->cognitive);
        json_put_whole(w, "cyclomatic", function->cyclomatic);
        json_put_whole(w, "lines", function->lines);
        json_put_whole(w, "nesting", function->nesting);
        json_put_whole(w, "parameters", function->parameters);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void put_steps(struct json_writer *w, const struct quality_finding *finding)
{
    json_open(w, "steps", '[');
    for (size_t i = 0; i < finding->step_count; i++) {
        json_open(w, NULL, '{');
        json_put_text(w, "file", str_of(finding->steps[i].file));
        json_put_whole(w, "line", finding->steps[i].line);
        json_put_text(w, "message", str_of(finding->steps[i].message));
        json_close(w, '}');
    }
    json_close(w, ']');
}

/* "tool" is the one that saw it first; "tools" are all. */
static void put_finding(struct json_writer *w, const struct quality_finding *finding)
{
    json_open(w, NULL, '{');
    json_put_text(w, "file", str_of(finding->file));
    json_put_whole(w, "line", finding->line);
    json_put_whole(w, "column", finding->column);
    json_put_text(w, "function", str_of(finding->function));
    json_put_text(w, "rule", str_of(finding->rule));
    json_put_text(w, "tool", str_of(finding->tool_count > 0 ? finding->tools[0] : ""));
    json_open(w, "tools", '[');
    for (size_t i = 0; i < finding->tool_count; i++)
        json_put_text(w, NULL, str_of(finding->tools[i]));
    json_close(w, ']');
    json_put_text(w, "dimension", str_of(quality_dimension_name(finding->dimension)));
    json_put_text(w, "kind", str_of(quality_kind_name(finding->kind)));
    json_put_text(w, "message", str_of(finding->message));
    json_put_text(w, "change", str_of(finding->change));
    json_put_text(w, "read_on", str_of(finding->read_on));
    put_steps(w, finding);
    json_close(w, '}');
}

static void put_passes(struct json_writer *w, const struct quality *quality)
{
    json_open(w, "passes", '[');
    for (size_t i = 0; i < quality->pass_count; i++) {
        const struct quality_pass *pass = &quality->passes[i];
        json_open(w, NULL, '{');
        json_put_text(w, "name", str_of(pass->name));
        if (pass->not_analysed)
            json_put_text(w, "not_analysed", str_of(pass->not_analysed));
        else
            json_put_null(w, "not_analysed");
        json_put_whole(w, "cpu_us", (int64_t)pass->cpu_us);
        json_close(w, '}');
    }
    json_close(w, ']');
}

static void put_counts(struct json_writer *w, const struct quality *quality)
{
    json_put_whole(w, "findings_more", (int64_t)quality->findings_more);
    json_put_whole(w, "calls_to_check", (int64_t)quality->calls_to_check);
    json_put_whole(w, "calls_unchecked", (int64_t)quality->calls_unchecked);
    json_put_whole(w, "tokens", (int64_t)quality->tokens);
    json_put_whole(w, "tokens_repeated", (int64_t)quality->tokens_repeated);
    json_put_whole(w, "suppressions", (int64_t)quality->suppressions);
    json_put_whole(w, "cpu_us", (int64_t)quality->cpu_us);
}

static void put_dimensions(struct json_writer *w, const struct inspected_one *inspected)
{
    json_open(w, "dimensions", '[');
    for (size_t i = 0; i < inspected->dimension_count; i++) {
        const struct report_dimension *row = &inspected->dimensions[i];
        json_open(w, NULL, '{');
        json_put_text(w, "dimension", str_of(quality_dimension_name(row->dimension)));
        if (row->is_measured)
            json_put_number(w, "share", row->share);
        else
            json_put_null(w, "share");
        json_put_number(w, "weight", row->weight);
        json_put_text(w, "reason", str_of(row->reason));
        json_close(w, '}');
    }
    json_close(w, ']');
}

void quality_json_put(struct buf *out, const struct inspected_one *inspected)
{
    const struct quality *quality = &inspected->quality;
    struct json_writer w = { out, 0, false };
    json_open(&w, NULL, '{');
    put_functions(&w, quality);
    json_open(&w, "findings", '[');
    for (size_t i = 0; i < quality->finding_count; i++)
        put_finding(&w, &quality->findings[i]);
    json_close(&w, ']');
    if (quality->compile_error)
        json_put_text(&w, "compile_error", str_of(quality->compile_error));
    else
        json_put_null(&w, "compile_error");
    put_dimensions(&w, inspected);
    put_passes(&w, quality);
    put_counts(&w, quality);
    json_close(&w, '}');
    buf_putc(out, '\n');
}
