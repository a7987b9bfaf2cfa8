/* test_render.c - golden files, and properties on reports full of hostile bytes. */
#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/report/md.h"
#include "grader/report/parse_json.h"
#include "grader/report/render.h"
#include "grader/report/style.h"
#include "grader/text/json.h"
#include "tests/support/report_mask.h"
#include "tests/support/report_random.h"
#include "tests/support/report_sample.h"

/*
 * Golden files lie in tests/golden/report/. After a change that is meant:
 *     GOLDEN=write make unit ONLY=render/?*
 * and look at the difference with git.
 */

enum { RANDOM_REPORTS = 300 };

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(render, .fini = release);

static void draw(const struct report *report, const char *name, struct render_options options,
                 struct buf *out)
{
    buf_init(out, RENDER_BYTES_MAX);
    cr_assert(renderer_find(name)->render(report, &options, out));
}

/* --- golden files -------------------------------------------------------------------------- */

static void compare_golden(const char *file, const char *renderer, struct render_options options)
{
    char path[512];
    struct report report;
    struct err err = { 0 };
    report_sample_make(&arena, &report);
    SCOPED_BUF out;
    draw(&report, renderer, options, &out);
    snprintf(path, sizeof path, TREE "/tests/golden/report/%s", file);
    const char *mode = getenv("GOLDEN");
    if (mode && strcmp(mode, "write") == 0)
        cr_assert(file_write(path, out.bytes, out.length, &err), "%s", err.text);
    struct str golden;
    cr_assert(file_read(path, RENDER_BYTES_MAX, &arena, &golden, &err), "%s", err.text);
    bool same = str_equal(golden, (struct str){ out.bytes, out.length });
    cr_assert(same, "%s differs; see the top of " __FILE__ " for how to renew it", path);
}

Test(render, text_is_as_agreed)
{
    compare_golden("plain.txt", "text", (struct render_options){ .colour = false });
}

Test(render, coloured_text_is_as_agreed)
{
    compare_golden("colour.txt", "text", (struct render_options){ .colour = true });
}

Test(render, brief_text_is_as_agreed)
{
    compare_golden("brief.txt", "text", (struct render_options){ .brief = true });
}

Test(render, verbose_text_is_as_agreed)
{
    compare_golden("verbose.txt", "text", (struct render_options){ .verbose = true, .width = 100 });
}

Test(render, json_is_as_agreed)
{
    compare_golden("report.json", "json", (struct render_options){ .colour = false });
}

Test(render, html_is_as_agreed)
{
    compare_golden("report.html", "html", (struct render_options){ .colour = false });
}

Test(render, markdown_is_as_agreed)
{
    compare_golden("report.md", "md", (struct render_options){ .colour = false });
}

/* --- text ---------------------------------------------------------------------------------- */

/* UTF-8 with no control but the newline and nothing that turns text. */
static void assert_calm(struct str text, const char *what, uint64_t seed)
{
    for (size_t at = 0; at < text.length;) {
        long rune = str_next_rune(text, &at);
        bool calm = rune >= 0x20 && rune != 0x7f && !(rune >= 0x80 && rune < 0xa0) &&
                    !(rune >= 0x200b && rune <= 0x200f) && !(rune >= 0x2028 && rune <= 0x202e) &&
                    !(rune >= 0x2066 && rune <= 0x2069) && rune != 0xfeff &&
                    !(rune >= 0xe0000 && rune <= 0xe007f);
        bool space = rune == '\n' || (rune == '\t' && strcmp(what, "text") != 0);
        cr_assert(calm || space, "%s of report %llu has U+%04lx", what, (unsigned long long)seed,
                  (unsigned long)rune);
    }
}

Test(render, text_is_calm_whatever_a_repository_holds)
{
    for (uint64_t seed = 0; seed < RANDOM_REPORTS; seed++) {
        struct report report;
        report_random_make(seed, false, &arena, &report);
        SCOPED_BUF out;
        draw(&report, "text",
             (struct render_options){ .verbose = seed & 1, .width = 40 + seed % 90 }, &out);
        assert_calm((struct str){ out.bytes, out.length }, "text", seed);
    }
}

