/* rubric_score.h - what a rubric pays for one judgement, with a reason for every point. */
#ifndef GRADER_RUBRIC_RUBRIC_SCORE_H
#define GRADER_RUBRIC_RUBRIC_SCORE_H

#include "grader/base/arena.h"
#include "grader/model/report.h"
#include "grader/model/rubric.h"
#include "grader/rubric/evidence.h"

/*
 * Pure: the same rubric and evidence give the same score. Everything in it lives in the arena or
 * is borrowed from the rubric.
 *
 *   all tests     1 when the verdict is AC, else 0
 *   test groups   the share is score / max_score of a scoring package, else the
 *                 share of the secret groups (those that hold tests themselves) in which every test
 *                 was accepted. An unbounded score has no share: it pays as "all tests".
 *
 *   samples       the share of the samples that pass; 1 when the problem has none
 *   compile       1 when it compiles, else 0
 *   growth        see pay_growth.h
 *   quality       see pay_quality.h
 *
 * The share of the evidence becomes a share of the weight by the criterion's scale, and then no
 * more than its caps allow. The problem's own weights and bar (rubric->adjustments) are in force.
 *
 * A criterion not in force, or whose evidence is unknown for no fault of the candidate, has level
 * "", points 0, its weight as max_points and a reason that says so; it counts in neither sum.
 * Rounding: grader/model/points.h.
 *
 * Reasons are public: they hold counts, verdicts and names of groups, nothing else of a judgement.
 * A judgement with VERDICT_JUDGE_ERROR is our fault and must not be scored (asserted).
 */
void rubric_score(const struct rubric *rubric, const struct rubric_evidence *evidence,
                  struct arena *arena, struct report_score *out);

#endif
