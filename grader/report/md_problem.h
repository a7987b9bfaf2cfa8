/* md_problem.h - one problem of the Markdown report. */
#ifndef GRADER_REPORT_MD_PROBLEM_H
#define GRADER_REPORT_MD_PROBLEM_H

#include "grader/model/report.h"
#include "grader/report/md.h"

/* A graded problem: what matters, points, tests, growth, failures shown. */
void md_problem(struct md *md, const struct report_problem *problem);

/* A sign and a word: "✅ AC", "❌ WA". */
void md_verdict(struct md *md, enum verdict verdict);

#endif
