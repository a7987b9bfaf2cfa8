/* test_decode.c - what the reader says is believed only when it keeps all rules. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/intake/decode.h"
#include "grader/intake/frame.h"
#include "grader/intake/rules.h"

static const char *const problems[] = { "lru", "rate" };
static const char *const roots[] = { "", "sol" };
static const struct intake_request request = {
    .problem_ids = problems, .problem_count = 2, .roots = roots, .root_count = 2
};
static const char commit_id[] = "0123456789012345678901234567890123456789";

static struct arena arena;
static struct err err;
static struct snapshot snapshot;
static struct buf said;

static void begin(void)
{
    buf_init(&said, (size_t)64 << 20);
}

static void end(void)
{
    buf_release(&said);
    arena_release(&arena);
}

TestSuite(decode, .init = begin, .fini = end);

static void say_number(enum frame_kind kind, uint64_t number)
{
    size_t opened = frame_open(&said, kind);
    frame_put_number(&said, number);
    frame_close(&said, opened);
}

static void say_texts(enum frame_kind kind, const char *a, const char *b)
{
    size_t opened = frame_open(&said, kind);
    frame_put_text(&said, a);
    frame_put_text(&said, b);
    frame_close(&said, opened);
}

static void say_meta(const char *commit)
{
    size_t opened = frame_open(&said, FRAME_META);
    const char *const texts[] = { "main", commit, "Ann", "a@b", "work" };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        frame_put_text(&said, texts[i]);
    frame_put_number(&said, (uint64_t)-5);
    frame_close(&said, opened);
}

static void say_start(void)
{
    say_number(FRAME_HELLO, FRAME_VERSION);
    say_meta(commit_id);
}

static void say_left_out(uint64_t reason, struct str name)
{
    size_t opened = frame_open(&said, FRAME_LEFT_OUT);
    frame_put_number(&said, reason);
    frame_put_bytes(&said, name);
    frame_close(&said, opened);
}

static void say_end(uint64_t submissions, uint64_t files, uint64_t more)
{
    size_t opened = frame_open(&said, FRAME_END);
    frame_put_number(&said, submissions);
    frame_put_number(&said, files);
    frame_put_number(&said, more);
    frame_close(&said, opened);
}

static void say_error(uint64_t kind, const char *text)
{
    size_t opened = frame_open(&said, FRAME_ERROR);
    frame_put_number(&said, kind);
    frame_put_text(&said, text);
    frame_close(&said, opened);
}

static bool decode(void)
{
    cr_assert(buf_ok(&said));
    bool good =
        decode_answer((struct str){ said.bytes, said.length }, &request, &arena, &snapshot, &err);
    buf_clear(&said);
    return good;
}

static void expect_nonsense(const char *what)
{
    snapshot.commit = "untouched";
    cr_assert(!decode(), "%s", what);
    cr_expect(err.kind == ERR_FAULT && strstr(err.text, "no sensible answer"), "%s: %s", what,
              err.text);
    cr_expect_str_eq(snapshot.commit, "untouched");
}

Test(decode, gives_everything_back_sorted)
{
    say_start();
    say_texts(FRAME_SUBMISSION, "rate", "rate");
    say_texts(FRAME_FILE, "b.c", "bb");
    say_texts(FRAME_FILE, "a/z.h", "");
    say_left_out(LEFT_OUT_SYMLINK, str_of("x"));
    say_texts(FRAME_SUBMISSION, "lru", "sol/lru");
    say_texts(FRAME_FILE, "b.c", "b");
    say_left_out(LEFT_OUT_SUBMODULE, str_of("a\n\xff"));
    say_end(2, 3, 7);
    cr_assert(decode(), "%s", err.text);
    cr_expect_eq(snapshot.when_s, -5);
    cr_expect_str_eq(snapshot.email, "a@b");
    cr_assert_eq(snapshot.submission_count, 2);
    cr_expect_str_eq(snapshot.submissions[0].folder, "sol/lru");
    cr_expect_eq(snapshot.submissions[0].sources.count, 1);
    const struct source_set *rate = &snapshot.submissions[1].sources;
    cr_assert_eq(rate->count, 2);
    cr_expect_str_eq(rate->files[0].path, "a/z.h");
    cr_expect(str_is(rate->files[1].bytes, "bb"));
    cr_expect(str_is(snapshot.left_out[0].name, "a\n\xff"));
    cr_expect_str_eq(snapshot.left_out[0].reason, "submodule");
    cr_expect_eq(snapshot.left_out_more, 7);
}

Test(decode, an_error_frame_is_that_error_made_printable)
{
    say_number(FRAME_HELLO, FRAME_VERSION);
    say_error(ERR_INPUT, "bad \x1b[31m\n\xff gr\xc3\xb6\xc3\x9f"
                         "e \xe2\x80\xae");
    cr_assert(!decode());
    cr_expect_eq(err.kind, ERR_INPUT);
    cr_expect_str_eq(err.text, "bad ?[31m?? gr\xc3\xb6\xc3\x9f"
                               "e ?");
    say_start();
    say_error(ERR_FAULT, "%s%n");
    cr_assert(!decode());
    cr_expect_eq(err.kind, ERR_FAULT);
    cr_expect_str_eq(err.text, "%s%n");
}

Test(decode, errors_of_odd_kinds_are_nonsense)
{
    static const uint64_t kinds[] = { ERR_NONE, ERR_USAGE, 4, UINT64_MAX };
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        say_number(FRAME_HELLO, FRAME_VERSION);
        say_error(kinds[i], "x");
        expect_nonsense("kind");
    }
    say_number(FRAME_HELLO, FRAME_VERSION);
    say_error(ERR_INPUT, "");
    expect_nonsense("no text");
}

Test(decode, the_order_is_kept)
{
    expect_nonsense("nothing");
    say_meta(commit_id);
    expect_nonsense("no hello");
    say_number(FRAME_HELLO, FRAME_VERSION + 1);
    say_meta(commit_id);
    say_end(0, 0, 0);
    expect_nonsense("another version");
    say_start();
    say_number(FRAME_HELLO, FRAME_VERSION);
    expect_nonsense("hello twice");
    say_start();
    say_meta(commit_id);
    expect_nonsense("meta twice");
    say_number(FRAME_HELLO, FRAME_VERSION);
    say_end(0, 0, 0);
    expect_nonsense("no meta");
    say_start();
    expect_nonsense("no end");
    say_start();
    say_end(0, 0, 0);
    say_end(0, 0, 0);
    expect_nonsense("end twice");
    say_start();
    say_texts(FRAME_FILE, "a.c", "");
    expect_nonsense("a file of no submission");
    say_number(FRAME_HELLO, FRAME_VERSION);
    say_texts(FRAME_SUBMISSION, "lru", "lru");
    expect_nonsense("a submission before meta");
}

Test(decode, counts_must_agree)
{
    static const uint64_t wrong[][3] = { { 0, 1, 0 }, { 1, 0, 0 }, { 1, 1, 200001 } };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        say_start();
        say_texts(FRAME_SUBMISSION, "lru", "lru");
        say_texts(FRAME_FILE, "a.c", "");
        say_end(wrong[i][0], wrong[i][1], wrong[i][2]);
        expect_nonsense("count");
    }
}

Test(decode, only_folders_that_were_asked_for_are_taken)
{
    static const char *const wrong[][2] = { { "other", "other" },  { "lru", "rate" },
                                            { "lru", "x/lru" },    { "lru", "/lru" },
                                            { "lru", "../lru" },   { "", "" },
                                            { "lru", "sol/rate" }, { "lru", "" } };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        say_start();
        say_texts(FRAME_SUBMISSION, wrong[i][0], wrong[i][1]);
        say_end(1, 0, 0);
        expect_nonsense(wrong[i][1]);
    }
    say_start();
    say_texts(FRAME_SUBMISSION, "lru", "lru");
    say_texts(FRAME_SUBMISSION, "lru", "sol/lru");
    say_end(2, 0, 0);
    expect_nonsense("twice");
}

Test(decode, paths_keep_the_rules)
{
    static const char *const wrong[] = { "../a.c", "/a.c", "a//b.c", "", "a.py", "a\n.c", "x.c" };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        say_start();
        say_texts(FRAME_SUBMISSION, "lru", "lru");
        say_texts(FRAME_FILE, "x.c", "");
        say_texts(FRAME_FILE, wrong[i], "");
        say_end(1, 2, 0);
        expect_nonsense(wrong[i]);
    }
    say_start();
    say_texts(FRAME_SUBMISSION, "lru", "lru");
    say_texts(FRAME_FILE, "x.c/y.c", "");
    say_texts(FRAME_FILE, "x.c", "");
    say_end(1, 2, 0);
    expect_nonsense("a file where a folder is");
}

static void say_files(int count, size_t bytes)
{
    static char zeros[INTAKE_FILE_BYTES_MAX + 1];
    for (int i = 0; i < count; i++) {
        size_t opened = frame_open(&said, FRAME_FILE);
        frame_put_text(&said, arena_printf(&arena, "f%d.c", i));
        frame_put_bytes(&said, (struct str){ zeros, bytes });
        frame_close(&said, opened);
    }
}

Test(decode, ceilings_hold)
{
    static const struct {
        int count;
        size_t bytes;
        bool good;
    } rows[] = { { 200, 1, true },
                 { 201, 1, false },
                 { 1, INTAKE_FILE_BYTES_MAX, true },
                 { 1, INTAKE_FILE_BYTES_MAX + 1, false },
                 { 4, INTAKE_FILE_BYTES_MAX, true },
                 { 5, INTAKE_FILE_BYTES_MAX, false } };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        say_start();
        say_texts(FRAME_SUBMISSION, "lru", "lru");
        say_files(rows[i].count, rows[i].bytes);
        say_end(1, (uint64_t)rows[i].count, 0);
        if (rows[i].good)
            cr_expect(decode(), "row %zu: %s", i, err.text);
        else
            expect_nonsense("ceiling");
    }
}

Test(decode, left_out_entries_keep_the_rules)
{
    static const uint64_t wrong[] = { LEFT_OUT_NOT, LEFT_OUT_COUNT, UINT64_MAX };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        say_start();
        say_left_out(wrong[i], str_of("x"));
        say_end(0, 0, 0);
        expect_nonsense("reason");
    }
    say_start();
    say_left_out(LEFT_OUT_LFS, (struct str){ "a\0b", 3 });
    say_end(0, 0, 0);
    expect_nonsense("NUL");
    say_start();
    for (int i = 0; i <= INTAKE_LEFT_OUT_MAX; i++)
        say_left_out(LEFT_OUT_LFS, str_of("x"));
    say_end(0, 0, 0);
    expect_nonsense("too many");
}

Test(decode, meta_keeps_the_rules)
{
    static const char *const wrong[] = { "", "0123", "012345678901234567890123456789012345678X",
                                         "0123456789012345678901234567890123456789\n" };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        say_number(FRAME_HELLO, FRAME_VERSION);
        say_meta(wrong[i]);
        say_end(0, 0, 0);
        expect_nonsense(wrong[i]);
    }
}

static void say_a_good_answer(void)
{
    say_start();
    say_texts(FRAME_SUBMISSION, "lru", "lru");
    say_texts(FRAME_FILE, "a.c", "int x;");
    say_left_out(LEFT_OUT_LFS, str_of("b.c"));
    say_end(1, 1, 0);
}

Test(decode, every_truncation_is_an_error)
{
    say_a_good_answer();
    struct str whole = { arena_memdup(&arena, said.bytes, said.length), said.length };
    cr_assert(decode(), "%s", err.text);
    for (size_t length = 0; length < whole.length; length++)
        cr_assert(
            !decode_answer((struct str){ whole.at, length }, &request, &arena, &snapshot, &err) &&
                err.kind == ERR_FAULT,
            "%zu of %zu bytes", length, whole.length);
}

/* xorshift64 (Marsaglia 2003): the same bytes in every run. */
static uint64_t next_random(void)
{
    static uint64_t state = 88172645463325252u;
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

/* What holds of any snapshot whatever the bytes were. */
static void expect_rules_hold(void)
{
    for (size_t i = 0; i < snapshot.submission_count; i++) {
        const struct submission *one = &snapshot.submissions[i];
        cr_assert(strcmp(one->problem_id, "lru") == 0 || strcmp(one->problem_id, "rate") == 0);
        for (size_t j = 0; j < one->sources.count; j++)
            cr_assert(path_is_sound(str_of(one->sources.files[j].path)));
    }
    cr_assert(snapshot.commit && snapshot.author && snapshot.subject && snapshot.revision);
}

Test(decode, flipped_bytes_give_an_error_or_a_snapshot_that_keeps_the_rules)
{
    say_a_good_answer();
    struct str whole = { arena_memdup(&arena, said.bytes, said.length), said.length };
    size_t refused = 0;
    for (int round = 0; round < 50000; round++) {
        struct arena round_arena = { 0 };
        char *bytes = arena_memdup(&round_arena, whole.at, whole.length);
        for (uint64_t flips = 1 + next_random() % 3; flips > 0; flips--)
            bytes[next_random() % whole.length] = (char)next_random();
        if (decode_answer((struct str){ bytes, whole.length }, &request, &round_arena, &snapshot,
                          &err))
            expect_rules_hold();
        else
            refused += err_is_set(&err);
        arena_release(&round_arena);
    }
    cr_expect_gt(refused, 20000);
}

Test(decode, random_bytes_are_errors)
{
    for (int round = 0; round < 20000; round++) {
        char bytes[256];
        size_t length = next_random() % sizeof bytes;
        for (size_t i = 0; i < length; i++)
            bytes[i] = (char)(next_random() % (i % 5 ? 4 : 9));
        cr_assert(!decode_answer((struct str){ bytes, length }, &request, &arena, &snapshot, &err));
        cr_assert(err_is_set(&err));
        arena_release(&arena);
    }
}