static size_t columns_of(struct str line)
{
    size_t columns = 0;
    for (size_t at = 0; at < line.length; columns++)
        (void)str_next_rune(line, &at);
    return columns;
}

Test(render, text_of_the_sample_fits_eighty_columns)
{
    struct report report;
    report_sample_make(&arena, &report);
    SCOPED_BUF out;
    draw(&report, "text", (struct render_options){ .width = 80 }, &out);
    struct str rest = { out.bytes, out.length }, line;
    while (str_next_line(&rest, &line))
        cr_assert_leq(columns_of(line), 80, "%.*s", (int)line.length, line.at);
}

Test(render, text_shows_three_remarks_and_counts_the_rest)
{
    struct report report;
    report_sample_make(&arena, &report);
    struct report_remark remarks[5];
    for (size_t i = 0; i < COUNT_OF(remarks); i++)
        remarks[i] = (struct report_remark){ REMARK_ACTIONABLE, "",
                                             arena_printf(&arena, "Remark %zu.", i + 1), "", "" };
    report.problems[1].remarks = remarks;
    report.problems[1].remark_count = COUNT_OF(remarks);
    report.problems[1].status = STATUS_GRADED;
    SCOPED_BUF brief;
    SCOPED_BUF full;
    draw(&report, "text", (struct render_options){ .verbose = false }, &brief);
    draw(&report, "text", (struct render_options){ .verbose = true }, &full);
    cr_assert(strstr(brief.bytes, "Remark 3.") && !strstr(brief.bytes, "Remark 4."));
    cr_assert(strstr(brief.bytes, "and 2 remarks more (--verbose)"));
    cr_assert(strstr(full.bytes, "Remark 5.") && !strstr(full.bytes, "more (--verbose)"));
}

/* Three problems, of which two are to mend, as in the demo. */
Test(render, brief_text_of_three_problems_fits_a_screen)
{
    struct report report;
    size_t lines = 0;
    report_sample_make(&arena, &report);
    report.problems = &report.problems[3];
    report.problem_count = 3;
    SCOPED_BUF out;
    draw(&report, "text", (struct render_options){ .brief = true }, &out);
    for (const char *at = out.bytes; (at = strchr(at, '\n')); at++)
        lines++;
    cr_assert_leq(lines, 45, "%zu lines", lines);
    cr_assert(strstr(out.bytes, "remark more (--details)") ||
              strstr(out.bytes, "remarks more (--details)"));
}

Test(render, colours_do_not_change_the_words)
{
    struct report report;
    report_sample_make(&arena, &report);
    SCOPED_BUF plain;
    SCOPED_BUF colour;
    SCOPED_BUF stripped;
    draw(&report, "text", (struct render_options){ .colour = false }, &plain);
    draw(&report, "text", (struct render_options){ .colour = true }, &colour);
    buf_init(&stripped, RENDER_BYTES_MAX);
    for (size_t i = 0; i < colour.length; i++) {
        if (colour.bytes[i] == '\x1b')
            i = (size_t)(strchr(colour.bytes + i, 'm') - colour.bytes);
        else
            buf_putc(&stripped, colour.bytes[i]);
    }
    cr_assert(strcmp(stripped.bytes, plain.bytes) == 0);
}

Test(render, the_caret_stands_under_the_difference)
{
    struct report report;
    report_sample_make(&arena, &report);
    SCOPED_BUF out;
    draw(&report, "text", (struct render_options){ .width = 80 }, &out);
    const char *line = strstr(out.bytes, "  5 | denied\n");
    cr_assert(line);
    const char *next = strchr(line, '\n') + 1;
    const char *start = line;
    while (start[-1] != '\n')
        start--;
    cr_assert_eq(strchr(next, '^') - next, strstr(line, "denied") - start);
}

/* --- HTML ---------------------------------------------------------------------------------- */

static const char *const tags[] = {
    "!DOCTYPE", "html",    "head",  "meta",  "title",   "style",   "body",   "a",
    "header",   "p",       "h1",    "h2",    "h3",      "h4",      "div",    "span",
    "small",    "svg",     "rect",  "dl",    "dt",      "dd",      "code",   "time",
    "main",     "section", "table", "thead", "tbody",   "tr",      "th",     "td",
    "abbr",     "br",      "ul",    "li",    "details", "summary", "pre",    "mark",
    "footer",   "caption", "b",     "path",  "text",    "circle",  "figure", "figcaption",
};
static const char *const lonely[] = { "!DOCTYPE", "meta", "br" };

