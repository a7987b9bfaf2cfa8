/* limits.h - the key `limits` of problem.yaml. Private to grader/catalog. */
#ifndef GRADER_CATALOG_LIMITS_H
#define GRADER_CATALOG_LIMITS_H

#include "grader/catalog/loader.h"

/* The format's "typical system defaults", which are ours, and its defaults for timing. */
struct package_limits limits_default(void);

/* Overwrites what the mapping names. *out_passes gets the node of validation_passes, or is left
 * alone. */
bool limits_read(const struct yml_node *node, struct package_limits *limits,
                 const struct yml_node **out_passes, struct err *err) MUST_CHECK;

/* The same of format legacy; time_limit and time_resolution are taken with a warning. */
struct package_limits limits_default_legacy(void);
bool limits_read_legacy(struct loader *loader, const struct yml_node *node,
                        struct package_limits *limits, struct err *err) MUST_CHECK;

#endif
