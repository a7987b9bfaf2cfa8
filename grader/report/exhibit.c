/* exhibit.c - a failed test that may be shown: the part of it that a person wants to see. */
#include "grader/report/exhibit.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"

/* A part of something longer. */
struct excerpt {
    struct str bytes;
    size_t skipped; /* in front */
    bool is_cut;    /* behind */
};

/* Where to begin so that `target` is shown, in bytes. */
static size_t start_for(size_t target)
{
    return target < EXHIBIT_BYTES - EXHIBIT_LEAD ? 0 : target - EXHIBIT_LEAD;
}

/* Begins at the start of a line when there is one between here and the target. */
static void align_to_line(struct excerpt *excerpt, size_t target)
{
    if (excerpt->skipped == 0)
        return;
    size_t reach = target > excerpt->skipped ? target - excerpt->skipped : 0;
    reach = reach < excerpt->bytes.length ? reach : excerpt->bytes.length;
    const char *newline = memchr(excerpt->bytes.at, '\n', reach);
    if (!newline)
        return;
    size_t away = (size_t)(newline - excerpt->bytes.at) + 1;
    excerpt->bytes = (struct str){ newline + 1, excerpt->bytes.length - away };
    excerpt->skipped += away;
}

static struct excerpt cut(struct str whole, bool is_cut, size_t target, struct arena *arena)
{
    size_t start = start_for(target);
    start = start < whole.length ? start : whole.length;
    size_t length = whole.length - start;
    bool too_long = length > EXHIBIT_BYTES;
    length = too_long ? EXHIBIT_BYTES : length;
    struct excerpt excerpt = {
        .bytes = { arena_memdup(arena, whole.at ? whole.at + start : "", length), length },
        .skipped = start,
        .is_cut = is_cut || too_long,
    };
    align_to_line(&excerpt, target);
    return excerpt;
}

/* Up to size bytes from the offset; -1 and errno when the file fails. */
static ssize_t read_at(int fd, char *bytes, size_t size, size_t offset)
{
    size_t done = 0;
    while (done < size) {
        ssize_t n = pread(fd, bytes + done, size - done, (off_t)(offset + done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        done += (size_t)n;
    }
    return (ssize_t)done;
}

/* No path: nothing. */
static bool cut_file(const char *path, size_t target, struct arena *arena, struct excerpt *out,
                     struct err *err)
{
    if (!path) {
        *out = (struct excerpt){ .bytes = { "", 0 } };
        return true;
    }
    SCOPED_FD fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return err_sys(err, ERR_FAULT, "cannot open '%s'", path);
    size_t start = start_for(target);
    char *bytes = arena_alloc(arena, EXHIBIT_BYTES + 1);
    ssize_t length = read_at(fd, bytes, EXHIBIT_BYTES + 1, start);
    if (length < 0)
        return err_sys(err, ERR_FAULT, "cannot read '%s'", path);
    bool is_cut = length > EXHIBIT_BYTES;
    struct excerpt excerpt = {
        .bytes = { bytes, is_cut ? EXHIBIT_BYTES : (size_t)length },
        .skipped = start,
        .is_cut = is_cut,
    };
    align_to_line(&excerpt, target);
    *out = excerpt;
    return true;
}

/* The offset within the excerpt, when it is shown. */
static bool locate(const struct excerpt *excerpt, size_t target, size_t *out)
{
    if (target < excerpt->skipped || target - excerpt->skipped > excerpt->bytes.length)
        return false;
    *out = target - excerpt->skipped;
    return true;
}

static const char *message_of(const struct case_result *result, bool has_custom_validator)
{
    if (result->team_message)
        return result->team_message;
    /* The default validator's message is about bytes that are shown anyway; a custom one writes it
     * for the judges alone. */
    return result->judge_message && !has_custom_validator ? result->judge_message : "";
}

/* Paths, NULL for nothing; the difference is known of the real answer only. */
struct shown {
    const char *input, *expected;
    struct difference difference;
};

static const char *first_of(const char *a, const char *b, const char *c)
{
    return a ? a : b ? b : c;
}

static struct shown choose(const struct case_result *result, const struct package *package)
{
    const struct test_case *test = result->test;
    bool talks = package->kinds & (PACKAGE_INTERACTIVE | PACKAGE_MULTI_PASS);
    struct shown shown = { .input = test->interaction_path };
    if (talks)
        return shown;
    shown.input = first_of(test->in_statement_path, test->input_path, NULL);
    shown.expected = first_of(test->ans_statement_path, test->out_path, test->answer_path);
    if (shown.expected == test->answer_path)
        shown.difference = result->difference;
    return shown;
}

static struct report_exhibit *put_together(const struct case_result *result,
                                           const struct package *package,
                                           const struct excerpt *input,
                                           const struct excerpt *expected,
                                           const struct difference *difference, struct arena *arena)
{
    struct excerpt got = cut(result->output, result->output_is_cut,
                             difference->known ? difference->output_offset : 0, arena);
    struct report_exhibit *exhibit = ARENA_NEW(arena, struct report_exhibit);
    *exhibit = (struct report_exhibit){
        .input = input->bytes,
        .input_is_cut = input->is_cut,
        .expected = expected->bytes,
        .expected_is_cut = expected->is_cut,
        .expected_skipped = expected->skipped,
        .got = got.bytes,
        .got_is_cut = got.is_cut,
        .got_skipped = got.skipped,
        .expected_line = difference->known ? difference->answer_line : 0,
        .got_line = difference->known ? difference->output_line : 0,
        .message = arena_strdup(arena, message_of(result, package->output_validator_count > 0)),
    };
    size_t expected_offset = 0, got_offset = 0;
    if (difference->known && locate(expected, difference->answer_offset, &expected_offset) &&
        locate(&got, difference->output_offset, &got_offset)) {
        exhibit->difference_is_known = true;
        exhibit->expected_offset = expected_offset;
        exhibit->got_offset = got_offset;
    }
    return exhibit;
}

struct report_exhibit *exhibit_of_counterexample(const struct counterexample *example,
                                                 const struct package *package, struct arena *arena)
{
    const struct difference *difference = &example->result.difference;
    const struct excerpt input = cut(example->found->input, false, 0, arena);
    const struct excerpt expected = cut(example->found->answer, false,
                                        difference->known ? difference->answer_offset : 0, arena);
    return put_together(&example->result, package, &input, &expected, difference, arena);
}

bool exhibit_make(const struct case_result *result, const struct package *package,
                  struct arena *arena, struct report_exhibit **out, struct err *err)
{
    const struct test_case *test = result->test;
    const struct shown shown = choose(result, package);
    const struct difference *difference = &shown.difference;
    if (!test->input_path || !test->answer_path) {
        *out = NULL;
        return true;
    }
    struct excerpt input, expected;
    if (!cut_file(shown.input, 0, arena, &input, err) ||
        !cut_file(shown.expected, difference->known ? difference->answer_offset : 0, arena,
                  &expected, err))
        return err_wrap(err, "test '%s'", test->name);
    *out = put_together(result, package, &input, &expected, difference, arena);
    return true;
}
