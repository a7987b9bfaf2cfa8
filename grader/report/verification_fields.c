/* verification_fields.c - a verification as tables: which key of the JSON is which member. */
#include "grader/report/verification_fields.h"

#include "grader/report/rows.h"

/* --- words --------------------------------------------------------------------------------- */

static const char *verdict_word(unsigned value)
{
    return verdict_code((enum verdict)value);
}

static const char *area_word(unsigned value)
{
    return verify_area_name((enum verify_area)value);
}

static const char *level_word(unsigned value)
{
    return finding_level_name((enum finding_level)value);
}

static const char *status_word(unsigned value)
{
    return verify_status_name((enum verify_status)value);
}

static const char *bound_word(unsigned value)
{
    return verify_bound_name((enum verify_bound)value);
}

static const struct words verdict_words = { verdict_word, VERDICT_COUNT };
static const struct words area_words = { area_word, VERIFY_AREA_COUNT };
static const struct words level_words = { level_word, FINDING_LEVEL_COUNT };
static const struct words status_words = { status_word, VERIFY_STATUS_COUNT };
static const struct words bound_words = { bound_word, VERIFY_BOUND_COUNT };
static_assert(sizeof(enum verify_area) == sizeof(unsigned) &&
                  sizeof(enum finding_level) == sizeof(unsigned) &&
                  sizeof(enum verify_status) == sizeof(unsigned) &&
                  sizeof(enum verify_bound) == sizeof(unsigned),
              "enumerations are read and written as unsigned");

/* --- rows ---------------------------------------------------------------------------------- */

#define MEASURED_FLAG(type, name)                                                                  \
    {                                                                                              \
        AT(type, name, FIELD_FLAG), .is_measured = true                                            \
    }
#define MEASURED_TEXT(type, name)                                                                  \
    {                                                                                              \
        AT(type, name, FIELD_TEXT), .is_measured = true                                            \
    }

typedef struct verify_finding finding_t;
static const struct field finding_fields[] = {
    WORD(finding_t, level, level_words),
    WORD(finding_t, area, area_words),
    TEXT(finding_t, place),
    TEXT(finding_t, text),
};
static const struct record finding_record = RECORD(finding, verify_finding, NULL);

typedef struct verify_check check_t;
static const struct field check_fields[] = {
    WORD(check_t, area, area_words),
    TEXT(check_t, place),
    TEXT(check_t, text),
    FLAG(check_t, passed),
};
static const struct record check_record = RECORD(check, verify_check, NULL);

typedef struct verify_group group_t;
static const struct field group_fields[] = {
    TEXT(group_t, name),
    WHOLE(group_t, case_count),
};
static const struct record group_record = RECORD(group, verify_group, NULL);

typedef struct verify_cell cell_t;
static const struct field cell_fields[] = {
    WORD(cell_t, verdict, verdict_words), WHOLE(cell_t, judged_count),
    WHOLE(cell_t, accepted_count),        MEASURED(cell_t, slowest_us),
    MEASURED_FLAG(cell_t, is_cut),
};
static const struct record cell_record = RECORD(cell, verify_cell, NULL);

typedef struct verify_submission submission_t;
static const struct field submission_fields[] = {
    TEXT(submission_t, name),
    TEXT(submission_t, language),
    TEXT(submission_t, expected),
    WORD(submission_t, status, status_words),
    WORD(submission_t, verdict, verdict_words),
    TEXT(submission_t, cause),
    NUMBER(submission_t, score),
    WORD(submission_t, bound, bound_words),
    MEASURED(submission_t, slowest_us),
    MEASURED_FLAG(submission_t, is_cut),
    MEASURED_TEXT(submission_t, slowest_case),
    MEASURED_FLAG(submission_t, borderline),
    MEASURED(submission_t, sensitive_count),
    MEASURED(submission_t, compile_cpu_us),
    MEASURED(submission_t, run_cpu_us),
    TEXT(submission_t, growth),
    LIST(submission_t, cells, cell_count, cell_record),
};
static const struct record submission_record = RECORD(submission, verify_submission, NULL);

