/* testdata.h - testdata.yaml of the older formats. Private to grader/catalog. */
#ifndef GRADER_CATALOG_TESTDATA_H
#define GRADER_CATALOG_TESTDATA_H

#include "grader/catalog/loader.h"
#include "grader/catalog/settings.h"

/* What holds where nothing is said. */
struct grader_settings testdata_default(void);

/*
 * Reads a testdata.yaml over what the group inherited: group->grader and *settings. before: words
 * that stand in front of every output validator's own. ERR_INPUT with line and column.
 */
bool testdata_read(struct loader *loader, const struct entry *file, struct word_list before,
                   struct test_group *group, struct settings *settings, struct err *err) MUST_CHECK;

/* The keys that testdata.yaml shares with `grading` of an old problem.yaml; every reader's ctx is
 * a struct grader_settings. */
bool testdata_read_score(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err) MUST_CHECK;
bool testdata_read_range(const struct yml_key *key, const struct yml_node *value, void *ctx,
                         struct err *err) MUST_CHECK;

/* Words between white space; in the arena. */
struct word_list testdata_split(struct arena *arena, const char *text);

#endif
