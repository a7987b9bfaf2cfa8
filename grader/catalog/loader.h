/* loader.h - what the parts of the catalog share while one package is loaded. Private to
 * grader/catalog. */
#ifndef GRADER_CATALOG_LOADER_H
#define GRADER_CATALOG_LOADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/model/package.h"
#include "grader/text/yaml.h"

/* A constant of problem.yaml: {{name}} in sources and in test_group.yaml becomes the value. */
struct constant {
    const char *name, *value;
};

/*
 * A *place* is a path below the package's folder, with '/' and without a leading one; "" is the
 * folder itself. Messages show places, never whole paths.
 */
struct loader {
    struct package *package; /* being filled */
    struct arena *arena;     /* of everything that is put in there */
    const char *root;        /* real path of the package's folder */
    struct constant *constants;
    size_t constant_count;
    size_t warning_capacity;
    size_t source_bytes; /* read so far, against SOURCE_TOTAL_MAX */
};

enum {
    LOADER_ENTRY_MAX = 50000, /* a folder's entries */
    LOADER_WARNING_MAX = 100, /* more are counted in one last line */
    LOADER_DEPTH_MAX = 8,     /* folders in folders below one part of the package */
    CONSTANT_NAME_MAX = 128,  /* bytes */
};

/* Something that is tolerated, told once. The text names a place. */
void loader_warn(struct loader *loader, const char *format, ...) PRINTF_LIKE(2, 3);

/* The same with "FILE:LINE: " in front. */
void loader_warn_at(struct loader *loader, const struct yml_node *node, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* ^[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,254}$ */
bool loader_name_is_good(const char *name);

struct entry {
    const char *name;
    const char *place;
    const char *path; /* absolute */
    bool is_folder;   /* else it is a regular file */
    bool is_executable;
};

struct listing {
    bool exists; /* false: there is no such folder; then count is 0 */
    struct entry *entries;
    size_t count;
};

/*
 * The entries of a folder, sorted by name as bytes. Names that break the format's rule are left out
 * as if they were not there: silently when they begin with a dot, else with a warning. A symbolic
 * link counts as what it leads to. ERR_INPUT: a link that leaves the package or leads nowhere, an
 * entry that is neither a file nor a folder, a place that is no folder, no permission, too many.
 */
bool loader_list(struct loader *loader, const char *place, struct listing *out,
                 struct err *err) MUST_CHECK;

/* NULL when there is none of that name. */
const struct entry *listing_find(const struct listing *listing, const char *name);

/* Reads a file as a whole, in the arena; messages name its place. ERR_INPUT: it cannot be read or
 * is larger than the ceiling. */
bool loader_read(struct loader *loader, const struct entry *file, size_t ceiling, struct str *out,
                 struct err *err) MUST_CHECK;

/* Reads a YAML file of the package; `constants` are put in first when wanted. */
bool loader_yaml(struct loader *loader, const struct entry *file, bool with_constants,
                 struct yml_node **out, struct err *err) MUST_CHECK;

/* "place/name", or "name" in the package's folder itself. In the arena. */
const char *loader_join(struct loader *loader, const char *place, const char *name);

/* Puts the values of constants for {{name}}; returns text itself when there is nothing to put. */
struct str loader_put_constants(struct loader *loader, struct str text);

#endif
