/* format.h - the versions of the package format, one loader each. Private to grader/catalog. */
#ifndef GRADER_CATALOG_FORMAT_H
#define GRADER_CATALOG_FORMAT_H

#include "grader/catalog/loader.h"

/*
 * Strict where the specification is: unknown keys, names, encodings, what excludes what. What real
 * packages need beyond it is taken with a warning; the list of all that is in the help of `grader
 * problems` and nowhere else.
 *
 * A loader gets the root of problem.yaml and fills loader->package, of which id, path and format
 * are set.
 */
struct format {
    const char *version; /* problem_format_version */
    bool (*load)(struct loader *loader, const struct yml_node *root, struct err *err);
};

/* Also legacy-icpc, which is the same without scores. */
bool format_load_legacy(struct loader *loader, const struct yml_node *root,
                        struct err *err) MUST_CHECK;
bool format_load_draft(struct loader *loader, const struct yml_node *root,
                       struct err *err) MUST_CHECK;
bool format_load_2025_09(struct loader *loader, const struct yml_node *root,
                         struct err *err) MUST_CHECK;

#endif
