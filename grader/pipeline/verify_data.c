/* verify_data.c - test cases, groups, statement and includes: what needs no program to run. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/base/hash.h"
#include "grader/judge/mapped.h"
#include "grader/pipeline/verify_work.h"

static const char *case_place(const struct test_case *test, struct part *part)
{
    return arena_printf(part->arena, "data/%s", test->name);
}

/* ---- cases ---- */

/* One case by what a program gets to see. */
struct named_input {
    char hash[HASH_TEXT_MAX];
    const struct test_case *test;
    dev_t device;
    ino_t inode;
};

static void look_at_text(struct str bytes, const char *what, const struct test_case *test,
                         struct part *part)
{
    const char *place = case_place(test, part);
    if (!str_is_utf8(bytes))
        part_warning(part, VERIFY_DATA, place, "the %s is not UTF-8", what);
    else if (memchr(bytes.at, '\r', bytes.length))
        part_warning(part, VERIFY_DATA, place, "the %s has carriage returns", what);
    if (bytes.length > 0 && bytes.at[bytes.length - 1] != '\n')
        part_warning(part, VERIFY_DATA, place, "the %s does not end with a newline", what);
}

/* problemtools: a correct submission must be able to print it. */
static void look_at_size(struct str answer, const struct test_case *test,
                         const struct package *package, struct part *part)
{
    uint64_t limit = package->limits.output_bytes;
    if (answer.length > limit)
        part_error(part, VERIFY_DATA, case_place(test, part),
                   "the answer has %zu bytes, but submissions may print only %llu", answer.length,
                   (unsigned long long)limit);
    else if (answer.length > limit / 2)
        part_warning(part, VERIFY_DATA, case_place(test, part),
                     "the answer has %zu bytes, more than half of the output limit of %llu",
                     answer.length, (unsigned long long)limit);
}

/* "If the contents of their .in and .files are equivalent, as well as the args": the same input. */
static bool hash_files(struct hash *hash, const struct test_case *test, struct err *err)
{
    for (size_t i = 0; i < test->file_count; i++) {
        SCOPED_MAPPED file = { 0 };
        if (!mapped_open(test->files[i].path, &file, err))
            return false;
        hash_field(hash, str_of(test->files[i].name));
        hash_field(hash, file.bytes);
    }
    return true;
}

static bool look_at_case(const struct package *package, const struct test_case *test,
                         struct part *part, struct named_input *out, struct err *err)
{
    SCOPED_MAPPED input = { 0 };
    SCOPED_MAPPED answer = { 0 };
    struct hash hash;
    struct stat st;
    if (!mapped_open(test->input_path, &input, err) ||
        !mapped_open(test->answer_path, &answer, err))
        return err_wrap(err, "case '%s'", test->name);
    if (!test->call) {
        look_at_text(input.bytes, "input", test, part);
        look_at_text(answer.bytes, "answer", test, part);
    }
    look_at_size(answer.bytes, test, package, part);
    hash_init(&hash, NULL, 0);
    hash_field(&hash, input.bytes);
    hash_number(&hash, test->args.count);
    for (size_t i = 0; i < test->args.count; i++)
        hash_field(&hash, str_of(test->args.words[i]));
    if (!hash_files(&hash, test, err))
        return err_wrap(err, "case '%s'", test->name);
    hash_finish(&hash, out->hash);
    out->test = test;
    if (stat(test->input_path, &st) == 0) {
        out->device = st.st_dev;
        out->inode = st.st_ino;
    }
    return true;
}

static int by_hash(const void *a, const void *b)
{
    const struct named_input *left = a, *right = b;
    int order = strcmp(left->hash, right->hash);
    return order ? order : strcmp(left->test->name, right->test->name);
}

/* One file that several cases name by symbolic links is meant so. */
static bool is_duplicate(const struct named_input *a, const struct named_input *b)
{
    return strcmp(a->hash, b->hash) == 0 && (a->device != b->device || a->inode != b->inode);
}

static void find_duplicates(struct named_input *inputs, size_t count, struct part *part)
{
    size_t duplicates = 0;
    if (count > 1)
        qsort(inputs, count, sizeof *inputs, by_hash);
    for (size_t i = 1; i < count; i++)
        if (is_duplicate(&inputs[i - 1], &inputs[i])) {
            duplicates++;
            part_warning(part, VERIFY_DATA, case_place(inputs[i].test, part),
                         "its input is that of '%s'", inputs[i - 1].test->name);
        }
    part_check(part, VERIFY_DATA, "", duplicates == 0,
               "%zu test case%s, %zu with the input of another", count, count == 1 ? "" : "s",
               duplicates);
}

