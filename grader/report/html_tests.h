/* html_tests.h - the tests of one problem on the HTML page: groups, every test, failures shown. */
#ifndef GRADER_REPORT_HTML_TESTS_H
#define GRADER_REPORT_HTML_TESTS_H

#include "grader/model/report.h"
#include "grader/report/html.h"

/* Nothing when no test ran. */
void html_tests(struct page *page, const struct report_problem *problem, size_t number);

/* A verdict as a chip: sign, code and, in full, the phrase. */
void html_verdict(struct page *page, enum verdict verdict, bool in_full);

#endif
