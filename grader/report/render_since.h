/* render_since.h - what changed since an earlier report, in every format. */
#ifndef GRADER_REPORT_RENDER_SINCE_H
#define GRADER_REPORT_RENDER_SINCE_H

#include "grader/report/html.h"
#include "grader/report/md.h"
#include "grader/report/render.h"
#include "grader/report/screen.h"

/* As parts of a report: "since the last report". At most `most` changes; more are counted. */
void text_since(struct screen *screen, const struct report_since *since, size_t most);
void html_since(struct page *page, const struct report_since *since, size_t most);
void md_since(struct md *md, const struct report_since *since, size_t most);

/*
 * report->since by itself, for grader diff: as text, JSON ($defs/since of report.schema.json) or
 * Markdown; as HTML it is the page of the report. NULL: no such format. Appends to out; false when
 * out's ceiling broke.
 */
typedef bool since_renderer(const struct report *report, const struct render_options *options,
                            struct buf *out);
since_renderer *since_renderer_find(const char *format);

#endif
