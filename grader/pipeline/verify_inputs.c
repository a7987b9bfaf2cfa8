/* verify_inputs.c - input validators accept every input, and refuse what is none. */
#include <string.h>

#include "grader/base/fd.h"
#include "grader/judge/mapped.h"
#include "grader/judge/tool.h"
#include "grader/pipeline/programs.h"
#include "grader/pipeline/verify_junk.h"
#include "grader/pipeline/verify_work.h"

/*
 * "All input validators must accept" an input; what is no input must be refused by at least one of
 * them. Exit status 42 accepts, everything else refuses: but one that does not end by itself has
 * not decided anything, and is not asked any more.
 */

enum {
    VALID = 42,
    SAID_MAX = 200,              /* bytes of what a validator says that are shown */
    TOLD_MAX = 5,                /* findings of one kind; the rest is counted */
    JUNK_CASES = 10,             /* inputs that are changed into junk */
    JUNK_INPUT_MAX = 256 * 1024, /* bytes of such an input */
    CASE_FILES_MAX = 64 << 20    /* bytes of one file that a case brings */
};

struct input_check {
    const struct verify_bench *bench;
    const struct package *package;
    struct package_tools tools; /* owned */
    struct tool *sessions;      /* one an input validator; session NULL: not asked */
    struct part *part;
    size_t asked_count; /* validators that can be run */
};

struct answer {
    bool accepts;
    bool is_lost;     /* it did not end by itself */
    const char *said; /* why it refuses, in its own words or in ours */
};

static const char *place_of(const struct input_check *check, size_t validator)
{
    return check->package->input_validators[validator].place;
}

/* ---- one run ---- */

static bool load_files(const struct test_case *test, struct arena *arena, struct source_file **out,
                       struct err *err)
{
    *out = ARENA_ARRAY(arena, test->file_count, struct source_file);
    for (size_t i = 0; i < test->file_count; i++) {
        (*out)[i].path = test->files[i].name;
        if (!file_read(test->files[i].path, CASE_FILES_MAX, arena, &(*out)[i].bytes, err))
            return false;
    }
    return true;
}

/* "arguments passed to the input validator, then those of the submission". */
static struct word_list words_of(const struct test_case *test, size_t validator,
                                 struct arena *arena)
{
    struct word_list own = { NULL, 0 }, all;
    if (test->input_validator_args)
        own = test->input_validator_args[validator];
    all.words = ARENA_ARRAY(arena, own.count + test->args.count, const char *);
    all.count = 0;
    for (size_t i = 0; i < own.count; i++)
        all.words[all.count++] = own.words[i];
    for (size_t i = 0; i < test->args.count; i++)
        all.words[all.count++] = test->args.words[i];
    return all;
}

/* The first line that it printed, cut. */
static const char *first_words(const struct run_outcome *outcome, struct arena *arena)
{
    struct str said = outcome->errors.length ? outcome->errors : outcome->output, line;
    if (!str_next_line(&said, &line) || line.length == 0)
        return arena_printf(arena, "exit status %d", outcome->exit_code);
    int length = line.length < SAID_MAX ? (int)line.length : SAID_MAX;
    return arena_printf(arena, "exit status %d: %.*s", outcome->exit_code, length, line.at);
}

static bool ask(struct input_check *check, size_t validator, const struct test_case *test,
                struct str input, struct arena *arena, struct answer *out, struct err *err)
{
    struct tool *tool = &check->sessions[validator];
    struct source_file *files;
    SCOPED_FD bytes = -1;
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    if (!load_files(test, arena, &files, err) ||
        !memory_file("input", input.at, input.length, &bytes, err))
        return false;
    const struct run_request request = {
        .argv = tool_argv(arena, tool->program, NULL, 0, words_of(test, validator, arena)),
        .input = bytes,
        .files = files,
        .file_count = test->file_count,
    };
    if (!runner_run(tool->runner, tool->session, &request, &outcome, err))
        return err_wrap(err, "cannot run the input validator '%s'", place_of(check, validator));
    check->part->made.input_check_cpu_us += outcome.cpu_us;
    bool ended = outcome.verdict == VERDICT_ACCEPTED || outcome.verdict == VERDICT_RUN_ERROR;
    *out = (struct answer){ .accepts = outcome.exit_code == VALID,
                            .is_lost = !ended || outcome.exit_code < 0 };
    out->said = out->is_lost ? arena_printf(arena, "it did not end properly: %s", outcome.cause)
                             : first_words(&outcome, arena);
    return true;
}

