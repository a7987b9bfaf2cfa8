/* fields.c - the report as a table: which key of the JSON is which member, and of what kind. */
#include "grader/report/fields.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/model/report.h"
#include "grader/report/rows.h"

/* --- words --------------------------------------------------------------------------------- */

static const char *verdict_word(unsigned value)
{
    return verdict_code((enum verdict)value);
}

static const char *part_word(unsigned value)
{
    return rubric_part_name((enum rubric_part)value);
}

static const char *remark_word(unsigned value)
{
    return remark_kind_name((enum remark_kind)value);
}

static const char *change_word(unsigned value)
{
    return change_kind_name((enum change_kind)value);
}

static const char *status_word(unsigned value)
{
    return report_status_name((enum report_status)value);
}

static const char *class_word(unsigned value)
{
    return growth_class_name((enum growth_class)value);
}

static const char *pace_word(unsigned value)
{
    return growth_pace_name((enum growth_pace)value);
}

static const char *confidence_word(unsigned value)
{
    return growth_confidence_name((enum growth_confidence)value);
}

static const char *resource_word(unsigned value)
{
    return growth_resource_name((enum growth_resource)value);
}

static const char *dimension_word(unsigned value)
{
    return quality_dimension_name((enum quality_dimension)value);
}

static const char *kind_word(unsigned value)
{
    return quality_kind_name((enum quality_kind)value);
}

static const struct words dimension_words = { dimension_word, QUALITY_DIMENSION_COUNT };
static const struct words kind_words = { kind_word, QUALITY_KIND_COUNT };
static const struct words verdict_words = { verdict_word, VERDICT_COUNT };
static const struct words part_words = { part_word, PART_COUNT };
static const struct words remark_words = { remark_word, REMARK_COUNT };
static const struct words change_words = { change_word, CHANGE_COUNT };
static const struct words status_words = { status_word, STATUS_COUNT };
static const struct words class_words = { class_word, GROWTH_CLASS_COUNT };
static const struct words pace_words = { pace_word, PACE_COUNT };
static const struct words confidence_words = { confidence_word, CONFIDENCE_COUNT };
static const struct words resource_words = { resource_word, GROWTH_RESOURCE_COUNT };
static_assert(sizeof(enum verdict) == sizeof(unsigned) &&
                  sizeof(enum growth_class) == sizeof(unsigned) &&
                  sizeof(enum growth_pace) == sizeof(unsigned) &&
                  sizeof(enum growth_confidence) == sizeof(unsigned) &&
                  sizeof(enum growth_resource) == sizeof(unsigned) &&
                  sizeof(enum quality_dimension) == sizeof(unsigned) &&
                  sizeof(enum quality_kind) == sizeof(unsigned) &&
                  sizeof(enum rubric_part) == sizeof(unsigned) &&
                  sizeof(enum remark_kind) == sizeof(unsigned) &&
                  sizeof(enum change_kind) == sizeof(unsigned) &&
                  sizeof(enum report_status) == sizeof(unsigned),
              "enumerations are read and written as unsigned");

/* --- rows ---------------------------------------------------------------------------------- */

typedef struct report_remark remark_t;
static const struct field remark_fields[] = {
    WORD(remark_t, kind, remark_words),
    TEXT(remark_t, where),
    TEXT(remark_t, text),
    TEXT(remark_t, change),
    TEXT(remark_t, read_on),
};

/* It becomes a link: nothing but https may. */
static const char *remark_complaint(const void *record)
{
    const remark_t *remark = record;
    bool good = remark->read_on[0] == '\0' || strncmp(remark->read_on, "https://", 8) == 0;
    return good ? NULL : "has a read_on that does not begin with https://";
}
static const struct record remark_record = RECORD(remark, report_remark, remark_complaint);

typedef struct report_diagnostic diagnostic_t;
static const struct field diagnostic_fields[] = {
    TEXT(diagnostic_t, file), WHOLE(diagnostic_t, line),   WHOLE(diagnostic_t, column),
    TEXT(diagnostic_t, kind), TEXT(diagnostic_t, message),
};
static const struct record diagnostic_record = RECORD(diagnostic, report_diagnostic, NULL);

