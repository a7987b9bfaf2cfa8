/* verify_work.h - the pieces of a verification, each with something to say. Private to
 * grader/pipeline. */
#ifndef GRADER_PIPELINE_VERIFY_WORK_H
#define GRADER_PIPELINE_VERIFY_WORK_H

#include "grader/model/judgement.h"
#include "grader/pipeline/prepare.h"
#include "grader/pipeline/verify_part.h"
#include "grader/pipeline/workers.h"

/* What all pieces share; a worker has a copy. */
struct verify_bench {
    const struct means *means;
    struct prepared prepared;    /* its time limit: 0 as long as it is not known */
    struct verify_group *groups; /* the columns: groups that hold cases themselves */
    size_t group_count;
};

/* ---- verify_submission.c ---- */

/*
 * Judges the submission of this index and compares. While the time limit is not known it runs under
 * a very long one: that is for submissions which must not be too slow, so that theirs is found.
 * ERR_FAULT only; what the package is to blame for is a finding.
 */
bool verify_submission(const struct verify_bench *bench, size_t index,
                       const struct worker_voice *voice, struct part *part,
                       struct err *err) MUST_CHECK;

/* Findings of a judgement that is not what the submission's rules and its tag say. Pure. */
void verify_rules(const struct package_submission *submission, const struct judgement *judgement,
                  struct part *part);

/* limit × time_limit_to_tle. */
uint64_t verify_high_us(const struct package *package, uint64_t limit_us);

/* What is expected of a submission, in words: "AC", "WA", "TLE/RTE", "any"; that one which must
 * fail somewhere may also pass goes without saying. */
const char *verify_expected(const struct package_submission *submission, struct arena *arena);

/* ---- verify_inputs.c, verify_outputs.c ---- */

/* Builds the input validators; they must accept all inputs, and refuse invalid ones and junk. */
bool verify_inputs(const struct verify_bench *bench, struct part *part, struct err *err) MUST_CHECK;

/* The output validator on the answers, on outputs that the package names, and on junk. */
bool verify_outputs(const struct verify_bench *bench, struct part *part,
                    struct err *err) MUST_CHECK;

/* ---- verify_growth.c ---- */

/*
 * Where there is a growth.yaml: an accepted submission meets it, and one that must be too slow does
 * not. `plain` is the executable that was judged. Sets the growth of the part's submission.
 */
void verify_growth(const struct verify_bench *bench, const struct package_submission *submission,
                   const struct judgement *judgement, int plain, struct part *part);

/* ---- verify_margins.c ---- */

/* Who bounds the time limit, and whether it keeps the distance that the package asks for. Pure. */
void verify_margins(struct verification *verification, struct part *part);

/* ---- verify_data.c ---- */

/* Test cases, groups, statement, includes: what needs no program to run. */
bool verify_data(const struct verify_bench *bench, struct part *part, struct err *err) MUST_CHECK;

/*
 * What bounds the time limit: CPU time. But a run that the wall clock ended before its CPU time
 * passed end_us was waiting, as both sides of a dialogue do after a missing flush; it would wait
 * for ever, so its wall time counts.
 */
uint64_t verify_needed_us(const struct case_result *c, uint64_t end_us);

#endif
