/* verdict.h - what can be said of a run, a test case, a group or a submission. */
#ifndef GRADER_MODEL_VERDICT_H
#define GRADER_MODEL_VERDICT_H

#include <stdbool.h>

/* The order is that of severity within one test case only by accident: rank verdicts with nothing
 * but the first failing case. */
enum verdict {
    VERDICT_NONE, /* not judged: an earlier failure stopped the group, or a required group did not
                     pass */
    VERDICT_ACCEPTED,
    VERDICT_WRONG_ANSWER,
    VERDICT_TIME_LIMIT,
    VERDICT_MEMORY_LIMIT,
    VERDICT_OUTPUT_LIMIT,
    VERDICT_RUN_ERROR,
    VERDICT_FORBIDDEN_CALL,
    VERDICT_COMPILE_ERROR,
    VERDICT_JUDGE_ERROR, /* a fault of the package (its validator), never of the submission */
    VERDICT_COUNT
};

/* "AC", "WA", "TLE", "MLE", "OLE", "RTE", "SV", "CE", "JE"; "-" for VERDICT_NONE. */
const char *verdict_code(enum verdict verdict);
/* "accepted", "wrong answer", … in lower case. */
const char *verdict_phrase(enum verdict verdict);
/* The translation of ICPC's CCS specification to its five: AC WA TLE RTE CE; JE and "-" stay. */
const char *verdict_big5(enum verdict verdict);
/* False when the code is unknown. */
bool verdict_parse(const char *code, enum verdict *out);
/* The submission had its say: neither VERDICT_NONE nor VERDICT_JUDGE_ERROR. */
bool verdict_is_final(enum verdict verdict);

#endif