typedef struct report_exhibit exhibit_t;
static const struct field exhibit_fields[] = {
    BYTES(exhibit_t, input),
    FLAG(exhibit_t, input_is_cut),
    WHOLE(exhibit_t, input_skipped),
    BYTES(exhibit_t, expected),
    FLAG(exhibit_t, expected_is_cut),
    WHOLE(exhibit_t, expected_skipped),
    BYTES(exhibit_t, got),
    FLAG(exhibit_t, got_is_cut),
    WHOLE(exhibit_t, got_skipped),
    FLAG(exhibit_t, difference_is_known),
    WHOLE(exhibit_t, expected_offset),
    WHOLE(exhibit_t, got_offset),
    WHOLE(exhibit_t, expected_line),
    WHOLE(exhibit_t, got_line),
    TEXT(exhibit_t, message),
};

static const char *exhibit_complaint(const void *record)
{
    const exhibit_t *exhibit = record;
    bool inside = exhibit->expected_offset <= exhibit->expected.length &&
                  exhibit->got_offset <= exhibit->got.length;
    return inside ? NULL : "has a difference that lies outside what is shown";
}
static const struct record exhibit_record = RECORD(exhibit, report_exhibit, exhibit_complaint);

typedef struct report_counterexample counterexample_t;
static const struct field counterexample_fields[] = {
    TEXT(counterexample_t, not_searched),
    WHOLE(counterexample_t, tried),
    WORD(counterexample_t, verdict, verdict_words),
    TEXT(counterexample_t, cause),
    OBJECT(counterexample_t, exhibit, exhibit_record),
};

static const char *counterexample_complaint(const void *record)
{
    const counterexample_t *example = record;
    bool has_failed = example->verdict != VERDICT_NONE && example->verdict != VERDICT_ACCEPTED;
    return has_failed == (example->exhibit != NULL)
               ? NULL
               : "has a failure that it does not show, or none "
                 "that it shows";
}
static const struct record counterexample_record =
    RECORD(counterexample, report_counterexample, counterexample_complaint);

typedef struct report_case case_t;
static const struct field case_fields[] = {
    TEXT(case_t, name),
    TEXT(case_t, group),
    FLAG(case_t, is_sample),
    WORD(case_t, verdict, verdict_words),
    TEXT(case_t, cause),
    TEXT(case_t, hint),
    FLAG(case_t, has_figures),
    MEASURED_IF(case_t, cpu_us, has_figures),
    MEASURED_IF(case_t, wall_us, has_figures),
    MEASURED_IF(case_t, memory_bytes, has_figures),
    FLAG(case_t, has_output_bytes),
    { AT(case_t, output_bytes, FIELD_WHOLE), .size = MEMBER_SIZE(case_t, output_bytes),
      .is_optional = true, .known = offsetof(case_t, has_output_bytes) },
    MEASURED(case_t, repeats),
    MEASURED(case_t, least_percent),
    MEASURED(case_t, most_percent),
    FLAG(case_t, white_space_differs),
    OBJECT(case_t, exhibit, exhibit_record),
};
static const struct record case_record = RECORD(case, report_case, NULL);

typedef struct report_group group_t;
static const struct field group_fields[] = {
    TEXT(group_t, name),
    WORD(group_t, verdict, verdict_words),
    NUMBER(group_t, score),
    NUMBER(group_t, max_score),
    WHOLE(group_t, case_count),
    WHOLE(group_t, judged_count),
    WHOLE(group_t, accepted_count),
};

static const char *group_complaint(const void *record)
{
    const group_t *group = record;
    bool adds_up =
        group->accepted_count <= group->judged_count && group->judged_count <= group->case_count;
    return adds_up ? NULL : "has more accepted than judged cases, or more judged than there are";
}
static const struct record group_record = RECORD(group, report_group, group_complaint);

