/* generators.h - generators/tests.yaml, our own addition: tests that are made when a package is
 * graded. Private to grader/catalog. */
#ifndef GRADER_CATALOG_GENERATORS_H
#define GRADER_CATALOG_GENERATORS_H

#include "grader/catalog/loader.h"

/*
 *   secret/2-random:                             a group below data/
 *     small-01: "ops random 50 10 {seed}"        a test's name and the call that prints its input
 *     small-02:
 *       call: "ops hot 50 1 {seed}"
 *       hint: "Capacity 1: every new key evicts."
 *
 * The first word of a call is a program, generators/ops.c or the folder generators/ops/; the others
 * are its arguments. {seed} becomes a number that follows from the key, the package and the test.
 */
struct made_test {
    const char *name; /* "small-01" */
    const struct generator_call *call;
    const char *hint, *description; /* NULL: none */
    const struct yml_node *at;      /* the name in the file */
};

struct made_group {
    const char *name;          /* "secret/2-random" */
    const struct yml_node *at; /* the name in the file */
    struct made_test *tests;
    size_t count;
    bool is_used; /* set by whoever loads the group of this name */
};

struct made_tests {
    struct made_group *groups;
    size_t count;
};

enum {
    MADE_WORD_MAX = 64,    /* of a call */
    MADE_TEST_MAX = 10000, /* of a package */
};

/*
 * Loads tests.yaml, and, when it is there, the package's generators: each .c file and each folder
 * with a .c file; other files belong to other systems and are ignored. ERR_INPUT with line and
 * column: an unknown program, a bad name or group, an unknown {word}.
 */
bool generators_load(struct loader *loader, struct made_tests *out, struct err *err) MUST_CHECK;

/* Marks the group as used; NULL when nothing is made for it. */
struct made_group *made_find(struct made_tests *made, const char *group);

/* After all groups are loaded: one that nobody used does not exist below data/. */
bool made_check_used(const struct made_tests *made, const struct package *package,
                     struct err *err) MUST_CHECK;

#endif
