/* expected_tag.h - DOMjudge's @EXPECTED_RESULTS@ in the source of an example submission. */
#ifndef GRADER_CATALOG_EXPECTED_TAG_H
#define GRADER_CATALOG_EXPECTED_TAG_H

#include <stdbool.h>

#include "grader/model/source.h"
#include "grader/model/verdict.h"

struct expected_tag {
    bool found;
    bool is_anything;              /* CHECK-MANUALLY: whatever it gives, a person looks */
    bool permitted[VERDICT_COUNT]; /* of the submission as a whole: any of them */
    char words[128];               /* as written, cut: "CORRECT, TIMELIMIT" */
    char unknown[64];              /* the first word that is none, cut; "": all are known */
};

/*
 * Looks for "@EXPECTED_RESULTS@: WORD, WORD…" in all files of a submission; the first one holds.
 * Words are those of DOMjudge, with the names that it takes for the same: CORRECT or ACCEPTED,
 * WRONG-ANSWER, TIMELIMIT or TIME_LIMIT_EXCEEDED, RUN-ERROR or RUN_TIME_ERROR, MEMORY-LIMIT,
 * OUTPUT-LIMIT, NO-OUTPUT, COMPILER-ERROR, CHECK-MANUALLY; '-' and '_' are the same.
 */
void expected_tag_read(const struct source_set *sources, struct expected_tag *out);

#endif
