/* render.h - a report as bytes of one format: pure functions behind one table. */
#ifndef GRADER_REPORT_RENDER_H
#define GRADER_REPORT_RENDER_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/buf.h"
#include "grader/model/report.h"

/* Only the terminal's renderer asks; zero-initialised is plain text of the default width. */
struct render_options {
    bool colour;    /* ANSI colours; never the only sign of anything */
    unsigned width; /* columns; 0: 80; values outside 40 … 160 are brought inside */
    bool brief;   /* fits a screen: verdicts, points, and what to do first; no reasons, no tests */
    bool verbose; /* also every test, all remarks' levels, costs and compiler warnings */
};

/*
 * The same report and options give the same bytes. No byte of a (hostile) string reaches the output
 * unescaped. Appends to out; false only when out's ceiling broke it (RENDER_BYTES_MAX is always
 * enough for text, HTML and Markdown; JSON carries everything and may need more).
 */
struct renderer {
    const char *name;      /* "html": the word of --format */
    const char *extension; /* "html" */
    bool (*render)(const struct report *report, const struct render_options *options,
                   struct buf *out);
};

enum { RENDER_BYTES_MAX = 64 * 1024 * 1024 };

extern const struct renderer render_text, render_json, render_html, render_md;

/* All of them, for --help and look-up. */
extern const struct renderer *const renderers[];
extern const size_t renderer_count;

/* NULL when there is none of that name. */
const struct renderer *renderer_find(const char *name);

/* "text, json, html, md", for messages. */
const char *renderer_names(struct arena *arena);

#endif
