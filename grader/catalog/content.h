/* content.h - a package's name by content. */
#ifndef GRADER_CATALOG_CONTENT_H
#define GRADER_CATALOG_CONTENT_H

#include "grader/base/hash.h"
#include "grader/catalog/loader.h"

/*
 * Sets the loaded package's content_hash over every byte that decides tests and judging:
 * problem.yaml, data/sample, data/secret, include, validators, generators with their list. Not the
 * statement, not the submissions. ERR_INPUT: something unreadable. For the loader alone.
 */
bool content_hash(struct loader *loader, struct err *err) MUST_CHECK;

/* Name, paths and bytes of a program's files. */
void content_hash_sources(struct hash *hash, const struct source_set *set);

#endif