static bool look_at_cases(const struct package *package, struct part *part, struct err *err)
{
    struct named_input *inputs = ARENA_ARRAY(part->arena, package->case_count, struct named_input);
    for (size_t i = 0; i < package->case_count; i++)
        if (!look_at_case(package, &package->cases[i], part, &inputs[i], err))
            return false;
    find_duplicates(inputs, package->case_count, part);
    return true;
}

/* ---- groups ---- */

static bool holds_group(const struct test_group *outer, const struct test_group *inner)
{
    while (inner && inner != outer)
        inner = inner->parent;
    return inner == outer;
}

static void look_at_groups(const struct package *package, struct part *part)
{
    for (size_t i = 0; i < package->group_count; i++) {
        const struct test_group *group = package->groups[i];
        size_t cases = 0;
        for (size_t k = 0; k < package->case_count; k++)
            cases += holds_group(group, package->cases[k].group);
        bool is_sample = strcmp(group->name, "sample") == 0;
        /* A sample of a problem that talks may be the text of a talk alone. */
        if (cases == 0 && is_sample && !(package->kinds & PACKAGE_INTERACTIVE))
            part_warning(part, VERIFY_DATA, "data/sample", "there is no sample");
        else if (cases == 0 && !is_sample)
            part_error(part, VERIFY_DATA, arena_printf(part->arena, "data/%s", group->name),
                       "there is no test case in it");
    }
}

/* ---- the statement ---- */

static size_t count_of(struct str text, const char *word)
{
    size_t count = 0, length = strlen(word);
    const char *at = text.at, *end = text.at + text.length;
    while (at && (at = memmem(at, (size_t)(end - at), word, length))) {
        count++;
        at += length;
    }
    return count;
}

static bool is_sample(const struct test_case *test)
{
    return strcmp(test->group->name, "sample") == 0;
}

/* "It is an error to use \nextsample when there are no remaining sample test cases." */
static bool look_at_statement(const struct package_statement *statement, size_t samples,
                              struct part *part, struct err *err)
{
    SCOPED_MAPPED text = { 0 };
    bool is_markdown = str_ends(statement->path, ".md");
    if (!is_markdown && !str_ends(statement->path, ".tex"))
        return true;
    if (!mapped_open(statement->path, &text, err))
        return err_wrap(err, "statement");
    const char *next = is_markdown ? "{{nextsample}}" : "\\nextsample", *place = statement->place;
    size_t shown = count_of(text.bytes, next);
    if (!str_is_utf8(text.bytes))
        part_error(part, VERIFY_STATEMENT, place, "it is not UTF-8");
    if (shown > samples)
        part_error(part, VERIFY_STATEMENT, place,
                   "it uses %s %zu time%s, but there %s %zu sample%s", next, shown,
                   shown == 1 ? "" : "s", samples == 1 ? "is" : "are", samples,
                   samples == 1 ? "" : "s");
    if (shown > 0)
        part_check(part, VERIFY_STATEMENT, place, shown <= samples,
                   "shows %zu of %zu sample%s by name", shown, samples, samples == 1 ? "" : "s");
    return true;
}

static bool look_at_statements(const struct package *package, struct part *part, struct err *err)
{
    size_t samples = 0;
    for (size_t i = 0; i < package->case_count; i++)
        samples += is_sample(&package->cases[i]);
    for (size_t i = 0; i < package->statement_count; i++)
        if (!look_at_statement(&package->statements[i], samples, part, err))
            return false;
    return true;
}

/* ---- includes ---- */

/* "include/ overwrites submission files": that is meant for drivers, and hides a mistake else. */
static void look_at_includes(const struct package *package, struct part *part)
{
    for (size_t i = 0; i < package->submission_count; i++) {
        const struct package_submission *submission = &package->submissions[i];
        for (size_t k = 0; k < submission->sources.count; k++)
            for (size_t n = 0; n < package->include.count; n++)
                if (strcmp(submission->sources.files[k].path, package->include.files[n].path) == 0)
                    part_warning(
                        part, VERIFY_SUBMISSIONS,
                        arena_printf(part->arena, "submissions/%s", submission->sources.name),
                        "its '%s' is overwritten by that of include/",
                        package->include.files[n].path);
    }
}

bool verify_data(const struct verify_bench *bench, struct part *part, struct err *err)
{
    const struct package *package = bench->prepared.package;
    look_at_groups(package, part);
    look_at_includes(package, part);
    return look_at_statements(package, part, err) && look_at_cases(package, part, err);
}
