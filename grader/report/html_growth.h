/* html_growth.h - how the cost of one solution grows, in the HTML report. */
#ifndef GRADER_REPORT_HTML_GROWTH_H
#define GRADER_REPORT_HTML_GROWTH_H

#include <stddef.h>

#include "grader/model/report.h"
#include "grader/report/html.h"

/* The section with its heading: what was measured, asked for and how far apart they are, the plots,
 * the numbers, what a person should look at. Nothing when there is no measurement. `number` is the
 * problem's on the page. */
void html_growth(struct page *page, const struct report_problem *problem, size_t number);

#endif
