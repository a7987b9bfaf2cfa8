/* credits.h - people and sources of problem.yaml: checked, not kept. Private to grader/catalog. */
#ifndef GRADER_CATALOG_CREDITS_H
#define GRADER_CATALOG_CREDITS_H

#include "grader/catalog/loader.h"

/* *out_has_authors: somebody owns the rights by having written the problem. */
bool credits_check(const struct yml_node *node, bool *out_has_authors, struct err *err) MUST_CHECK;

/* One person or a sequence of persons that is not empty. */
bool credits_check_persons(const struct yml_node *node, struct err *err) MUST_CHECK;

/* The key `source`: a name, a mapping of name and url, or a sequence of them. */
bool credits_check_source(const struct yml_node *node, struct err *err) MUST_CHECK;

#endif
