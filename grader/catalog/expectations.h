/* expectations.h - submissions.yaml and the defaults of the folders, as rules. Private to
 * grader/catalog. */
#ifndef GRADER_CATALOG_EXPECTATIONS_H
#define GRADER_CATALOG_EXPECTATIONS_H

#include "grader/catalog/glob.h"
#include "grader/catalog/loader.h"

/* What one pattern says of all submissions that it matches. */
struct rule_set {
    struct glob glob;
    const struct yml_node *at; /* the key in submissions.yaml; NULL: a folder's default */
    const char *language;      /* NULL: not said; likewise below */
    const char *entry_point;
    const bool *is_model_solution;
    struct submission_rule **rules; /* the one for all cases first, when there is one */
    size_t count;
    bool matched; /* set by expectations_apply */
};

struct expectations {
    struct rule_set *sets; /* the folders' defaults first, then as in the file */
    size_t count;
};

/* file: submissions.yaml, or NULL. The package's cases must be loaded. */
bool expectations_load(struct loader *loader, const struct entry *file, struct expectations *out,
                       struct err *err) MUST_CHECK;

/*
 * Gives a submission (its sources' name is set) the rules that match it and their sum. ERR_INPUT
 * when no verdict is left that all of them permit.
 */
bool expectations_apply(struct loader *loader, struct expectations *expectations,
                        struct package_submission *submission, struct err *err) MUST_CHECK;

/* Whether the folder has a default or is named by a pattern. */
bool expectations_know(const struct expectations *expectations, const char *folder);

#endif
