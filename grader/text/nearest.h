/* nearest.h - the known word that somebody probably meant. */
#ifndef GRADER_TEXT_NEAREST_H
#define GRADER_TEXT_NEAREST_H

#include <stddef.h>

/* Longer words than this are never near to anything; bytes. */
enum { NEAREST_WORD_MAX = 64 };

/*
 * The fewest insertions, deletions, replacements and swaps of neighbours that turn a into b
 * (optimal string alignment distance), or SIZE_MAX when one is longer than NEAREST_WORD_MAX.
 */
size_t nearest_distance(const char *a, const char *b);

/* The index of the nearest of `known`, or SIZE_MAX when none is within a third of the word's length
 * (at least one change). The first of equals. */
size_t nearest_index(const char *word, const char *const *known, size_t count);

#endif
