/* tools.h - which programs of this machine decide something, and in which version. */
#ifndef GRADER_PIPELINE_TOOLS_H
#define GRADER_PIPELINE_TOOLS_H

#include "grader/model/report.h"
#include "grader/pipeline/means.h"

enum { TOOL_VERSION_MAX = 32 };

/*
 * gcc, clang, clang-tidy and cppcheck, those that are installed. Each is asked once, boxed; its
 * answer is kept in the cache for as long as the program's file stays the same. One that can't be
 * asked has the version "unknown": that is no reason not to grade. In the arena.
 */
void tools_ask(const struct means *means, struct arena *arena, struct report_tool **out,
               size_t *out_count);

/* The first number with a dot in what a tool says of itself, "14.0.6" of "Debian clang version
 * 14.0.6"; false when there is none shorter than TOOL_VERSION_MAX. */
bool tools_version_in(struct str text, struct str *out) MUST_CHECK;

#endif
