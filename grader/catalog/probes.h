/* probes.h - data/invalid_input, invalid_output and valid_output. Private to grader/catalog. */
#ifndef GRADER_CATALOG_PROBES_H
#define GRADER_CATALOG_PROBES_H

#include "grader/catalog/loader.h"

/*
 * Fills the package's probes. Outputs are of no use to an interactive problem and are left out with
 * a warning. ERR_INPUT as for test cases.
 */
bool probes_load(struct loader *loader, struct err *err) MUST_CHECK;

#endif
