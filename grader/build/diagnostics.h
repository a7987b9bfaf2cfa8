/* diagnostics.h - what gcc and ld printed, as data, and the cause of a failure in words. */
#ifndef GRADER_BUILD_DIAGNOSTICS_H
#define GRADER_BUILD_DIAGNOSTICS_H

#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"
#include "grader/model/judgement.h"
#include "grader/model/source.h"

enum { DIAGNOSTICS_MAX = 100, DIAGNOSTIC_TEXT_MAX = 1024 };

/* The files that were laid: only their names are believed to be names of files. */
struct known_files {
    const struct source_file *files;
    size_t count;
};

struct diagnostics {
    struct diagnostic *list; /* in the arena, in the order of the log */
    size_t count;
};

/*
 * Reads plain lines `FILE:LINE:COLUMN: KIND: MESSAGE` and the linker's `undefined reference` and
 * `multiple definition`; all other lines are passed over. Errors have precedence when there are
 * more than DIAGNOSTICS_MAX. The log is hostile: #line chooses file names, #error chooses messages.
 * A name that is no known file gives file "" and line 0; messages become UTF-8 without NULs, cut at
 * DIAGNOSTIC_TEXT_MAX.
 */
void diagnostics_read(struct str log, struct known_files known, struct arena *arena,
                      struct diagnostics *out);

/*
 * Why the compiler, which ended by itself, refused the source; in words, in the arena. include may
 * be NULL. NULL when no error has a place in a known file and no limit was met: then
 * the toolchain itself may be broken.
 */
const char *diagnostics_cause(const struct diagnostics *diagnostics, struct str log,
                              const struct source_set *include, struct arena *arena);

#endif