typedef struct report_criterion criterion_t;
static const struct field criterion_fields[] = {
    TEXT(criterion_t, id),       TEXT(criterion_t, title),      WORD(criterion_t, part, part_words),
    FLAG(criterion_t, in_force), NUMBER(criterion_t, points),   NUMBER(criterion_t, max_points),
    TEXT(criterion_t, level),    TEXT(criterion_t, level_text), TEXT(criterion_t, reason),
};

static const char *points_complaint(double points, double most)
{
    bool good = isfinite(points) && isfinite(most) && points >= 0 && points <= most && most < 1e9;
    return good ? NULL : "has points that don't lie between 0 and max_points";
}

static const char *criterion_complaint(const void *record)
{
    const criterion_t *criterion = record;
    return points_complaint(criterion->points, criterion->max_points);
}
static const struct record criterion_record =
    RECORD(criterion, report_criterion, criterion_complaint);

typedef struct report_source source_t;
static const struct field source_fields[] = {
    TEXT(source_t, path),
    BYTES(source_t, bytes),
    FLAG(source_t, is_cut),
};
static const struct record source_record = RECORD(source, report_source, NULL);

typedef struct growth_point point_t;
static const struct field point_fields[] = {
    NUMBER(point_t, n),
    NUMBER(point_t, m),
    NUMBER(point_t, cost),
};
static const struct record point_record = RECORD(point, growth_point, NULL);

typedef struct growth_line line_t;
static const struct field line_fields[] = {
    TEXT(line_t, file),
    WHOLE(line_t, line),
    WORD(line_t, class, class_words),
    WORD(line_t, pace, pace_words),
    NUMBER(line_t, excess_exponent),
    NUMBER(line_t, excess_exponent_m),
    NUMBER(line_t, share),
};
static const struct record line_record = RECORD(line, growth_line, NULL);

typedef struct growth_line_range range_t;
static const struct field range_fields[] = {
    TEXT(range_t, file),
    WHOLE(range_t, first),
    WHOLE(range_t, last),
};
static const struct record range_record = RECORD(range, growth_line_range, NULL);

typedef struct report_curve curve_t;
static const struct field curve_fields[] = {
    WORD(curve_t, resource, resource_words),
    TEXT(curve_t, not_measured),
    LIST(curve_t, points, point_count, point_record),
    LIST(curve_t, reference, reference_count, point_record),
    FLAG(curve_t, has_fit),
    WORD(curve_t, class, class_words),
    TEXTS(curve_t, candidates, candidate_count),
    NUMBER(curve_t, separation),
    WORD(curve_t, confidence, confidence_words),
    NUMBER(curve_t, share),
    NUMBER(curve_t, residual),
    FLAG(curve_t, is_off_ladder),
    WHOLE(curve_t, refits),
    WHOLE(curve_t, agreeing),
    TEXT(curve_t, required),
    FLAG(curve_t, met),
    SIGNED(curve_t, steps),
    NUMBER(curve_t, excess_exponent),
    NUMBER(curve_t, excess_exponent_m),
    NUMBER(curve_t, reference_multiple),
};
static const struct record curve_record = RECORD(curve, report_curve, NULL);

typedef struct report_growth growth_t;
static const struct field growth_fields[] = {
    TEXT(growth_t, not_measured),
    FLAG(growth_t, is_per_operation),
    LIST(growth_t, curves, curve_count, curve_record),
    WHOLE(growth_t, static_bytes),
    TEXT(growth_t, stopped),
    TEXT(growth_t, suspicion),
    TEXTS(growth_t, blind_spots, blind_spot_count),
    LIST(growth_t, lines, line_count, line_record),
    LIST(growth_t, unexecuted, unexecuted_count, range_record),
    MEASURED(growth_t, cpu_us),
};
static const struct record growth_record = RECORD(growth, report_growth, NULL);

typedef struct quality_step step_t;
static const struct field step_fields[] = {
    TEXT(step_t, file),
    WHOLE(step_t, line),
    TEXT(step_t, message),
};
static const struct record step_record = RECORD(step, quality_step, NULL);

