/* verification_junit.c - verifications as JUnit's XML, as GitLab, Jenkins and GitHub read it. */
#include <string.h>

#include "grader/report/render_verification.h"
#include "grader/text/escape.h"

/* Escaping for HTML is escaping for XML 1.0 too: what XML forbids becomes visible text. */
static void put_text(struct buf *out, const char *text)
{
    escape_put(out, str_of(text), ESCAPE_HTML, ESCAPE_LINES);
}

static void put_attribute(struct buf *out, const char *name, const char *value)
{
    buf_printf(out, " %s=\"", name);
    escape_put(out, str_of(value), ESCAPE_HTML, ESCAPE_NONE);
    buf_putc(out, '"');
}

static void open_test(struct buf *out, const char *package, const char *name, uint64_t us)
{
    buf_puts(out, "    <testcase");
    put_attribute(out, "classname", package);
    put_attribute(out, "name", name);
    buf_printf(out, " time=\"%llu.%06llu\">\n", (unsigned long long)(us / 1000000),
               (unsigned long long)(us % 1000000));
}

static void put_failure(struct buf *out, const char *element, const char *message)
{
    buf_printf(out, "      <%s", element);
    put_attribute(out, "message", message);
    buf_putc(out, '>');
    put_text(out, message);
    buf_printf(out, "</%s>\n", element);
}

static bool is_about(const struct verify_finding *finding, enum verify_area area, const char *place)
{
    return finding->area == area && (!place || strcmp(finding->place, place) == 0);
}

static void put_line(struct buf *out, const char *word, const char *place, const char *text)
{
    buf_printf(out, "%s: ", word);
    put_text(out, place);
    buf_puts(out, *place ? ": " : "");
    put_text(out, text);
    buf_putc(out, '\n');
}

/* All errors of the test in one failure: readers show the first only. */
static bool put_errors(struct buf *out, const struct verification *v, enum verify_area area,
                       const char *place)
{
    bool found = false;
    for (size_t i = 0; i < v->finding_count; i++) {
        const struct verify_finding *f = &v->findings[i];
        if (f->level != FINDING_ERROR || !is_about(f, area, place))
            continue;
        if (!found) {
            buf_puts(out, "      <failure");
            put_attribute(out, "message", f->text);
            buf_putc(out, '>');
        }
        found = true;
        put_line(out, finding_level_name(f->level), f->place, f->text);
    }
    if (found)
        buf_puts(out, "</failure>\n");
    return found;
}

static void put_notes(struct buf *out, const struct verification *v, enum verify_area area,
                      const char *place)
{
    SCOPED_BUF notes;
    buf_init(&notes, RENDER_BYTES_MAX);
    for (size_t i = 0; !place && i < v->check_count; i++)
        if (v->checks[i].area == area)
            put_line(&notes, v->checks[i].passed ? "ok" : "look", v->checks[i].place,
                     v->checks[i].text);
    for (size_t i = 0; i < v->finding_count; i++)
        if (v->findings[i].level == FINDING_WARNING && is_about(&v->findings[i], area, place))
            put_line(&notes, "warning", v->findings[i].place, v->findings[i].text);
    if (notes.length > 0)
        buf_printf(out, "      <system-out>%s</system-out>\n", buf_text(&notes));
}

/* Which of the findings on submissions belong to one of them. */
static const char *place_of(const struct verify_submission *submission, struct buf *storage)
{
    buf_clear(storage);
    buf_printf(storage, "submissions/%s", submission->name);
    return buf_text(storage);
}

static bool put_submission(struct buf *out, const struct verification *v,
                           const struct verify_submission *submission)
{
    SCOPED_BUF storage;
    buf_init(&storage, 16 * 1024);
    const char *place = place_of(submission, &storage);
    open_test(out, v->package, place, submission->run_cpu_us);
    bool failed = put_errors(out, v, VERIFY_SUBMISSIONS, place);
    if (submission->status == VERIFY_SKIPPED) {
        buf_puts(out, "      <skipped");
        put_attribute(out, "message", submission->cause);
        buf_puts(out, "/>\n");
    }
    put_notes(out, v, VERIFY_SUBMISSIONS, place);
    buf_puts(out, "    </testcase>\n");
    return failed;
}

static bool put_area(struct buf *out, const struct verification *v, enum verify_area area)
{
    open_test(out, v->package, verify_area_name(area), 0);
    bool failed = put_errors(out, v, area, NULL);
    if (area == VERIFY_PACKAGE && *v->bad_input && (failed = true))
        put_failure(out, "failure", v->bad_input);
    if (area == VERIFY_PACKAGE && *v->fault)
        put_failure(out, "error", v->fault);
    put_notes(out, v, area, NULL);
    buf_puts(out, "    </testcase>\n");
    return failed;
}

/* An area without anything said of it was not looked at: it is no test. */
static bool is_looked_at(const struct verification *v, enum verify_area area)
{
    bool found = area == VERIFY_PACKAGE;
    for (size_t i = 0; i < v->check_count; i++)
        found = found || v->checks[i].area == area;
    for (size_t i = 0; i < v->finding_count; i++)
        found = found || v->findings[i].area == area;
    return found && area != VERIFY_SUBMISSIONS;
}

static void put_suite(struct buf *out, const struct verification *v)
{
    SCOPED_BUF tests;
    buf_init(&tests, RENDER_BYTES_MAX);
    size_t count = 0, failures = 0, skipped = 0, errors = *v->fault != '\0';
    for (size_t i = 0; i < v->submission_count; i++, count++) {
        failures += put_submission(&tests, v, &v->submissions[i]);
        skipped += v->submissions[i].status == VERIFY_SKIPPED;
    }
    for (int area = 0; area < VERIFY_AREA_COUNT; area++)
        if (is_looked_at(v, (enum verify_area)area)) {
            failures += put_area(&tests, v, (enum verify_area)area);
            count++;
        }
    buf_puts(out, "  <testsuite");
    put_attribute(out, "name", v->package);
    buf_printf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\">\n", count,
               failures, errors, skipped);
    buf_put(out, buf_text(&tests), tests.length);
    buf_puts(out, "  </testsuite>\n");
    out->broken = out->broken || tests.broken;
}

bool verification_junit(const struct verification_list *list, struct buf *out)
{
    buf_puts(out,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"grader verify\">\n");
    for (size_t i = 0; i < list->package_count; i++)
        put_suite(out, &list->packages[i]);
    buf_puts(out, "</testsuites>\n");
    return buf_ok(out);
}
