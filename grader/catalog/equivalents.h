/* equivalents.h - faults.yaml, our own addition: faults of the reference that no test can notice.
 * Private to grader/catalog. */
#ifndef GRADER_CATALOG_EQUIVALENTS_H
#define GRADER_CATALOG_EQUIVALENTS_H

#include "grader/catalog/loader.h"

/*
 *   - file: reference.c                      in the model solution's folder, or its one file
 *     line: "while (size > least)"           the source line without the blanks around it
 *     change: "`>` → `>=`"                   as `grader verify --faults` writes it
 *     reason: "size is never equal to least here: it is a power of two and least is not."
 *
 * Fills package->equivalents; no such file: none. ERR_INPUT with line and column: an unknown or
 * missing key, an empty text.
 */
bool equivalents_load(struct loader *loader, struct err *err) MUST_CHECK;

enum { EQUIVALENTS_MAX = 1000 };

#endif
