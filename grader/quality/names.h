/* names.h - numbers that have no name, and names that say nothing. */
#ifndef GRADER_QUALITY_NAMES_H
#define GRADER_QUALITY_NAMES_H

#include "grader/code/unit.h"

/* A name of one letter may live so many lines; one that lives longer should say what it is. */
enum { NAMES_NUMBERS_MAX = 64, NAMES_SHORT_LINES = 40 };

struct names_place {
    size_t file;
    unsigned line, column;
};

struct names {
    struct names_number {
        long value;
        struct names_place first; /* where it stands first */
    } numbers[NAMES_NUMBERS_MAX]; /* different ones, in the order of the text; more are left out */
    size_t number_count;
    struct names_short {
        const char *name, *function;
        struct names_place at; /* of its declaration */
        unsigned last_line;
    } longest; /* the name of one letter that lives longest; name NULL: none lives too long */
};

/*
 * Adds what one function has, in the order of the text. Advice only, so with the benefit of the
 * doubt. A number is noticed when a value is compared with it, set to it or changed by it, or as a
 * case; not in an initialiser, a size, an index, a shift, or where a call's result is compared.
 * 0 to 2, powers of two and of ten, and numbers that everybody knows (9, 24, 26, 60, 127, 255) need
 * no name; nor does one below ten in an inequality. Of names of one letter i, j, k, n, m, x, y, a,
 * b and c are as good as words.
 */
void names_read(const struct unit *unit, const struct unit_node *function, size_t file,
                struct names *names);

#endif
