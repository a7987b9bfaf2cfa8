/* metadata.h - problem.yaml of format 2025-09: every key with its type. Private to grader/catalog.
 */
#ifndef GRADER_CATALOG_METADATA_H
#define GRADER_CATALOG_METADATA_H

#include "grader/catalog/loader.h"

/* What problem.yaml says and other parts must check. In the loader's arena. */
struct metadata {
    struct loader *loader;
    const struct yml_node *name_node;
    const char **name_languages; /* sorted as in the file; "en" for a plain name */
    size_t name_language_count;
    const char *license;
    bool has_rights_owner, has_authors, has_source;
    const struct yml_node *rights_owner_node, *passes_node;
};

/*
 * Fills the package's name, uuid, kinds, limits and allow_file_writing and the loader's constants
 * from the root of problem.yaml. ERR_INPUT with line and column: an unknown key, a wrong type, a
 * missing required key, values that exclude each other.
 */
bool metadata_load(struct loader *loader, const struct yml_node *root, struct metadata *out,
                   struct err *err) MUST_CHECK;

/* Values that the older formats have as well. ERR_INPUT with line and column. */
bool metadata_read_uuid(const struct yml_node *value, const char **out, struct err *err) MUST_CHECK;
bool metadata_read_license(const struct yml_node *value, const char **out,
                           struct err *err) MUST_CHECK;

#endif
