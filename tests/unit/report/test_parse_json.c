/* test_parse_json.c - a saved report is read strictly. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/report/parse_json.h"
#include "grader/report/render.h"
#include "tests/support/report_sample.h"

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(parse_json, .fini = release);

static char *sample(void)
{
    struct report report;
    struct buf out;
    report_sample_make(&arena, &report);
    buf_init(&out, RENDER_BYTES_MAX);
    cr_assert(render_json.render(&report, NULL, &out));
    char *text = arena_memdup(&arena, out.bytes, out.length);
    buf_release(&out);
    return text;
}

/* The text with the first `from` made into `to`. */
static const char *changed(const char *text, const char *from, const char *to)
{
    const char *at = strstr(text, from);
    cr_assert(at, "%s", from);
    return arena_printf(&arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

Test(parse_json, each_mistake_has_one_clear_line)
{
    static const struct {
        const char *from, *to, *complaint;
    } mistakes[] = {
        { "\"schema_version\": 7", "\"schema_version\": 8",
          "r.json:2:21: schema_version is 8, but this version of grader reads 7; grade again" },
        { "\"read_on\": \"https:", "\"read_on\": \"javascript:",
          "remarks[0] has a read_on that does not begin with https://" },
        { "\"schema_version\": 7,", "", "r.json:1:1: the document needs the key 'schema_version'" },
        { "\"author\": \"Ada Lovelace\"", "\"author\": 7",
          "author must be a text, but is a number" },
        { "\"author\": \"Ada Lovelace\",", "", "r.json:1:1: the document needs the key 'author'" },
        { "\"author\"", "\"autor\"", "autor is not a known key" },
        { "\"verdict\": \"CE\"", "\"verdict\": \"XX\"",
          "problems[0].verdict must be one of \"-\", \"AC\"" },
        { "\"status\": \"graded\"", "\"status\": \"fine\"",
          "problems[0].status must be one of \"graded\", \"not graded\", \"not submitted\"" },
        { "\"memory_limit_bytes\": 268435456", "\"memory_limit_bytes\": -1",
          "problems[0].memory_limit_bytes must lie between 0 and" },
        { "\"memory_limit_bytes\": 268435456", "\"memory_limit_bytes\": 1.5",
          "problems[0].memory_limit_bytes must be a whole number" },
        { "\"pass_percent\": 70", "\"pass_percent\": 700", "has a pass_percent that does not lie" },
        { "\"accepted_count\": 0", "\"accepted_count\": 5", "has more accepted than judged cases" },
        { "\"cpu_us\": null", "\"cpu_us\": 5", "cpu_us must be null, but is a number" },
        { "\"got_base64\": \"", "\"got_base64\": \"*", "got_base64 must be base64" },
        { "\"got_offset\": 16", "\"got_offset\": 99999",
          "exhibit has a difference that lies outside what is shown" },
        { "\"max_points\": 373", "\"max_points\": 1", "has points that don't lie between 0 and" },
        { "\"points\": 85", "\"points\": null", "has points that don't lie between 0 and" },
    };
    const char *text = sample();
    for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
        const char *bad = changed(text, mistakes[i].from, mistakes[i].to);
        struct report report = { .author = "untouched" };
        struct err err = { 0 };
        cr_assert_not(report_parse("r.json", str_of(bad), &arena, &report, &err), "%s",
                      mistakes[i].complaint);
        cr_assert(strstr(err.text, mistakes[i].complaint), "%s\nbut got: %s", mistakes[i].complaint,
                  err.text);
        cr_assert_eq(strncmp(err.text, "r.json:", 7), 0);
        cr_assert_eq(err.kind, ERR_INPUT);
        cr_assert_str_eq(report.author, "untouched");
    }
}

Test(parse_json, a_report_cut_anywhere_is_an_error)
{
    char *text = sample();
    size_t length = strlen(text);
    for (size_t cut = 0; cut + 3 < length; cut += 97) {
        SCOPED_ARENA memory = { 0 };
        char *copy = arena_memdup(&memory, text, cut);
        struct report report;
        struct err err = { 0 };
        cr_assert_not(report_parse("r.json", str_of(copy), &memory, &report, &err));
    }
}

Test(parse_json, a_changed_byte_never_breaks_a_renderer)
{
    char *text = sample();
    size_t length = strlen(text);
    static const char bytes[] = "0\"{[,:\\9";
    for (size_t i = 0; i < length; i += 131) {
        SCOPED_ARENA memory = { 0 };
        char *copy = arena_memdup(&memory, text, length);
        copy[i] = bytes[i % (sizeof bytes - 1)];
        struct report report;
        struct err err = { 0 };
        if (!report_parse("r.json", str_of(copy), &memory, &report, &err))
            continue;
        for (size_t k = 0; k < renderer_count; k++) {
            SCOPED_BUF out;
            buf_init(&out, RENDER_BYTES_MAX);
            cr_assert(renderers[k]->render(&report, NULL, &out));
        }
    }
}

Test(parse_json, a_missing_file_is_named)
{
    struct report report;
    struct err err = { 0 };
    cr_assert_not(report_load("/nonexistent/report.json", &arena, &report, &err));
    cr_assert(strstr(err.text, "/nonexistent/report.json"));
}
