/* since.h - what differs between a report and an earlier one. */
#ifndef GRADER_REPORT_SINCE_H
#define GRADER_REPORT_SINCE_H

#include "grader/base/arena.h"
#include "grader/model/report.h"

/*
 * Compares problem by problem (by id): points, verdict, criteria, the class of growth, groups,
 * tests (by name), remarks to act on (by their words, numbers aside: lines move), warnings. What is
 * measured (times, memory) never is a change. Reports that can't be compared fairly (candidates,
 * rubrics, keys, versions, order) are compared all the same, with a note for each reason. Strings
 * are borrowed from the reports or in the arena.
 */
void since_make(const struct report *earlier, const struct report *report, struct arena *arena,
                struct report_since *out);

/*
 * The same as a member of the report, for a report that was found where this one goes. A report on
 * the same commit in which nothing differs says nothing new: then report->since is the earlier
 * one's.
 */
void since_attach(const struct report *earlier, struct arena *arena, struct report *report);

/* Something is worse, or new to mend. */
bool since_is_worse(const struct report_since *since);

#endif
