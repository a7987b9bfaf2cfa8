/* tree.h - data/ of the older formats: groups in groups. Private to grader/catalog. */
#ifndef GRADER_CATALOG_TREE_H
#define GRADER_CATALOG_TREE_H

#include "grader/catalog/cases.h"
#include "grader/catalog/loader.h"

struct tree_rules {
    const struct case_rules *cases;
    struct word_list output_args;       /* problem.yaml's validator_flags, in front of all others */
    const struct grader_settings *root; /* what holds at the root when nothing is said there */
};

/*
 * Fills the package's root, groups, cases and, where the format has them, probes. Programs must be
 * loaded. A group without cases is a warning. ERR_INPUT: half a case, no secret cases, too deep, a
 * wrong testdata.yaml.
 */
bool tree_load(struct loader *loader, const struct tree_rules *rules, struct err *err) MUST_CHECK;

#endif
