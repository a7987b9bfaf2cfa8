/* render_since.c - what changed since an earlier report, by itself. */
#include "grader/report/render_since.h"

#include <string.h>

#include "grader/report/fields.h"

static bool as_text(const struct report *report, const struct render_options *options,
                    struct buf *out)
{
    struct screen screen = screen_make(options, out);
    text_since(&screen, report->since, SIZE_MAX);
    return buf_ok(out);
}

static bool as_json(const struct report *report, const struct render_options *options UNUSED,
                    struct buf *out)
{
    return record_render(&since_record, report->since, REPORT_SCHEMA_VERSION, out);
}

static bool as_md(const struct report *report, const struct render_options *options UNUSED,
                  struct buf *out)
{
    size_t left_out = 0;
    struct md md = { out, 0, &left_out };
    md_since(&md, report->since, SIZE_MAX);
    return buf_ok(out);
}

static bool as_html(const struct report *report, const struct render_options *options,
                    struct buf *out)
{
    return render_html.render(report, options, out);
}

since_renderer *since_renderer_find(const char *format)
{
    static const struct {
        const char *name;
        since_renderer *render;
    } formats[] = {
        { "text", as_text }, { "json", as_json }, { "md", as_md }, { "html", as_html }
    };
    for (size_t i = 0; i < COUNT_OF(formats); i++)
        if (strcmp(formats[i].name, format) == 0)
            return formats[i].render;
    return NULL;
}