static bool is_asked(const struct input_check *check, size_t validator)
{
    return check->sessions[validator].session != NULL;
}

/* It would take its time limit again and again. */
static void lose(struct input_check *check, size_t validator, const char *what, const char *said)
{
    part_error(check->part, VERIFY_INPUT, place_of(check, validator),
               "%s on %s; it is not asked any more", said, what);
    tool_close(&check->sessions[validator]);
}

/* ---- what must be accepted ---- */

static bool accept_case(struct input_check *check, size_t validator, const struct test_case *test,
                        size_t *refused, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    SCOPED_MAPPED input = { 0 };
    struct answer answer;
    if (!mapped_open(test->input_path, &input, err) ||
        !ask(check, validator, test, input.bytes, &arena, &answer, err))
        return false;
    if (answer.is_lost)
        lose(check, validator, test->name, answer.said);
    else if (!answer.accepts && ++*refused <= TOLD_MAX)
        part_error(check->part, VERIFY_INPUT,
                   arena_printf(check->part->arena, "data/%s", test->name),
                   "'%s' refuses the input: %s", place_of(check, validator), answer.said);
    else if (!answer.accepts && *refused == TOLD_MAX + 1)
        part_error(check->part, VERIFY_INPUT, place_of(check, validator), "it refuses more inputs");
    return true;
}

/* All inputs of tests, and those of probes that are about outputs. */
static bool accept_all(struct input_check *check, size_t validator, struct err *err)
{
    const struct package *package = check->package;
    size_t refused = 0, count = 0;
    for (size_t i = 0; i < package->case_count && is_asked(check, validator); i++, count++)
        if (!accept_case(check, validator, &package->cases[i], &refused, err))
            return false;
    for (size_t i = 0; i < package->probe_count && is_asked(check, validator); i++) {
        if (package->probes[i].kind == PROBE_INVALID_INPUT)
            continue;
        count++;
        if (!accept_case(check, validator, &package->probes[i].test, &refused, err))
            return false;
    }
    part_check(check->part, VERIFY_INPUT, place_of(check, validator),
               refused == 0 && is_asked(check, validator), "accepts %zu of %zu inputs",
               count - refused, count);
    return true;
}

/* ---- what must be refused by one of them ---- */

static bool is_refused(struct input_check *check, const struct test_case *test, struct str input,
                       const char *what, bool *out_refused, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    *out_refused = false;
    for (size_t i = 0; i < check->package->input_validator_count && !*out_refused; i++) {
        struct answer answer;
        if (!is_asked(check, i))
            continue;
        if (!ask(check, i, test, input, &arena, &answer, err))
            return false;
        if (answer.is_lost)
            lose(check, i, what, answer.said);
        else
            *out_refused = !answer.accepts;
    }
    return true;
}

static bool refuse_probes(struct input_check *check, struct err *err)
{
    const struct package *package = check->package;
    size_t count = 0, refused = 0;
    for (size_t i = 0; i < package->probe_count; i++) {
        const struct test_case *test = &package->probes[i].test;
        SCOPED_MAPPED input = { 0 };
        bool is_good;
        if (package->probes[i].kind != PROBE_INVALID_INPUT)
            continue;
        if (!mapped_open(test->input_path, &input, err) ||
            !is_refused(check, test, input.bytes, test->name, &is_good, err))
            return false;
        count++;
        refused += is_good;
        if (!is_good)
            part_error(check->part, VERIFY_INPUT,
                       arena_printf(check->part->arena, "data/%s", test->name),
                       "every input validator accepts this invalid input");
    }
    if (count > 0)
        part_check(check->part, VERIFY_INPUT, "data/invalid_input", refused == count,
                   "%zu of %zu invalid inputs are refused", refused, count);
    return true;
}

struct tally {
    size_t tried, refused;
    struct buf *accepted; /* names of what is not refused */
};

static void note_accepted(struct tally *sum, const char *what)
{
    buf_printf(sum->accepted, "%s%s", sum->accepted->length ? ", " : "", what);
}

static bool refuse_fixed(struct input_check *check, size_t kind, struct tally *sum, struct err *err)
{
    static const struct test_case plain = { .name = "" };
    SCOPED_ARENA arena = { 0 };
    struct str junk;
    bool is_good;
    const char *what = junk_fixed(kind, &arena, &junk);
    /* With the arguments of a real case, where it has some: it knows no others. */
    const struct test_case *test =
        check->package->case_count > 0 ? &check->package->cases[0] : &plain;
    if (!is_refused(check, test, junk, what, &is_good, err))
        return false;
    sum->tried++;
    sum->refused += is_good;
    if (!is_good)
        note_accepted(sum, what);
    return true;
}

