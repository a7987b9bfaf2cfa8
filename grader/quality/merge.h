/* merge.h - complaints of several tools become findings: one for one thing in one place. */
#ifndef GRADER_QUALITY_MERGE_H
#define GRADER_QUALITY_MERGE_H

#include "grader/quality/raw.h"

/*
 * Pure. Complaints of which no rule speaks are passed over; those of one rule about one line, or
 * about one variable of one function, become one finding that names all tools. Needs
 * out->functions; sets findings, finding_count and findings_more, essential first, then by file and
 * line. Strings are in the list's arena or static.
 */
void merge_findings(const struct raw_list *list, struct quality *out);

/* The variable that a message is about, "" when it names none: 'p' of "leak of ‘*p’ [CWE-401]". */
const char *merge_variable(const char *message, struct arena *arena);

/* The function that the line lies in, NULL when in none. */
const struct quality_function *merge_function_at(const struct quality *quality, const char *file,
                                                 unsigned line);

#endif
