/* packed.h - a package in a .zip or .kpp file. Private to grader/catalog. */
#ifndef GRADER_CATALOG_PACKED_H
#define GRADER_CATALOG_PACKED_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"

/* Whether a path ends in .zip or .kpp; it may be a folder all the same. */
bool packed_has_name(const char *path);

/* The name of the file without folders and ending: "sum" for "a/sum.zip". In the arena. */
const char *packed_id(const char *path, struct arena *arena);

/*
 * Unpacks the file into a private folder below $TMPDIR or /tmp (mode 0700) that is removed when
 * this process ends, or, when that is killed, by the next one; not when a child of it ends.
 * *out_folder: where problem.yaml is, which is the archive's one folder, or, when the files lie in
 * no folder, one named like the archive. *out_warning: what was tolerated of that; NULL: nothing.
 * ERR_INPUT as of unzip; ERR_FAULT: no room.
 */
bool packed_open(const char *path, struct arena *arena, const char **out_folder,
                 const char **out_warning, struct err *err) MUST_CHECK;

#endif