typedef struct quality_finding finding_t;
static const struct field finding_fields[] = {
    TEXT(finding_t, file),
    WHOLE(finding_t, line),
    WHOLE(finding_t, column),
    TEXT(finding_t, function),
    WORD(finding_t, dimension, dimension_words),
    WORD(finding_t, kind, kind_words),
    TEXT(finding_t, rule),
    TEXTS(finding_t, tools, tool_count),
    TEXT(finding_t, message),
    TEXT(finding_t, change),
    TEXT(finding_t, read_on),
    LIST(finding_t, steps, step_count, step_record),
};

static const char *finding_complaint(const void *record)
{
    const finding_t *finding = record;
    bool good = finding->read_on[0] == '\0' || strncmp(finding->read_on, "https://", 8) == 0;
    return good ? NULL : "has a read_on that does not begin with https://";
}
static const struct record finding_record = RECORD(finding, quality_finding, finding_complaint);

typedef struct quality_function function_t;
static const struct field function_fields[] = {
    TEXT(function_t, file),       WHOLE(function_t, line),       TEXT(function_t, name),
    WHOLE(function_t, cognitive), WHOLE(function_t, cyclomatic), WHOLE(function_t, lines),
    WHOLE(function_t, nesting),   WHOLE(function_t, parameters),
};
static const struct record function_record = RECORD(function, quality_function, NULL);

typedef struct report_pass pass_t;
static const struct field pass_fields[] = {
    TEXT(pass_t, name),
    TEXT(pass_t, not_analysed),
    MEASURED(pass_t, cpu_us),
};
static const struct record pass_record = RECORD(pass, report_pass, NULL);

typedef struct report_dimension dimension_t;
static const struct field dimension_fields[] = {
    WORD(dimension_t, dimension, dimension_words),
    FLAG(dimension_t, is_measured),
    NUMBER(dimension_t, share),
    NUMBER(dimension_t, weight),
    TEXT(dimension_t, reason),
};
static const struct record dimension_record = RECORD(dimension, report_dimension, NULL);

typedef struct quality_lines lines_t;
static const struct field lines_fields[] = {
    TEXT(lines_t, file),
    WHOLE(lines_t, first),
    WHOLE(lines_t, last),
    FLAG(lines_t, on_failure),
};
static const struct record lines_record = RECORD(lines, quality_lines, NULL);

typedef struct report_quality quality_t;
static const struct field quality_fields[] = {
    TEXT(quality_t, not_analysed),
    LIST(quality_t, dimensions, dimension_count, dimension_record),
    LIST(quality_t, findings, finding_count, finding_record),
    WHOLE(quality_t, findings_more),
    LIST(quality_t, functions, function_count, function_record),
    WHOLE(quality_t, functions_more),
    LIST(quality_t, passes, pass_count, pass_record),
    WHOLE(quality_t, calls_to_check),
    WHOLE(quality_t, calls_unchecked),
    WHOLE(quality_t, tokens),
    WHOLE(quality_t, tokens_repeated),
    WHOLE(quality_t, lines_executable),
    WHOLE(quality_t, lines_never_executed),
    LIST(quality_t, never_executed, never_executed_count, lines_record),
    WHOLE(quality_t, tests_executed),
    WHOLE(quality_t, tests_sanitized),
    WHOLE(quality_t, suppressions),
    MEASURED(quality_t, cpu_us),
};
static const struct record quality_record = RECORD(quality, report_quality, NULL);

typedef struct report_problem problem_t;
static const struct field problem_fields[] = {
    TEXT(problem_t, id),
    TEXT(problem_t, name),
    WORD(problem_t, status, status_words),
    TEXT(problem_t, not_graded),
    TEXT(problem_t, folder),
    TEXT(problem_t, package_hash),
    TEXT(problem_t, submission_hash),
    WORD(problem_t, verdict, verdict_words),
    TEXT(problem_t, cause),
    NUMBER(problem_t, points),
    NUMBER(problem_t, max_points),
    NUMBER(problem_t, pass_percent),
    FLAG(problem_t, passed),
    MEASURED(problem_t, time_limit_us),
    FLAG(problem_t, time_limit_is_measured),
    WHOLE(problem_t, memory_limit_bytes),
    { AT(problem_t, borderline, FIELD_FLAG), .is_measured = true },
    FLAG(problem_t, white_space_differs),
    FLAG(problem_t, compiled),
    MEASURED(problem_t, compile_cpu_us),
    LIST(problem_t, diagnostics, diagnostic_count, diagnostic_record),
    WHOLE(problem_t, diagnostics_more),
    LIST(problem_t, criteria, criterion_count, criterion_record),
    LIST(problem_t, remarks, remark_count, remark_record),
    LIST(problem_t, groups, group_count, group_record),
    LIST(problem_t, cases, case_count, case_record),
    OBJECT(problem_t, counterexample, counterexample_record),
    OBJECT(problem_t, growth, growth_record),
    OBJECT(problem_t, quality, quality_record),
    LIST(problem_t, sources, source_count, source_record),
    WHOLE(problem_t, sources_more),
};

