/* html_code.h - the code of one problem on the HTML page: what the compiler says, and the sources.
 */
#ifndef GRADER_REPORT_HTML_CODE_H
#define GRADER_REPORT_HTML_CODE_H

#include "grader/model/report.h"
#include "grader/report/html.h"

/*
 * Each source a folded listing with line numbers and, under the line they belong to, the notes of
 * its margin; such a line has the id "pNUMBER-fSOURCE-lLINE". Listings with something to mend are
 * open.
 */
void html_code(struct page *page, const struct report_problem *problem, size_t number);

/* A place ("main.c:12") as <code>, as a link when a listing has that line. */
void html_place(struct page *page, const struct report_problem *problem, size_t number,
                const char *where);

#endif
