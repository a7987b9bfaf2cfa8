/* evidence.h - all that is known of one submission, for the rubric to pay. */
#ifndef GRADER_RUBRIC_EVIDENCE_H
#define GRADER_RUBRIC_EVIDENCE_H

#include <stdbool.h>

#include "grader/model/growth.h"
#include "grader/model/judgement.h"
#include "grader/model/quality.h"

/* Borrowed. What was not looked at is NULL: it costs nothing. */
struct rubric_evidence {
    const struct judgement *judgement; /* never NULL */
    const struct growth *growth;       /* NULL: the package doesn't ask */
    const struct quality *quality;     /* NULL: not inspected */
};

/* What a kind of evidence says for one criterion. */
struct earned {
    bool is_unknown; /* nothing could be measured, for no fault of the candidate: costs nothing */
    double share;    /* of the evidence, 0 … 1 */
    const char *reason; /* public, a sentence or two */
};

#endif
