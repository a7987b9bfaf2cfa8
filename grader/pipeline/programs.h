/* programs.h - the programs of a package are built, and kept from run to run. */
#ifndef GRADER_PIPELINE_PROGRAMS_H
#define GRADER_PIPELINE_PROGRAMS_H

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/judgement.h"
#include "grader/model/program.h"
#include "grader/pipeline/means.h"

/*
 * Builds a validator or a grader of the package; `what` says which in messages. What was built
 * before of the same sources by the same compiler comes from the cache. That it does not build, or
 * is in no language of ours, is ERR_INPUT and names it.
 */
bool programs_build(const struct means *means, const struct package *package,
                    const struct package_program *source, const char *what, struct arena *arena,
                    struct program *out, struct err *err) MUST_CHECK;

/* Builds a generator as a candidate's program is built, with the starter: for hundreds of small
 * runs. It gets no files and no second process. Kept likewise. */
bool programs_build_generator(const struct means *means, const struct package *package,
                              const struct source_set *sources, struct arena *arena,
                              struct program *out, struct err *err) MUST_CHECK;

/* All that judging needs: output validators, the static validator, the grader. */
bool programs_build_tools(const struct means *means, const struct package *package,
                          struct arena *arena, struct package_tools *out,
                          struct err *err) MUST_CHECK;

/* The input validators besides; Checktestdata, VIVA and the like are passed over: PROGRAM_NONE. */
bool programs_build_input_validators(const struct means *means, const struct package *package,
                                     struct arena *arena, struct package_tools *tools,
                                     struct err *err) MUST_CHECK;

/* True for a language of example submissions that we run: C, C++, Python 3, and answers. */
bool programs_can_run(const struct package_submission *submission);

/* Builds an example submission with the package's include files for its language; one that does not
 * compile is in *out_result and *out is PROGRAM_NONE. Not for "answers". */
bool programs_build_submission(const struct means *means, const struct package *package,
                               const struct package_submission *submission, struct arena *arena,
                               struct compile_result *out_result, struct program *out,
                               struct err *err) MUST_CHECK;

/* The model solution (catalog_model_solution), as programs_build_submission does it, but kept. That
 * it does not compile is ERR_INPUT. */
bool programs_build_model(const struct means *means, const struct package *package,
                          const struct package_submission *model, struct arena *arena,
                          struct program *out, struct err *err) MUST_CHECK;

/* A candidate's sources, in C, likewise. */
bool programs_build_candidate(const struct means *means, const struct package *package,
                              struct source_set sources, struct arena *arena,
                              struct compile_result *out_result, struct program *out,
                              struct err *err) MUST_CHECK;

#endif
