/* counter_words.h - what a search for a counter-example came to, in the words of every format. */
#ifndef GRADER_REPORT_COUNTER_WORDS_H
#define GRADER_REPORT_COUNTER_WORDS_H

#include "grader/base/arena.h"
#include "grader/model/report.h"

/* One sentence above the counter-example, or in its place; "" when none was looked for. */
const char *counter_words(const struct report_counterexample *example, struct arena *arena);

/* One that was found, as a failed test whose cause is in the words; borrows from it. */
struct report_case counter_case(const struct report_counterexample *example);

#endif
