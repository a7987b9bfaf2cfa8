/* explain.h - a rubric in words: what is asked for and how it is paid. */
#ifndef GRADER_RUBRIC_EXPLAIN_H
#define GRADER_RUBRIC_EXPLAIN_H

#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/buf.h"
#include "grader/model/rubric.h"

/*
 * Plain text in lines of at most `width` columns (at least 40), for candidates as well as for the
 * rubric's author. Everything that decides points is in it. Check buf_ok at the end.
 */
void rubric_explain(const struct rubric *rubric, size_t width, struct buf *out);

/* One line: "3 of 5 criteria in force, 60 of 100 points, bar 70 %, 2 problems with their own". */
void rubric_summarise(const struct rubric *rubric, struct buf *out);

/* Where a candidate's folders may lie, in the arena: "at the top or under solutions/". */
const char *rubric_places(const struct rubric *rubric, struct arena *arena);

#endif
