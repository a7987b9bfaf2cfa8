/* runner_program.h - one program of the growth corpus, as its header comment describes it. */
#ifndef TESTS_GROWTH_RUNNER_PROGRAM_H
#define TESTS_GROWTH_RUNNER_PROGRAM_H

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/model/growth.h"

/*
 * The header comment of NAME.c, one key a line:
 *
 *   scene: numbers          scenes/NAME.yaml, and its driver when there is one
 *   time: n log n           the class; heap and stack likewise
 *   also: n                 a second class of time that is right (n log log n lies between)
 *   static: 400000          bytes of static data, at least, and at most a kilobyte more
 *   meets: n m              two parameters: expressions that are met, separated by "; "
 *   exceeds: n + m          and those that are not
 *   hottest: 27 1 0.5       the most expensive line; with two parameters its exponents of n and m
 *   suspicious: yes         must be flagged; without it, it must not be
 */
enum { PROGRAM_EXPRESSION_MAX = 8 };

struct specimen {
    const char *folder, *name; /* "one", "merge_sort" */
    const char *path;
    const char *scene;
    bool has_class[GROWTH_RESOURCE_COUNT];
    enum growth_class class[GROWTH_RESOURCE_COUNT];
    bool has_also;
    enum growth_class also;
    unsigned long static_bytes;
    const char *meets[PROGRAM_EXPRESSION_MAX], *exceeds[PROGRAM_EXPRESSION_MAX]; /* NULL-ended */
    unsigned hottest_line;                                                       /* 0: not named */
    double hottest[2];
    bool is_hostile;
};

/* All programs of TREE/tests/growth/FOLDER, by name; strings in the arena. ERR_INPUT: a header that
 * can't be understood. */
bool specimens_read(const char *folder, struct arena *arena, struct specimen **out,
                    size_t *out_count, struct err *err) MUST_CHECK;

#endif
