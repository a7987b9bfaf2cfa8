/* verify_outputs.c - the output validator accepts what is right, and no junk. */
#include <string.h>

#include "grader/judge/check.h"
#include "grader/judge/mapped.h"
#include "grader/judge/tool.h"
#include "grader/pipeline/verify_junk.h"
#include "grader/pipeline/verify_work.h"

enum {
    TOLD_MAX = 5,                /* findings of one kind; the rest is counted */
    JUNK_CASES = 10,             /* test cases that are answered with junk */
    JUNK_OUTPUT_MAX = 256 * 1024 /* bytes of an answer that is changed into junk */
};

struct output_check {
    const struct verify_bench *bench;
    const struct package *package;
    struct validator *validators; /* open; count 0: the default one */
    size_t validator_count;
    struct part *part;
};

static const char *place_of(const struct output_check *check)
{
    return check->validator_count > 0 ? check->package->output_validators[0].place
                                      : "the default output validator";
}

static bool judge_output(const struct output_check *check, const struct test_case *test,
                         struct str output, struct arena *arena, struct validation *out,
                         struct err *err)
{
    const struct check_request request = { .package = check->package,
                                           .test = test,
                                           .validators = check->validators,
                                           .validator_count = check->validator_count,
                                           .output = output };
    struct check_result result;
    if (!check_output_of(&request, arena, &result, err))
        return false;
    *out = result.validation;
    return true;
}

/* Why, in the validator's own words or in ours. */
static const char *reason(const struct validation *validation)
{
    const char *said = validation->feedback.judge_message;
    return validation->verdict == VERDICT_JUDGE_ERROR ? validation->cause
           : said                                     ? said
                                                      : "rejected";
}

/* ---- outputs that the package names ---- */

static const char *case_place(const struct output_check *check, const struct test_case *test,
                              const char *ending)
{
    return arena_printf(check->part->arena, "data/%s%s", test->name, ending);
}

static bool try_probe(const struct output_check *check, const struct data_probe *probe,
                      size_t *good, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    SCOPED_MAPPED output = { 0 };
    struct validation validation;
    enum verdict wanted =
        probe->kind == PROBE_VALID_OUTPUT ? VERDICT_ACCEPTED : VERDICT_WRONG_ANSWER;
    if (!mapped_open(probe->test.out_path, &output, err) ||
        !judge_output(check, &probe->test, output.bytes, &arena, &validation, err))
        return false;
    *good += validation.verdict == wanted;
    if (validation.verdict == wanted)
        return true;
    if (validation.verdict == VERDICT_ACCEPTED)
        part_error(check->part, VERIFY_OUTPUT, case_place(check, &probe->test, ".out"),
                   "this invalid output is accepted");
    else
        part_error(check->part, VERIFY_OUTPUT, case_place(check, &probe->test, ".out"),
                   "this %s output gets %s: %s",
                   probe->kind == PROBE_VALID_OUTPUT ? "valid" : "invalid",
                   verdict_code(validation.verdict), reason(&validation));
    return true;
}

static bool try_probes(const struct output_check *check, enum probe_kind kind, const char *place,
                       const char *what, struct err *err)
{
    const struct package *package = check->package;
    size_t count = 0, good = 0;
    for (size_t i = 0; i < package->probe_count; i++) {
        if (package->probes[i].kind != kind)
            continue;
        count++;
        if (!try_probe(check, &package->probes[i], &good, err))
            return false;
    }
    if (count > 0)
        part_check(check->part, VERIFY_OUTPUT, place, good == count, "%zu of %zu %s", good, count,
                   what);
    return true;
}

/* ---- answers ---- */

static bool try_file(const struct output_check *check, const struct test_case *test,
                     const char *path, const char *ending, size_t *refused, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    SCOPED_MAPPED output = { 0 };
    struct validation validation;
    if (!mapped_open(path, &output, err) ||
        !judge_output(check, test, output.bytes, &arena, &validation, err))
        return false;
    if (validation.verdict == VERDICT_ACCEPTED || ++*refused > TOLD_MAX)
        return true;
    if (validation.verdict == VERDICT_JUDGE_ERROR || strcmp(ending, ".out") == 0)
        part_error(check->part, VERIFY_OUTPUT, case_place(check, test, ending), "it gets %s: %s",
                   verdict_code(validation.verdict), reason(&validation));
    else
        part_warning(check->part, VERIFY_OUTPUT, case_place(check, test, ending),
                     "the answer itself is not accepted: %s", reason(&validation));
    return true;
}

