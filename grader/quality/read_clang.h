/* read_clang.h - the plain lines of clang-tidy and of clang's analyser as raw findings. */
#ifndef GRADER_QUALITY_READ_CLANG_H
#define GRADER_QUALITY_READ_CLANG_H

#include "grader/quality/raw.h"

/*
 * "FILE:LINE:COLUMN: warning: MESSAGE [CHECK]", and the notes behind it as steps. Excerpts of the
 * source in between can only be mistaken for such a line by a candidate who wrote one himself into
 * his own file. Returns how many errors there were.
 */
size_t read_clang(struct str text, const char *tool, struct raw_list *list);

#endif
