/* layout.h - which files are laid before the compiler, under which names. */
#ifndef GRADER_BUILD_LAYOUT_H
#define GRADER_BUILD_LAYOUT_H

#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/package.h"
#include "grader/model/source.h"

/* Names of our own in the folder; no source's path may begin with the prefix. */
#define LAYOUT_RESERVED ".grader-"
#define LAYOUT_PROGRAM  LAYOUT_RESERVED "program"
#define LAYOUT_STARTER  LAYOUT_RESERVED "starter.o"

/* True for a file that is compiled or, in Python, run or imported. */
bool layout_is_source(enum program_kind kind, const char *path);

struct layout {
    struct source_file *files; /* in the arena; paths and bytes are those of the sets */
    size_t count;
    const char **compiled; /* paths of the source files as the compiler is to be given them */
    size_t compiled_count;
};

/*
 * Sources first, then include over them; include may be NULL. Left out silently, for they could
 * only be there to trick the compiler: sources that an include overwrites, that are a folder where
 * an include is a file or the reverse, that use a reserved name, and precompiled headers
 * (NAME.gch). starter: an object file laid under LAYOUT_STARTER, length 0: none. ERR_FAULT when a
 * path is not one that grader/model/source.h promises. The kind says what is a source file.
 */
bool layout_make(enum program_kind kind, const struct source_set *sources,
                 const struct source_set *include, struct str starter, struct arena *arena,
                 struct layout *out, struct err *err) MUST_CHECK;

#endif