static bool is_among(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return true;
    return false;
}

/* Behind the tag that starts at html[at] == '<'; name, and whether it ends itself. */
static size_t read_tag(struct str html, size_t at, char name[16], bool *closes, bool *alone)
{
    size_t n = 0;
    at++;
    *closes = html.at[at] == '/';
    at += *closes;
    while (at < html.length && (isalnum((unsigned char)html.at[at]) || html.at[at] == '!') &&
           n < 15)
        name[n++] = html.at[at++];
    name[n] = '\0';
    *alone = false;
    while (at < html.length && html.at[at] != '>') {
        cr_assert_neq(html.at[at], '<');
        cr_assert_neq(html.at[at], '\'');
        if (html.at[at] == '"')
            for (at++; html.at[at] != '"'; at++)
                cr_assert(html.at[at] != '<' && html.at[at] != '>' && html.at[at] != '\0');
        *alone = html.at[at] == '/';
        at++;
    }
    return at + 1;
}

/* Every '<' begins a tag of ours, and tags nest. */
static void assert_well_formed(struct str html, uint64_t seed)
{
    char open[64][16], name[16];
    size_t depth = 0;
    for (size_t at = 0; at < html.length;) {
        if (html.at[at] != '<') {
            cr_assert_neq(html.at[at], '\0');
            at++;
            continue;
        }
        bool closes, alone;
        at = read_tag(html, at, name, &closes, &alone);
        cr_assert(is_among(tags, COUNT_OF(tags), name), "report %llu: <%s>",
                  (unsigned long long)seed, name);
        if (closes) {
            cr_assert(depth > 0 && strcmp(open[depth - 1], name) == 0, "report %llu: </%s> in <%s>",
                      (unsigned long long)seed, name, depth ? open[depth - 1] : "");
            depth--;
        } else if (!alone && !is_among(lonely, COUNT_OF(lonely), name)) {
            cr_assert_lt(depth, 64);
            memcpy(open[depth++], name, sizeof name);
        }
    }
    cr_assert_eq(depth, 0);
}

Test(render, html_is_well_formed_and_calm_whatever_a_repository_holds)
{
    for (uint64_t seed = 0; seed < RANDOM_REPORTS; seed++) {
        struct report report;
        report_random_make(seed, false, &arena, &report);
        SCOPED_BUF out;
        draw(&report, "html", (struct render_options){ .colour = false }, &out);
        assert_well_formed((struct str){ out.bytes, out.length }, seed);
        assert_calm((struct str){ out.bytes, out.length }, "html", seed);
    }
}

Test(render, html_loads_nothing_and_runs_nothing)
{
    struct report report;
    report_sample_make(&arena, &report);
    SCOPED_BUF out;
    draw(&report, "html", (struct render_options){ .colour = false }, &out);
    static const char *const never[] = { "<script", "src=", "url(",     "@import",
                                         "<link",   "<img", "style=\"", "http-equiv=\"refresh" };
    for (size_t i = 0; i < COUNT_OF(never); i++)
        cr_assert_null(strstr(out.bytes, never[i]), "%s", never[i]);
    for (const char *href = out.bytes; (href = strstr(href, "href=\"")); href += 6)
        cr_assert(href[6] == '#' || strncmp(href + 6, "https://", 8) == 0, "%.40s", href);
    cr_assert(strstr(out.bytes, "default-src 'none'"));
    cr_assert(strstr(out.bytes, style_sha256));
}

Test(render, links_within_the_page_lead_somewhere)
{
    struct report report;
    report_sample_make(&arena, &report);
    SCOPED_BUF out;
    draw(&report, "html", (struct render_options){ .colour = false }, &out);
    for (const char *href = out.bytes; (href = strstr(href, "href=\"#")); href += 7) {
        char id[64];
        snprintf(id, sizeof id, " id=\"%.*s\"", (int)strcspn(href + 7, "\""), href + 7);
        cr_assert(strstr(out.bytes, id), "%s", id);
    }
}