typedef struct verify_fault fault_t;
static const struct field fault_fields[] = {
    TEXT(fault_t, place),  WHOLE(fault_t, line),  WHOLE(fault_t, column),
    TEXT(fault_t, change), TEXT(fault_t, source), TEXT(fault_t, reason),
};
static const struct record fault_record = RECORD(fault, verify_fault, NULL);

typedef struct verify_faults faults_t;
static const struct field faults_fields[] = {
    TEXT(faults_t, submission),        WHOLE(faults_t, possible_count),
    WHOLE(faults_t, tried_count),      WHOLE(faults_t, uncompiled_count),
    WHOLE(faults_t, unchanged_count),  WHOLE(faults_t, caught_count),
    WHOLE(faults_t, equivalent_count), LIST(faults_t, survivors, survivor_count, fault_record),
};
static const struct record faults_record = RECORD(faults, verify_faults, NULL);

typedef struct verify_trial trial_t;
static const struct field trial_fields[] = {
    FLAG(trial_t, is_compiled), FLAG(trial_t, is_unchanged), WORD(trial_t, verdict, verdict_words),
    TEXT(trial_t, cause),       NUMBER(trial_t, score),
};
static const struct record trial_record = RECORD(trial, verify_trial, NULL);

typedef struct verify_part part_t;
static const struct field part_fields[] = {
    OBJECT(part_t, submission, submission_record),
    OBJECT(part_t, trial, trial_record),
    MEASURED(part_t, input_check_cpu_us),
    LIST(part_t, checks, check_count, check_record),
    LIST(part_t, findings, finding_count, finding_record),
};
const struct record verify_part_record = RECORD(part, verify_part, NULL);

typedef struct verification verification_t;
#define IN_TIME(name, what)                                                                        \
    .key = "time_" #name, .kind = (what), .offset = offsetof(verification_t, time.name)
static const struct field verification_fields[] = {
    TEXT(verification_t, package),
    TEXT(verification_t, name),
    TEXT(verification_t, format),
    FLAG(verification_t, passed),
    TEXT(verification_t, bad_input),
    TEXT(verification_t, fault),
    WHOLE(verification_t, case_count),
    WHOLE(verification_t, error_count),
    WHOLE(verification_t, warning_count),
    { IN_TIME(is_known, FIELD_FLAG) },
    { IN_TIME(limit_us, FIELD_WHOLE), .size = sizeof(uint64_t), .is_measured = true },
    { IN_TIME(limit_is_measured, FIELD_FLAG) },
    { IN_TIME(high_us, FIELD_WHOLE), .size = sizeof(uint64_t), .is_measured = true },
    { IN_TIME(ac_to_limit, FIELD_NUMBER) },
    { IN_TIME(limit_to_tle, FIELD_NUMBER) },
    { IN_TIME(slowest_us, FIELD_WHOLE), .size = sizeof(uint64_t), .is_measured = true },
    { IN_TIME(slowest, FIELD_TEXT), .is_measured = true },
    { IN_TIME(fastest_us, FIELD_WHOLE), .size = sizeof(uint64_t), .is_measured = true },
    { IN_TIME(fastest_is_cut, FIELD_FLAG), .is_measured = true },
    { IN_TIME(fastest, FIELD_TEXT), .is_measured = true },
    MEASURED(verification_t, input_check_cpu_us),
    LIST(verification_t, groups, group_count, group_record),
    OBJECT(verification_t, faults, faults_record),
    LIST(verification_t, submissions, submission_count, submission_record),
    LIST(verification_t, checks, check_count, check_record),
    LIST(verification_t, findings, finding_count, finding_record),
    TEXTS(verification_t, protection, protection_count),
};
static const struct record verification_record = RECORD(verification, verification, NULL);

typedef struct verification_list list_t;
static const struct field list_fields[] = {
    FLAG(list_t, passed),
    LIST(list_t, packages, package_count, verification_record),
};
const struct record verification_list_record = RECORD(list, verification_list, NULL);
