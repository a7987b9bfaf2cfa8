/* report_random.h - reports full of hostile bytes, and whether two reports are equal. */
#ifndef TESTS_SUPPORT_REPORT_RANDOM_H
#define TESTS_SUPPORT_REPORT_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/model/report.h"

/*
 * Every string random: markup, control bytes, bidirectional controls, malformed UTF-8, long words.
 * utf8_only keeps C strings well-formed (JSON gives those back exactly). Same seed, same report.
 */
void report_random_make(uint64_t seed, bool utf8_only, struct arena *arena, struct report *out);

/* Member by member, through pointers; on a difference prints which and returns false. */
bool report_random_equal(const struct report *a, const struct report *b);

#endif