/* As a browser checks it; the hash is Python's. */
Test(render, the_policy_admits_the_style_sheet)
{
    SCOPED_BUF sheet;
    buf_init(&sheet, 1 << 20);
    style_put(&sheet);
    char path[] = "/tmp/report-style-XXXXXX", command[256], hash[64] = "";
    SCOPED_FD fd = mkstemp(path);
    cr_assert(fd >= 0 && fd_write_all(fd, sheet.bytes, sheet.length));
    snprintf(command, sizeof command,
             "/usr/bin/python3 -c \"import hashlib,base64;print(base64.b64encode(hashlib.sha256("
             "open('%s','rb').read()).digest()).decode())\"",
             path);
    FILE *pipe = popen(command, "r");
    cr_assert(pipe && fgets(hash, sizeof hash, pipe));
    pclose(pipe);
    unlink(path);
    hash[strcspn(hash, "\n")] = '\0';
    cr_assert_str_eq(style_sha256, hash, "put this into style.c: %s", hash);
}

/* Sixty problems, each with many tests and a long source. */
static void make_big(struct report *report)
{
    enum { PROBLEMS = 60, CASES = 300, SOURCE = 100 * 1000 };
    static char source[SOURCE];
    memset(source, '<', sizeof source);
    for (size_t i = 79; i < SOURCE; i += 80)
        source[i] = '\n';
    report_sample_make(&arena, report);
    struct report_problem big = report->problems[3];
    struct report_source *file = ARENA_NEW(&arena, struct report_source);
    *file = (struct report_source){ "big.c", { source, SOURCE }, false };
    struct report_case *cases = ARENA_ARRAY(&arena, CASES, struct report_case);
    for (size_t i = 0; i < CASES; i++)
        cases[i] = big.cases[i % big.case_count];
    big.sources = file;
    big.source_count = 1;
    big.cases = cases;
    big.case_count = CASES;
    report->problems = ARENA_ARRAY(&arena, PROBLEMS, struct report_problem);
    report->problem_count = PROBLEMS;
    for (size_t i = 0; i < PROBLEMS; i++)
        report->problems[i] = big;
}

Test(render, html_stays_below_a_megabyte)
{
    struct report report;
    make_big(&report);
    SCOPED_BUF out;
    draw(&report, "html", (struct render_options){ .colour = false }, &out);
    cr_assert_lt(out.length, 1000 * 1000, "%zu bytes", out.length);
    cr_assert(strstr(out.bytes, "would make this page too big; report.json has it"));
    assert_well_formed((struct str){ out.bytes, out.length }, 0);
}

/* --- Markdown ------------------------------------------------------------------------------ */

