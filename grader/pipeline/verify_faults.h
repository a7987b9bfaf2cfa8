/* verify_faults.h - faults injected into the model solution, to see whether the hidden tests catch
 * them. Private to grader/pipeline. */
#ifndef GRADER_PIPELINE_VERIFY_FAULTS_H
#define GRADER_PIPELINE_VERIFY_FAULTS_H

#include "grader/base/hash.h"
#include "grader/pipeline/verify_work.h"
#include "grader/text/c_faults.h"

enum {
    FAULTS_TRIED_MAX = 60,   /* of a package: a minute or so */
    FAULTS_CAUGHT_LEAST = 95 /* per cent */
};

/* One of the model solution's files. */
struct fault_file {
    const struct source_file *source;
    const char *place; /* "submissions/accepted/reference.c" */
};

struct planned_fault {
    size_t file;
    struct c_fault fault;
    const char *line; /* of the source, without the blanks around it */
};

/* Made once, before the workers start; they have copies. */
struct fault_plan {
    const struct package_submission *model;
    struct package *package; /* without samples, the smallest inputs first, and no group waits for
                                another */
    struct fault_file *files;
    struct planned_fault *possible; /* all, by file and place */
    size_t possible_count;
    size_t chosen[FAULTS_TRIED_MAX]; /* of `possible` */
    size_t chosen_count;
    char unchanged[HASH_TEXT_MAX]; /* hash of the program without a fault */
};

/*
 * Plans what to inject; nothing is run but the compiler, once. Where there is nothing to be done,
 * no accepted solution in C or one that does not compile, chosen_count is 0 and a finding says why.
 * ERR_FAULT only.
 */
bool verify_faults_plan(const struct verify_bench *bench, struct part *part, struct fault_plan *out,
                        struct err *err) MUST_CHECK;

/*
 * Builds and judges the model solution with one fault, trial 1 … chosen_count, or as it is, trial
 * 0, up to the first test that fails. Sets the part's trial. ERR_FAULT only.
 */
bool verify_faults_try(const struct verify_bench *bench, const struct fault_plan *plan,
                       size_t trial, struct part *part, struct err *err) MUST_CHECK;

/*
 * What all trials together say; trials[0 … chosen_count], NULL where a worker failed. A fault that
 * no test caught is an error below FAULTS_CAUGHT_LEAST per cent and a warning above; the package's
 * own list of equivalent ones is taken into account. Pure.
 */
void verify_faults_report(const struct package *package, const struct fault_plan *plan,
                          const struct verify_trial *const *trials, struct part *part,
                          struct verify_faults *out);

#endif
