/* statement.h - the statements of a package: which languages, which files. Private to
 * grader/catalog. */
#ifndef GRADER_CATALOG_STATEMENT_H
#define GRADER_CATALOG_STATEMENT_H

#include "grader/catalog/loader.h"
#include "grader/catalog/metadata.h"

/*
 * Fills the package's statements from the folder `place`; in the older formats `problem.tex`
 * without a language is English. A statement is read by people only, so what is wrong with it is a
 * warning. metadata: whose names must be in the statements' languages; NULL: not compared.
 */
bool statement_load(struct loader *loader, const char *place, const struct metadata *metadata,
                    struct err *err) MUST_CHECK;

#endif
