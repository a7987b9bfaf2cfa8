/* submissions.h - submissions/: example solutions and what is expected of them. Private to
 * grader/catalog. */
#ifndef GRADER_CATALOG_SUBMISSIONS_H
#define GRADER_CATALOG_SUBMISSIONS_H

#include "grader/catalog/loader.h"

enum { SUBMISSION_MAX = 1000 };

/*
 * Fills the package's submissions; its groups and cases must be loaded. ERR_INPUT: no accepted
 * submission, something unreadable, a ceiling, submissions.yaml that is wrong or contradicts
 * itself. A pattern that matches nothing is a warning.
 */
bool submissions_load(struct loader *loader, struct err *err) MUST_CHECK;

#endif