/* An answer need not be an output when the package has a validator of its own; it mostly is. */
static bool try_answers(const struct output_check *check, struct err *err)
{
    const struct package *package = check->package;
    size_t refused = 0, count = 0;
    for (size_t i = 0; i < package->case_count; i++) {
        const struct test_case *test = &package->cases[i];
        if (check->validator_count > 0 && ++count &&
            !try_file(check, test, test->answer_path, ".ans", &refused, err))
            return false;
        if (test->out_path && ++count &&
            !try_file(check, test, test->out_path, ".out", &refused, err))
            return false;
    }
    if (count > 0)
        part_check(check->part, VERIFY_OUTPUT, place_of(check), refused == 0,
                   "accepts %zu of %zu answers", count - refused, count);
    return true;
}

/* ---- junk ---- */

struct tally {
    size_t tried, accepted, errors;
};

static bool try_junk(const struct output_check *check, const struct test_case *test,
                     struct str junk, const char *what, struct tally *tally, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    struct validation validation;
    if (!judge_output(check, test, junk, &arena, &validation, err))
        return false;
    tally->tried++;
    tally->accepted += validation.verdict == VERDICT_ACCEPTED;
    if (validation.verdict == VERDICT_JUDGE_ERROR && ++tally->errors == 1)
        part_error(check->part, VERIFY_OUTPUT, place_of(check),
                   "%s as output of '%s' is a judging error: %s", what, test->name,
                   reason(&validation));
    return true;
}

/* kind counts through the fixed ones, then the changes. */
static bool make_junk(size_t kind, struct str answer, struct arena *arena, struct str *out,
                      const char **what)
{
    if (kind < JUNK_FIXED_COUNT) {
        *what = junk_fixed(kind, arena, out);
        return !str_equal(*out, answer);
    }
    kind -= JUNK_FIXED_COUNT;
    *what = arena_printf(arena, "the answer with %s", junk_change_name(kind));
    return junk_change_is_for_output(kind) && answer.length <= JUNK_OUTPUT_MAX &&
           junk_change(kind, answer, arena, out);
}

static bool try_kind(const struct output_check *check, size_t kind, struct tally *sum,
                     struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    struct tally tally = { 0, 0, 0 };
    const char *what = "";
    const struct package *package = check->package;
    for (size_t i = 0; i < package->case_count && tally.tried < JUNK_CASES; i++) {
        SCOPED_MAPPED answer = { 0 };
        struct str junk;
        if (!mapped_open(package->cases[i].answer_path, &answer, err))
            return false;
        if (make_junk(kind, answer.bytes, &arena, &junk, &what) &&
            !try_junk(check, &package->cases[i], junk, what, &tally, err))
            return false;
    }
    if (tally.tried == 0)
        return true;
    sum->tried++;
    sum->accepted += tally.accepted == tally.tried;
    if (tally.accepted > 0 && (kind < JUNK_FIXED_COUNT || tally.accepted == tally.tried))
        part_warning(check->part, VERIFY_OUTPUT, place_of(check),
                     "it accepts %s as output of %zu of %zu test cases", what, tally.accepted,
                     tally.tried);
    return true;
}

/* The default output validator is ours and has been tested. */
static bool try_all_junk(const struct output_check *check, struct err *err)
{
    struct tally sum = { 0, 0, 0 };
    if (check->validator_count == 0)
        return true;
    for (size_t i = 0; i < JUNK_FIXED_COUNT + JUNK_CHANGE_COUNT; i++)
        if (!try_kind(check, i, &sum, err))
            return false;
    part_check(check->part, VERIFY_OUTPUT, place_of(check), sum.accepted < sum.tried,
               "refuses %zu of %zu kinds of junk", sum.tried - sum.accepted, sum.tried);
    return true;
}

/* ---- all of it ---- */

static bool open_all(struct output_check *check, struct err *err)
{
    const struct package_tools *tools = &check->bench->prepared.tools;
    check->validators =
        ARENA_ARRAY(check->part->arena, tools->output_validator_count, struct validator);
    for (size_t i = 0; i < tools->output_validator_count; i++, check->validator_count++)
        if (!validator_open(&check->validators[i], check->bench->means->runner,
                            &tools->output_validators[i], "output validator", false,
                            tool_limits(&check->package->limits, 0), check->part->arena, err))
            return false;
    return true;
}

bool verify_outputs(const struct verify_bench *bench, struct part *part, struct err *err)
{
    const struct package *package = bench->prepared.package;
    struct output_check check = { .bench = bench, .package = package, .part = part };
    /* Those talk with a program, or ask for more than one output. */
    if (package->kinds & (PACKAGE_INTERACTIVE | PACKAGE_MULTI_PASS))
        return true;
    bool good = open_all(&check, err) && try_answers(&check, err) &&
                try_probes(&check, PROBE_INVALID_OUTPUT, "data/invalid_output",
                           "invalid outputs are refused", err) &&
                try_probes(&check, PROBE_VALID_OUTPUT, "data/valid_output",
                           "valid outputs are accepted", err) &&
                try_all_junk(&check, err);
    for (size_t i = 0; i < check.validator_count; i++)
        validator_close(&check.validators[i]);
    return good;
}
