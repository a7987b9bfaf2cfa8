/* disclose.h - the one place where facts of a judgement become public. */
#ifndef GRADER_REPORT_DISCLOSE_H
#define GRADER_REPORT_DISCLOSE_H

#include <stdbool.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/counterexample.h"
#include "grader/model/growth.h"
#include "grader/model/judgement.h"
#include "grader/model/quality.h"
#include "grader/model/report.h"
#include "grader/model/rubric.h"
#include "grader/model/submission.h"

/*
 * The leak budget (DESIGN, trust, 4). A test is OPEN when its author shares it (full_feedback) and
 * it is a sample or was failed: the format shares a test "only after failing on" it. All other
 * tests are HIDDEN.
 *
 *   of each test          open                           hidden
 *   name, group, verdict  yes                            yes: names are the author's, chosen to be
 *                                                        seen by candidates
 *   cause                 yes                            its words; numbers become "N"
 *   hint                  when failed                    when failed
 *   CPU, wall, memory     yes, but of a limit that was   when passed, rounded up to a power of two
 *                         passed only "over the limit"   (ms, MiB); else nothing
 *   runs it took          yes                            yes; near the limit also the spread of
 *                                                        CPU times, in 5 % of the limit
 *   white space differs   yes                            only that some test's does
 *   output bytes          yes                            no: they give the answer's length away
 *   input, answer, output when failed, cut; the author's no
 *                         .statement and .out files in
 *                         their place; of a problem that
 *                         talks only .interaction and
 *                         the output
 *   team message          when failed                    no: a validator may put test data in it
 *   judge message         default validator's, if failed no
 *   description           no: for judges only            no
 *
 * Of static validation: verdict and the first line of its team message, for it sees no test.
 *
 * Rounding and "N" are there because a program chooses these facts itself: an exit status, the size
 * of a refused allocation, CPU time or spent memory could each carry bytes of a hidden input out.
 * What is left is a few bits a test and a push (the verdict, a signal's or a call's name, a power
 * of two), which no feedback can avoid.
 *
 * Of a compile: diagnostics in the candidate's own files, in the package's headers (which the
 * candidate is given), in the system's, and the linker's in full; of any other file (the package's
 * driver, or whatever was reached by #include) the place alone, since a macro of the candidate's
 * can make the compiler quote what it includes. A cause that quotes a withheld message is withheld
 * too. The compiler's raw log never leaves.
 *
 * Of the growth everything: it is measured on inputs that are made for that and are no tests (their
 * seeds have a name of their own), so that nothing a program does with them tells of a hidden test.
 *
 * Of a counter-example everything, cut like a test that is open: its input was made with a public
 * seed and is no call of a test, its answer is what anybody with the package gets for it, and the
 * program was run on it in a session that never saw a test. That one was looked for says no more
 * than the verdicts do. Which tests failed does not choose the input.
 *
 * Of the inspection everything: it is of the candidate's own files alone, and no test is run by it.
 *
 * Remarks and points are made from what is public already, so they need no rule of their own
 * (reasons of points: rubric_score.h).
 */
struct disclose_request {
    const struct judgement *judgement;
    const struct submission *submission;         /* folder and sources */
    const struct report_score *score;            /* NULL only with VERDICT_JUDGE_ERROR */
    const struct rubric *rubric;                 /* show_remarks and show_cases */
    const struct growth *growth;                 /* NULL: the package doesn't ask */
    const struct quality *quality;               /* NULL: not inspected */
    const struct counterexample *counterexample; /* NULL: there was nothing to look for */
};

/*
 * A judgement with VERDICT_JUDGE_ERROR becomes "not graded": it never costs points. Everything in
 * *out is copied into the arena or comes from the score. ERR_FAULT when a sample's file can't be
 * read.
 */
bool report_problem_from_judgement(const struct disclose_request *request, struct arena *arena,
                                   struct report_problem *out, struct err *err) MUST_CHECK;

/* A measurement of growth as it is public, in the arena; NULL for NULL. */
struct report_growth *report_growth_of(const struct growth *growth, struct arena *arena);

/* What inspection found and what the score makes of it, in the arena; NULL for NULL. */
struct report_quality *report_quality_of(const struct quality *quality,
                                         const struct report_score *score, struct arena *arena);

/* Our fault, or the package's: why, in words. folder may be "". */
void report_problem_not_graded(const char *id, const char *name, const char *folder,
                               const char *reason, struct arena *arena, struct report_problem *out);

/* The repository has no folder for this problem. */
void report_problem_not_submitted(const char *id, const char *name, struct arena *arena,
                                  struct report_problem *out);

#endif
