/* html_exhibit.h - bytes on the HTML page: failed tests that may be shown, and sources. */
#ifndef GRADER_REPORT_HTML_EXHIBIT_H
#define GRADER_REPORT_HTML_EXHIBIT_H

#include "grader/model/report.h"
#include "grader/report/html.h"

/* A failed test: input, expected, got, the first difference marked. */
void html_exhibit(struct page *page, const struct report_case *test);

#endif
