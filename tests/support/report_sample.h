/* report_sample.h - judgements and a report that have everything a renderer can meet. */
#ifndef TESTS_SUPPORT_REPORT_SAMPLE_H
#define TESTS_SUPPORT_REPORT_SAMPLE_H

#include "grader/base/arena.h"
#include "grader/model/growth.h"
#include "grader/model/judgement.h"
#include "grader/model/report.h"
#include "grader/model/submission.h"

/*
 * A report built the way the pipeline does it, from judgements through score and disclosure, with
 * rubrics/default.json: strong, slow, wrong, does not compile, hostile bytes everywhere, not
 * graded, not submitted. Fixed: same bytes each time.
 */
void report_sample_make(struct arena *arena, struct report *out);

/* The same candidate a week before: lrucache wrong in one test, ratelimiter right, other growth,
 * runningmedian not yet there, editdistance still there. The report above is compared with it. */
void report_sample_earlier(struct arena *arena, struct report *out);

/*
 * A judgement to change and disclose: id "lrucache", groups sample, secret/1-small, secret/2-edge
 * with two tests each, all accepted. Inputs and answers are files in a temporary folder of the
 * process, which ends with report_sample_clean. Samples have full feedback.
 */
struct judgement *report_sample_judgement(struct arena *arena, const char *input,
                                          const char *answer);
struct submission *report_sample_submission(struct arena *arena, const char *id,
                                            const char *source);
void report_sample_clean(void);

/* What was measured of the slow solution (n^2 where n log n is asked for, with the lines), or of a
 * good one (1 or log n for each operation). */
const struct growth *report_sample_growth(struct arena *arena, bool is_slow);

/* Findings of each kind, measures, and a pass that ran out of time. */
/* One that was found, on a small input of a public generator; the bytes are borrowed. */
struct counterexample *report_sample_counterexample(struct arena *arena, const char *input,
                                                    const char *answer, struct str output);
const struct quality *report_sample_quality(struct arena *arena);

/* The default rubric. */
const struct rubric *report_sample_rubric(struct arena *arena);

#endif