/* What begins with this is one of ours, or nothing. */
static bool begins_one_of(const char *at, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(at, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

static void assert_plain_markdown(const char *text, uint64_t seed)
{
    static const char *const our_tags[] = { "<code>",    "</code>",    "<pre>",     "</pre>",
                                            "<details>", "</details>", "<summary>", "</summary>",
                                            "<!-- -->",  "<https://",  "" };
    static const char *const our_entities[] = { "&#", "&amp;" };
    for (const char *at = text; *at; at++) {
        bool good = *at != '`' && *at != '@' && *at != '\\' && *at != '~' && *at != '$';
        if (*at == '<')
            good = begins_one_of(at, our_tags, COUNT_OF(our_tags) - 1);
        if (*at == '&')
            good = begins_one_of(at, our_entities, COUNT_OF(our_entities));
        if (*at == '[')
            good = strncmp(at, "[Read on](<https://", 19) == 0;
        if (*at == '!')
            good = at > text && strncmp(at - 1, "<!-- -->", 8) == 0;
        cr_assert(good, "report %llu: %.40s", (unsigned long long)seed, at);
    }
}

Test(render, markdown_holds_no_markup_but_ours_whatever_a_repository_holds)
{
    for (uint64_t seed = 0; seed < RANDOM_REPORTS; seed++) {
        struct report report;
        report_random_make(seed, false, &arena, &report);
        SCOPED_BUF out;
        draw(&report, "md", (struct render_options){ .colour = false }, &out);
        assert_calm((struct str){ out.bytes, out.length }, "md", seed);
        assert_plain_markdown(out.bytes, seed);
    }
}

Test(render, markdown_stays_below_a_mebibyte_and_says_what_is_left_out)
{
    struct report report;
    make_big(&report);
    SCOPED_BUF out;
    draw(&report, "md", (struct render_options){ .colour = false }, &out);
    cr_assert_leq(out.length, 1 << 20, "%zu bytes", out.length);
    cr_assert(strstr(out.bytes, " left out here: a summary may hold 1 MiB."));
    assert_plain_markdown(out.bytes, 0);
}

Test(render, markdown_links_nowhere_but_to_plain_https)
{
    static const struct {
        const char *address;
        bool is_link;
    } rows[] = { { "https://example.org/a_b?c=1&d", true },
                 { "http://example.org/", false },
                 { "javascript:alert(1)", false },
                 { "https://example.org/)[x](y", false },
                 { "https://example.org/>\n# owned", false },
                 { "", false } };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        size_t left_out = 0;
        SCOPED_BUF out;
        buf_init(&out, 1000);
        struct md md = { &out, 1000, &left_out };
        md_put_link(&md, rows[i].address);
        cr_assert_eq(out.length > 0, rows[i].is_link, "%s", rows[i].address);
    }
}

/* --- JSON ---------------------------------------------------------------------------------- */

Test(render, json_read_back_is_the_same_report)
{
    for (uint64_t seed = 0; seed < RANDOM_REPORTS; seed++) {
        struct report report, again;
        struct err err = { 0 };
        report_random_make(seed, true, &arena, &report);
        SCOPED_BUF out;
        draw(&report, "json", (struct render_options){ .colour = false }, &out);
        cr_assert(report_parse("r", (struct str){ out.bytes, out.length }, &arena, &again, &err),
                  "%s", err.text);
        cr_assert(report_random_equal(&report, &again), "report %llu", (unsigned long long)seed);
    }
}

Test(render, json_is_valid_and_stable_whatever_a_repository_holds)
{
    for (uint64_t seed = 0; seed < RANDOM_REPORTS; seed++) {
        struct report report, again;
        struct err err = { 0 };
        report_random_make(seed, false, &arena, &report);
        SCOPED_BUF out;
        SCOPED_BUF second;
        draw(&report, "json", (struct render_options){ .colour = false }, &out);
        assert_calm((struct str){ out.bytes, out.length }, "json", seed);
        cr_assert(report_parse("r", (struct str){ out.bytes, out.length }, &arena, &again, &err),
                  "%s", err.text);
        draw(&again, "json", (struct render_options){ .colour = false }, &second);
        cr_assert(out.length == second.length && memcmp(out.bytes, second.bytes, out.length) == 0);
    }
}

/* What a saved report shows is what the report showed. */
Test(render, a_report_read_back_looks_the_same)
{
    struct report report, again;
    struct err err = { 0 };
    report_sample_make(&arena, &report);
    SCOPED_BUF json;
    draw(&report, "json", (struct render_options){ .colour = false }, &json);
    cr_assert(report_parse("r", (struct str){ json.bytes, json.length }, &arena, &again, &err));
    /* C strings that were no UTF-8 come back with U+FFFD: put the original ones. */
    for (size_t i = 0; i < report.problem_count; i++) {
        again.problems[i].diagnostics = report.problems[i].diagnostics;
        again.problems[i].remarks = report.problems[i].remarks;
    }
    for (size_t i = 0; i < renderer_count; i++) {
        SCOPED_BUF first;
        SCOPED_BUF second;
        draw(&report, renderers[i]->name, (struct render_options){ .verbose = true }, &first);
        draw(&again, renderers[i]->name, (struct render_options){ .verbose = true }, &second);
        cr_assert(first.length == second.length &&
                      memcmp(first.bytes, second.bytes, first.length) == 0,
                  "%s", renderers[i]->name);
    }
}

Test(render, json_is_valid_by_its_schema)
{
    char folder[] = "/tmp/report-schema-XXXXXX", path[64], command[1024];
    cr_assert(mkdtemp(folder));
    for (uint64_t seed = 0; seed <= 20; seed++) {
        struct report report;
        struct err err = { 0 };
        if (seed == 20)
            report_sample_make(&arena, &report);
        else
            report_random_make(seed, false, &arena, &report);
        SCOPED_BUF out;
        draw(&report, "json", (struct render_options){ .colour = false }, &out);
        snprintf(path, sizeof path, "%s/%02u.json", folder, (unsigned)seed);
        cr_assert(file_write(path, out.bytes, out.length, &err), "%s", err.text);
    }
    snprintf(command, sizeof command,
             "/usr/bin/python3 -c \"import json,jsonschema,glob;"
             "s=json.load(open('" TREE "/grader/report/report.schema.json'));"
             "jsonschema.Draft202012Validator.check_schema(s);"
             "v=jsonschema.Draft202012Validator(s);f=sorted(glob.glob('%s/*.json'));"
             "assert len(f)==21;[v.validate(json.load(open(p))) for p in f]\"",
             folder);
    int status = system(command);
    for (unsigned i = 0; i <= 20; i++) {
        snprintf(path, sizeof path, "%s/%02u.json", folder, i);
        unlink(path);
    }
    rmdir(folder);
    cr_assert_eq(status, 0);
}

/* --- the same report, the same bytes ------------------------------------------------------- */

static void measure_again(struct report *report)
{
    report->graded_at_s += 86400 * 3 + 7;
    for (size_t i = 0; i < report->problem_count; i++) {
        struct report_problem *problem = &report->problems[i];
        problem->compile_cpu_us += 12345;
        problem->borderline = !problem->borderline && problem->verdict == VERDICT_TIME_LIMIT;
        for (size_t k = 0; k < problem->case_count; k++) {
            struct report_case *test = &problem->cases[k];
            test->repeats += 1;
            if (!test->has_figures)
                continue;
            test->cpu_us = test->cpu_us * 3 + 1111;
            test->wall_us += 999;
            test->memory_bytes += 5u << 20;
        }
    }
}

Test(render, two_runs_differ_only_in_what_is_marked_as_measured)
{
    static const struct {
        const char *name;
        void (*mask)(struct str, struct buf *);
    } formats[] = { { "json", report_mask_json },
                    { "html", report_mask_html },
                    { "md", report_mask_md },
                    { "text", report_mask_text } };
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        struct report first, second;
        report_sample_make(&arena, &first);
        report_sample_make(&arena, &second);
        measure_again(&second);
        for (size_t k = 0; k < first.problem_count; k++)
            second.problems[k].borderline =
                formats[i].mask == report_mask_text || formats[i].mask == report_mask_md
                    ? first.problems[k].borderline
                    : second.problems[k].borderline;
        SCOPED_BUF a;
        SCOPED_BUF b;
        SCOPED_BUF masked_a;
        SCOPED_BUF masked_b;
        draw(&first, formats[i].name, (struct render_options){ .verbose = true }, &a);
        draw(&second, formats[i].name, (struct render_options){ .verbose = true }, &b);
        cr_assert(a.length != b.length || memcmp(a.bytes, b.bytes, a.length) != 0);
        buf_init(&masked_a, RENDER_BYTES_MAX);
        buf_init(&masked_b, RENDER_BYTES_MAX);
        formats[i].mask((struct str){ a.bytes, a.length }, &masked_a);
        formats[i].mask((struct str){ b.bytes, b.length }, &masked_b);
        size_t same = 0;
        while (masked_a.bytes[same] && masked_a.bytes[same] == masked_b.bytes[same])
            same++;
        cr_assert(masked_a.length == masked_b.length && same == masked_a.length, "%s: '%.60s'",
                  formats[i].name, masked_a.bytes + same);
        cr_assert_gt(masked_a.length, a.length / 2, "the mask leaves most of it");
    }
}

Test(render, a_ceiling_that_is_too_low_is_told)
{
    struct report report;
    report_sample_make(&arena, &report);
    for (size_t i = 0; i < renderer_count; i++) {
        SCOPED_BUF out;
        buf_init(&out, 1000);
        struct render_options options = { .colour = false };
        cr_assert_not(renderers[i]->render(&report, &options, &out));
    }
}

Test(render, an_unknown_format_is_none)
{
    cr_assert_null(renderer_find("pdf"));
    cr_assert_eq(renderer_find("html"), &render_html);
}
