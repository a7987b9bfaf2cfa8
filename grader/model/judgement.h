/* judgement.h - everything known about one submission's tests; holds hidden data, so only
 * grader/report may publish it. */
#ifndef GRADER_MODEL_JUDGEMENT_H
#define GRADER_MODEL_JUDGEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/model/package.h"

struct diagnostic {
    const char *file;      /* "" when it belongs to no file */
    unsigned line, column; /* from 1; 0: none */
    const char *kind;      /* "error", "warning", "fatal error", "note" */
    const char *message;
};

struct compile_result {
    bool ok;
    enum verdict verdict; /* VERDICT_ACCEPTED or VERDICT_COMPILE_ERROR */
    const char *cause;    /* in words, when not ok */
    uint64_t cpu_us, wall_us;
    struct str log; /* the compiler's own lines, cut at a ceiling; hostile bytes */
    struct diagnostic *diagnostics;
    size_t diagnostic_count;
};

/* Where the team's output first differs from the answer; byte offsets, lines and columns from 1. */
struct difference {
    bool known;
    size_t output_offset, answer_offset;
    unsigned output_line, answer_line;
};

/* A picture that a validator drew: bytes of a stranger, known only to begin like one. */
struct feedback_image {
    const char *ending; /* "png", "jpg", "jpeg" or "svg"; NULL: there is none */
    struct str bytes;
};

struct case_result {
    const struct test_case *test;
    enum verdict verdict;
    const char *cause; /* in words and free of test data: may be shown even for hidden tests */
    const char *judge_message; /* of the validator; may hold test data; NULL: none */
    const char *team_message;  /* of a custom validator for the team; NULL: none */
    uint64_t cpu_us, wall_us, memory_bytes, output_bytes;
    bool is_cut_off;  /* a limit ended the run: its figures are what it had used by then */
    unsigned repeats; /* runs it took; 1 normally */
    uint64_t least_cpu_us, most_cpu_us; /* of the repeats */
    bool is_borderline; /* near the time limit: its verdict is that of most repeats */
    unsigned passes;    /* of a multi-pass problem, in the run that counts; else 1 */
    struct feedback_image judge_image, team_image;
    bool white_space_differs; /* accepted, but its white space is not that of the answer */
    double score;             /* scoring packages; else 1 or 0 */
    struct str output; /* first bytes of what the program printed; only kept for a failed case */
    bool output_is_cut;
    struct difference difference;
};

/* The static validator's word on a group's share of the sources (2025-09). */
struct static_result {
    const struct test_group *group;
    enum verdict verdict; /* AC, WA, JE; VERDICT_NONE when it did not run */
    const char *cause;
    const char *judge_message, *team_message; /* NULL: none */
    double score;
};

struct group_result {
    const struct test_group *group;
    enum verdict verdict; /* of its first failing case; VERDICT_NONE when nothing ran */
    double score;
    size_t case_count, accepted_count, judged_count; /* of test cases, not of static validation */
};

struct judgement {
    const struct package *package;
    struct compile_result compile;
    enum verdict verdict; /* of the first failing case in order, or CE */
    const char *cause;
    double score, max_score;
    uint64_t time_limit_us; /* the one applied */
    uint64_t kill_us;       /* where runs are cut off: the hard limit above it */
    bool time_limit_is_measured;
    bool borderline;
    struct case_result *cases; /* one a case of the package, in its order */
    size_t case_count;
    struct static_result *statics; /* one a group that asks for it, in their order */
    size_t static_count;
    struct group_result *groups; /* one a group of the package, in its order */
    size_t group_count;
    const char *const *protection; /* names of the layers that were active, NULL at the end */
};

#endif
