/* style.h - the style sheet of the HTML report, and the hash by which the page admits it. */
#ifndef GRADER_REPORT_STYLE_H
#define GRADER_REPORT_STYLE_H

#include "grader/base/buf.h"

/* Everything between <style> and </style>. */
void style_put(struct buf *out);

/*
 * SHA-256 of those bytes in base64, as a Content-Security-Policy wants it: no other style can take
 * effect on the page. tests/unit/report/test_render.c compares it with Python's and prints
 * the new one when the sheet was changed.
 */
extern const char style_sha256[];

#endif
