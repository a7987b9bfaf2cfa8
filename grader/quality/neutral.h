/* neutral.h - copies of sources in which nothing can silence an analyser. */
#ifndef GRADER_QUALITY_NEUTRAL_H
#define GRADER_QUALITY_NEUTRAL_H

#include "grader/quality/raw.h"

/*
 * Comments (NOLINT, cppcheck-suppress), diagnostic pragmas, system_header, sanitizer-off attributes
 * and macros that tell whether an analyser looks lose one letter; #line and line markers become
 * blank. Lines and columns stay what they were, and so does what a compiler makes of the file, but
 * for its warnings. Each place is added to the list as "suppression" of tool "grader"; how many is
 * returned. A file without any keeps its own bytes.
 */
size_t neutral_source(const struct source_file *file, struct raw_list *list,
                      struct source_file *out);

#endif
