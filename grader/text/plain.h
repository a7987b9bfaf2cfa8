/* plain.h - strangers' bytes as text: well-formed UTF-8 without NULs. */
#ifndef GRADER_TEXT_PLAIN_H
#define GRADER_TEXT_PLAIN_H

#include "grader/base/arena.h"
#include "grader/base/str.h"

/*
 * A C string in the arena from at most ceiling bytes of `bytes`, cut between code points: every
 * NUL and every malformed byte becomes U+FFFD, so the result has at most 3 * ceiling bytes. Other
 * control characters stay: the renderer of a format escapes what its format can't hold.
 */
char *plain_text(struct arena *arena, struct str bytes, size_t ceiling);

#endif
