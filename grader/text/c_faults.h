/* c_faults.h - small faults that a programmer might have made in a C text, one by one. */
#ifndef GRADER_TEXT_C_FAULTS_H
#define GRADER_TEXT_C_FAULTS_H

#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"

/*
 * The mutation operators: those of Mothra (DeMillo and others, 1988) which Offutt and others found
 * to be sufficient (1996: relations, arithmetic, logic, statement deletion), and the faults that C
 * programmers make besides: off by one in a constant or an index, the wrong jump, a type that is
 * too narrow.
 */
enum c_fault_kind {
    C_FAULT_RELATION,   /* < and <=, > and >=, == and != */
    C_FAULT_ARITHMETIC, /* + and -, * and /, % to /, << and >>, & and |, ^ to |, binary ones only */
    C_FAULT_ASSIGNMENT, /* += and -=, *= and /=, &= and |=, <<= and >>=, ++ and -- */
    C_FAULT_LOGIC,      /* && and || */
    C_FAULT_NEGATION,   /* of the condition of an if or a while */
    C_FAULT_CONSTANT,   /* a decimal integer and its neighbours, true and false */
    C_FAULT_INDEX,      /* [i] to [i + 1] and [i - 1] */
    C_FAULT_JUMP,       /* break and continue */
    C_FAULT_DELETION,   /* of a statement that is an expression */
    C_FAULT_TYPE,       /* int64_t to int32_t, long to int, int to short … */
    C_FAULT_KIND_COUNT
};

/* One change of one place. */
struct c_fault {
    enum c_fault_kind kind;
    size_t at, length;     /* bytes of the source that are replaced */
    const char *by;        /* in the arena */
    unsigned line, column; /* of the first of them, from 1 */
    const char *words;     /* "`<` → `<=`", "`size++;` deleted"; in the arena */
};

struct c_faults {
    struct c_fault *list; /* in the arena, by place, then by kind */
    size_t count, capacity;
};

enum { C_FAULTS_MAX = 100000 };

/*
 * All that can be made of one text. Left out is what no test of outputs can notice by its nature:
 * free() deleted, assertions and what they say, arrays declared larger. Some do not compile; that
 * is for the compiler to say. No change has a newline more or less.
 */
void c_faults_find(struct str source, struct arena *arena, struct c_faults *out);

/* The text with that one fault; a NUL behind it, in the arena. */
struct str c_fault_apply(struct str source, const struct c_fault *fault, struct arena *arena);

/*
 * Chooses at most `most` of the faults: as many of each kind as of the others while there are any,
 * and those of a kind spread evenly over the text. The same faults, the same choice. Fills `chosen`
 * (room for `most`) with indices in rising order and returns how many.
 */
size_t c_faults_choose(const struct c_fault *faults, size_t count, size_t most, size_t *chosen);

#endif
