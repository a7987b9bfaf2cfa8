/* metadata_legacy.h - problem.yaml of format legacy. Private to grader/catalog. */
#ifndef GRADER_CATALOG_METADATA_LEGACY_H
#define GRADER_CATALOG_METADATA_LEGACY_H

#include "grader/catalog/loader.h"

/* What problem.yaml says and other parts need. In the loader's arena. */
struct legacy_metadata {
    struct loader *loader;
    bool is_custom; /* validation: custom */
    const struct yml_node *validation, *grading, *source_url, *rights_owner;
    struct word_list validator_flags;
    struct grader_settings root; /* of data/, from `grading` of the oldest packages */
    const char *license;
    bool has_author, has_source;
    bool validation_scores;
};

/*
 * Fills the package's name, uuid, kinds, limits and flags from the root of problem.yaml.
 *
 * Tolerated, each with a warning: `libraries`, `languages`, `limits.time_limit` and
 * `time_resolution`; accept_score, reject_score, range and on_reject in `grading`; a name by
 * language; words where a string should be a quoted number; yes and no for true and false; a
 * sequence of keywords; `multi-pass` in `validation`. A key without a value counts as not given.
 * ERR_INPUT with line and column: any other unknown key, a wrong type, values that exclude each
 * other; in legacy-icpc anything about scores.
 */
bool metadata_legacy_load(struct loader *loader, const struct yml_node *root,
                          struct legacy_metadata *out, struct err *err) MUST_CHECK;

#endif
