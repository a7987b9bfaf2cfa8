/* width.h - how many columns of a terminal a code point takes. */
#ifndef GRADER_TEXT_WIDTH_H
#define GRADER_TEXT_WIDTH_H

#include <stdbool.h>

/*
 * 0 for a combining mark, 2 for wide characters (Chinese, Japanese, Korean, most emoji), else 1.
 * Tables of Unicode 14, so that no locale changes a report; what a control character takes is the
 * caller's to say (escape.h spells it).
 */
unsigned width_of_rune(long rune);

#endif
