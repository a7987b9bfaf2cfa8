/* html_quality.h - what inspection of the code found, on the HTML page. */
#ifndef GRADER_REPORT_HTML_QUALITY_H
#define GRADER_REPORT_HTML_QUALITY_H

#include "grader/model/report.h"
#include "grader/report/html.h"

/* Nothing when the code was not inspected. `number` is the problem's on the page. */
void html_quality(struct page *page, const struct report_problem *problem, size_t number);

#endif
