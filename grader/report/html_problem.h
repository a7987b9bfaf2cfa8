/* html_problem.h - one problem of the HTML report. */
#ifndef GRADER_REPORT_HTML_PROBLEM_H
#define GRADER_REPORT_HTML_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/model/report.h"
#include "grader/report/html.h"

/* A section with the id "pNUMBER". */
void html_problem(struct page *page, const struct report_problem *problem, size_t number);

/* A bar from 0 to most with the label "POINTS of MOST points"; a tick at tick_percent unless it is
 * negative. */
void html_bar(struct page *page, double points, double most, bool good, double tick_percent);

#endif
