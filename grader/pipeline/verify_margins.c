/* verify_margins.c - the time limit and those who bound it. */
#include <string.h>

#include "grader/pipeline/verify_work.h"

/* A multiplier such as 1.1 has no exact double. */
static const double slack = 1e-9;

static double seconds(uint64_t us)
{
    return (double)us / 1e6;
}

static const char *place_of(const struct verify_submission *submission, struct part *part)
{
    return arena_printf(part->arena, "submissions/%s", submission->name);
}

/* T_ac × ac_to_time_limit <= time_limit. */
static bool breaks_lower(const struct verify_time *time, const struct verify_submission *submission)
{
    double needed_us = (double)submission->slowest_us * time->ac_to_limit;
    return submission->bound == BOUND_LOWER && needed_us * (1 - slack) > (double)time->limit_us;
}

/* The slowest one, and how many more: they mostly have one reason. */
static void check_lower(const struct verification *verification, struct part *part)
{
    const struct verify_time *time = &verification->time;
    const struct verify_submission *slowest = NULL;
    size_t count = 0;
    for (size_t i = 0; i < verification->submission_count; i++) {
        const struct verify_submission *submission = &verification->submissions[i];
        if (!*submission->slowest_case || !breaks_lower(time, submission))
            continue;
        count++;
        if (!slowest || submission->slowest_us > slowest->slowest_us)
            slowest = submission;
    }
    if (!slowest)
        return;
    const char *more = count == 1 ? "" : arena_printf(part->arena, "; so do %zu more", count - 1);
    part_warning(
        part, VERIFY_TIME_LIMIT, place_of(slowest, part),
        "it needs %s%.2f s (%s), and %g times that is more than the time limit of %.2f s%s%s",
        slowest->is_cut ? "more than " : "", seconds(slowest->slowest_us), slowest->slowest_case,
        time->ac_to_limit, seconds(time->limit_us),
        time->limit_is_measured ? ", which is measured from 'accepted' alone" : "", more);
}

/* time_limit × time_limit_to_tle <= T_tle. With a measured limit the format calls it an error. */
static void check_upper(const struct verify_time *time, const struct verify_submission *submission,
                        struct part *part)
{
    static const char text[] =
        "it must be too slow but needs only %.2f s (%s); %g times the time limit of %.2f s is "
        "%.2f s";
    if (submission->slowest_us > time->high_us)
        return;
    if (time->limit_is_measured)
        part_error(part, VERIFY_TIME_LIMIT, place_of(submission, part), text,
                   seconds(submission->slowest_us), submission->slowest_case, time->limit_to_tle,
                   seconds(time->limit_us), seconds(time->high_us));
    else
        part_warning(part, VERIFY_TIME_LIMIT, place_of(submission, part), text,
                     seconds(submission->slowest_us), submission->slowest_case, time->limit_to_tle,
                     seconds(time->limit_us), seconds(time->high_us));
}

static void check_sensitive(const struct verify_time *time,
                            const struct verify_submission *submission, struct part *part)
{
    if (submission->sensitive_count > 0)
        part_warning(part, VERIFY_TIME_LIMIT, place_of(submission, part),
                     "sensitive to the time limit: %zu case%s too slow for %.2f s but not for %.2f "
                     "s",
                     submission->sensitive_count, submission->sensitive_count == 1 ? "" : "s",
                     seconds(time->limit_us), seconds(time->high_us));
    if (submission->borderline)
        part_warning(part, VERIFY_TIME_LIMIT, place_of(submission, part),
                     "borderline: runs so near the time limit of %.2f s that they were repeated",
                     seconds(time->limit_us));
}

static void find_bounds(struct verify_time *time, const struct verify_submission *submission)
{
    if (submission->bound == BOUND_LOWER &&
        (!*time->slowest || submission->slowest_us > time->slowest_us)) {
        time->slowest = submission->name;
        time->slowest_us = submission->slowest_us;
    }
    if (submission->bound == BOUND_UPPER &&
        (!*time->fastest || submission->slowest_us < time->fastest_us)) {
        time->fastest = submission->name;
        time->fastest_us = submission->slowest_us;
        time->fastest_is_cut = submission->is_cut;
    }
}

void verify_margins(struct verification *verification, struct part *part)
{
    struct verify_time *time = &verification->time;
    time->slowest = time->fastest = "";
    for (size_t i = 0; time->is_known && i < verification->submission_count; i++) {
        const struct verify_submission *submission = &verification->submissions[i];
        if (!*submission->slowest_case)
            continue; /* nothing ran */
        find_bounds(time, submission);
        if (submission->bound == BOUND_UPPER)
            check_upper(time, submission, part);
        check_sensitive(time, submission, part);
    }
    if (time->is_known)
        check_lower(verification, part);
}
