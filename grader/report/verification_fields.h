/* verification_fields.h - a verification as tables, see fields.h. */
#ifndef GRADER_REPORT_VERIFICATION_FIELDS_H
#define GRADER_REPORT_VERIFICATION_FIELDS_H

#include "grader/model/verification.h"
#include "grader/report/fields.h"

/* What `grader verify --json` writes: the packages, one after the other. */
struct verification_list {
    bool passed; /* all of them */
    struct verification *packages;
    size_t package_count;
};

/*
 * What one worker has to say: about a submission or a fault (NULL: it looked at something else),
 * what it looked at, what it found. Workers hand it to the caller as JSON, like the grading of a
 * problem.
 */
struct verify_part {
    struct verify_submission *submission;
    struct verify_trial *trial;
    uint64_t input_check_cpu_us;
    struct verify_check *checks;
    size_t check_count;
    struct verify_finding *findings;
    size_t finding_count;
};

extern const struct record verification_list_record, verify_part_record;

#endif
