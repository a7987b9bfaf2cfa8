/* data.h - data/ of format 2025-09: groups, test cases and their files. Private to grader/catalog.
 */
#ifndef GRADER_CATALOG_DATA_H
#define GRADER_CATALOG_DATA_H

#include "grader/catalog/generators.h"
#include "grader/catalog/loader.h"

/*
 * Fills the package's groups, cases and probes from data/sample, data/secret and its folders,
 * data/invalid_input and the like, together with the tests that are to be made. The package's input
 * validators must be loaded. Test data are not read, only named. ERR_INPUT: half a case, a file
 * that belongs to no case, a made test that is also a file, a group without cases, no secret cases,
 * what the format forbids.
 */
bool data_load(struct loader *loader, struct made_tests *made, struct err *err) MUST_CHECK;

/* Warns of entries of data/ that no format knows. ERR_INPUT: there is no folder data/. */
bool data_check_names(struct loader *loader, struct err *err) MUST_CHECK;

#endif