static const char bar_complaint[] = "has a pass_percent that does not lie between 0 and 100";

static const char *problem_complaint(const void *record)
{
    const problem_t *problem = record;
    if (!(problem->pass_percent >= 0 && problem->pass_percent <= 100))
        return bar_complaint;
    return points_complaint(problem->points, problem->max_points);
}
static const struct record problem_record = RECORD(problem, report_problem, problem_complaint);

typedef struct report_left_out left_out_t;
static const struct field left_out_fields[] = {
    BYTES(left_out_t, name),
    TEXT(left_out_t, reason),
};
static const struct record left_out_record = RECORD(left_out, report_left_out, NULL);

typedef struct report_change change_t;
static const struct field change_fields[] = {
    WORD(change_t, kind, change_words),
    TEXT(change_t, problem),
    TEXT(change_t, what),
    TEXT(change_t, before),
    TEXT(change_t, after),
};
static const struct record change_record = RECORD(change, report_change, NULL);

typedef struct report_since since_t;
static const struct field since_fields[] = {
    TEXT(since_t, commit),
    SIGNED(since_t, commit_when_s),
    { AT(since_t, graded_at_s, FIELD_WHOLE), .size = sizeof(int64_t), .is_signed = true,
      .is_measured = true },
    NUMBER(since_t, points),
    NUMBER(since_t, max_points),
    TEXTS(since_t, notes, note_count),
    LIST(since_t, changes, change_count, change_record),
    WHOLE(since_t, changes_more),
};

static const char *since_complaint(const void *record)
{
    const since_t *since = record;
    return points_complaint(since->points, since->max_points);
}
const struct record since_record = RECORD(since, report_since, since_complaint);

typedef struct report_tool tool_t;
static const struct field tool_fields[] = {
    TEXT(tool_t, name),
    TEXT(tool_t, version),
};
static const struct record tool_record = RECORD(tool, report_tool, NULL);

typedef struct report report_t;
static const struct field report_fields[] = {
    TEXT(report_t, grader_version),
    LIST(report_t, tools, tool_count, tool_record),
    { AT(report_t, graded_at_s, FIELD_WHOLE), .size = sizeof(int64_t), .is_signed = true,
      .is_measured = true },
    TEXT(report_t, origin),
    TEXT(report_t, revision),
    TEXT(report_t, commit),
    TEXT(report_t, author),
    TEXT(report_t, subject),
    SIGNED(report_t, commit_when_s),
    TEXT(report_t, rubric_id),
    TEXT(report_t, rubric_title),
    NUMBER(report_t, pass_percent),
    TEXT(report_t, key),
    TEXTS(report_t, protection, protection_count),
    NUMBER(report_t, points),
    NUMBER(report_t, max_points),
    FLAG(report_t, passed),
    LIST(report_t, problems, problem_count, problem_record),
    LIST(report_t, left_out, left_out_count, left_out_record),
    WHOLE(report_t, left_out_more),
    OBJECT(report_t, since, since_record),
};

static const char *report_complaint(const void *record)
{
    const report_t *report = record;
    if (!(report->pass_percent >= 0 && report->pass_percent <= 100))
        return bar_complaint;
    return points_complaint(report->points, report->max_points);
}
const struct record report_record = RECORD(report, report, report_complaint);
