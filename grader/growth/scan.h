/* scan.h - the words of a source that could hide work, for where there is no tree to look at. */
#ifndef GRADER_GROWTH_SCAN_H
#define GRADER_GROWTH_SCAN_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/model/source.h"

/*
 * False: these sources can hold neither assembly nor an attribute, for every way to write or to put
 * together such a word needs one of a few characters that none of them has. (What the headers of
 * the system write is not the candidate's.) Most submissions need not be looked at further.
 */
bool scan_may_escape(const struct source_set *sources);

/*
 * Assembly, attributes that switch counting off, names of the counters, by their words. Comments
 * and strings don't count. A macro can put together what this does not see, and a macro that nobody
 * uses is seen: where libclang is, it knows better. "main.c:7: inline assembly", or "".
 */
const char *scan_words(const struct source_set *sources, struct arena *arena);

#endif