static bool try_change(struct input_check *check, size_t kind, const struct test_case *test,
                       struct tally *tally, struct err *err)
{
    SCOPED_ARENA arena = { 0 };
    SCOPED_MAPPED input = { 0 };
    struct str junk;
    bool is_good;
    if (!mapped_open(test->input_path, &input, err))
        return false;
    if (input.bytes.length > JUNK_INPUT_MAX || !junk_change(kind, input.bytes, &arena, &junk))
        return true;
    if (!is_refused(check, test, junk, junk_change_name(kind), &is_good, err))
        return false;
    tally->tried++;
    tally->refused += is_good;
    return true;
}

/* A change of a good input is told only where it never is refused: it may leave a good one. */
static bool refuse_changes(struct input_check *check, size_t kind, struct tally *sum,
                           struct err *err)
{
    struct tally tally = { .tried = 0 };
    const struct package *package = check->package;
    for (size_t i = 0; i < package->case_count && tally.tried < JUNK_CASES && tally.refused == 0;
         i++)
        if (!try_change(check, kind, &package->cases[i], &tally, err))
            return false;
    if (tally.tried == 0)
        return true;
    sum->tried++;
    sum->refused += tally.refused > 0;
    if (tally.refused == 0)
        note_accepted(sum, junk_change_name(kind));
    return true;
}

static bool refuse_junk(struct input_check *check, struct err *err)
{
    SCOPED_BUF accepted;
    buf_init(&accepted, 4096);
    struct tally sum = { .accepted = &accepted };
    for (size_t i = 0; i < JUNK_FIXED_COUNT; i++)
        if (!refuse_fixed(check, i, &sum, err))
            return false;
    for (size_t i = 0; i < JUNK_CHANGE_COUNT; i++)
        if (!refuse_changes(check, i, &sum, err))
            return false;
    part_check(check->part, VERIFY_INPUT, "", sum.refused > 0,
               "%zu of %zu kinds of junk are refused", sum.refused, sum.tried);
    if (sum.refused == 0)
        part_warning(check->part, VERIFY_INPUT, "", "the input validators accept all junk");
    else if (accepted.length > 0)
        part_warning(check->part, VERIFY_INPUT, "", "junk that no input validator refuses: %s",
                     buf_text(&accepted));
    return true;
}

/* ---- all of it ---- */

static bool open_all(struct input_check *check, struct err *err)
{
    const struct package *package = check->package;
    check->sessions = ARENA_ARRAY(check->part->arena, package->input_validator_count, struct tool);
    for (size_t i = 0; i < check->tools.input_validator_count; i++) {
        const struct program *program = &check->tools.input_validators[i];
        if (!program_is_there(program))
            part_warning(check->part, VERIFY_INPUT, place_of(check, i),
                         "it is not run: it is in no language of ours");
        else if (!tool_open(&check->sessions[i], check->bench->means->runner, program,
                            place_of(check, i), tool_limits(&package->limits, 0), err))
            return false;
        check->asked_count += program_is_there(program);
    }
    return true;
}

static bool check_all(struct input_check *check, struct err *err)
{
    for (size_t i = 0; i < check->package->input_validator_count; i++)
        if (is_asked(check, i) && !accept_all(check, i, err))
            return false;
    return check->asked_count == 0 || (refuse_probes(check, err) && refuse_junk(check, err));
}

bool verify_inputs(const struct verify_bench *bench, struct part *part, struct err *err)
{
    const struct package *package = bench->prepared.package;
    struct err broken = { 0 };
    struct input_check check = { .bench = bench,
                                 .package = package,
                                 .part = part,
                                 .tools = { .static_validator = PROGRAM_NONE,
                                            .grader = PROGRAM_NONE } };
    bool good =
        programs_build_input_validators(bench->means, package, part->arena, &check.tools, &broken);
    if (!good && broken.kind == ERR_INPUT) {
        part_error(part, VERIFY_INPUT, "", "%s", broken.text);
        package_tools_close(&check.tools);
        return true;
    }
    if (!good)
        err_set(err, broken.kind, "%s", broken.text);
    good = good && open_all(&check, err) && check_all(&check, err);
    for (size_t i = 0; check.sessions && i < package->input_validator_count; i++)
        tool_close(&check.sessions[i]);
    package_tools_close(&check.tools);
    return good;
}
