/* public_tests.h - the tests that anybody can make: samples, and twins of the hidden ones. */
#ifndef GRADER_PIPELINE_PUBLIC_TESTS_H
#define GRADER_PIPELINE_PUBLIC_TESTS_H

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/model/package.h"
#include "grader/pipeline/means.h"

/*
 * Most hidden tests are calls of seeded generators, seeds from a key. The same calls with the
 * public practice key make twins of them, of the same shape and size, that anybody with the package
 * can make. Where the practice key is in force they are the tests themselves; where a secret key
 * is, nothing in them follows from it. So whatever a program does on them may be told in full: line
 * numbers of errors, which lines ran. Hidden tests that are files have no twins and are not among
 * these.
 */
struct public_test {
    const char *name; /* of the case: "sample/1", "secret/2-random/07" */
    const char *path; /* of its input */
    uint64_t bytes;   /* of its input */
};

struct public_tests {
    struct public_test *at; /* the smallest input first, equal ones by name */
    size_t count;
    const char *incomplete; /* why the twins are missing; NULL: they are there */
    bool are_most;          /* half of the hidden tests or more have twins here */
};

/*
 * The public tests of a package whose submission reads standard input and is told nothing else:
 * none of an interactive, multi-pass or submit-answer problem, and none that brings arguments or
 * files. Twins come from the cache, or are made into it: with the practice key they are the made
 * tests. That they can't be made is `incomplete`, in words. The package may be unprepared and stays
 * as it is. Everything in *out is in the arena.
 */
void public_tests_find(const struct means *means, const struct package *package,
                       struct arena *arena, struct public_tests *out);

#endif
