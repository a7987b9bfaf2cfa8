/* exhibit.h - a failed test that may be shown: the part of it that a person wants to see. */
#ifndef GRADER_REPORT_EXHIBIT_H
#define GRADER_REPORT_EXHIBIT_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/counterexample.h"
#include "grader/model/report.h"

enum {
    EXHIBIT_BYTES = 8 * 1024, /* of each of input, expected and got */
    EXHIBIT_LEAD = 1024,      /* shown in front of a difference that lies further in */
};

/*
 * Only disclose.c calls this, and only for a test that may be shown. Shown is what the format says:
 * NAME.in.statement before NAME.in, NAME.ans.statement before NAME.out before NAME.ans; of an
 * interactive or multi-pass problem the author's NAME.interaction and nothing of input and answer.
 * Each part is cut to EXHIBIT_BYTES around the first difference. A test without files (not made
 * yet) gives *out = NULL. A file that can't be read is an ERR_FAULT.
 */
bool exhibit_make(const struct case_result *result, const struct package *package,
                  struct arena *arena, struct report_exhibit **out, struct err *err) MUST_CHECK;

/* The same of a counter-example that was found: input and answer are public bytes. */
struct report_exhibit *exhibit_of_counterexample(const struct counterexample *example,
                                                 const struct package *package,
                                                 struct arena *arena);

#endif
