/* test_feedback.c - whatever lies in a feedback folder, only what is well formed comes out. */
#include "grader/judge/feedback.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"

static struct arena arena;
static struct feedback feedback;

static void end(void)
{
    arena_release(&arena);
}

TestSuite(feedback, .fini = end);

static void add(enum feedback_file file, const char *text)
{
    feedback_add(&feedback, file, str_of(text), &arena);
}

Test(feedback, every_file_has_its_place)
{
    for (unsigned i = 0; i < FEEDBACK_COUNT; i++)
        cr_expect(strncmp(feedback_names[i], ".judge/", 7) == 0, "%u", i);
    cr_expect(feedback_names[FEEDBACK_COUNT] == NULL);
    cr_expect_str_eq(feedback_names[FEEDBACK_TEAM_IMAGE], ".judge/feedback/teamimage.png");
    cr_expect_str_eq(feedback_names[FEEDBACK_JUDGE_IMAGE + 3], ".judge/feedback/judgeimage.svg");
}

Test(feedback, messages_are_text_and_have_a_ceiling)
{
    add(FEEDBACK_JUDGE_MESSAGE, "bad \xff byte");
    add(FEEDBACK_TEAM_MESSAGE, "");
    cr_expect_str_eq(feedback.judge_message, "bad \xef\xbf\xbd byte");
    cr_expect(feedback.team_message == NULL, "an empty file is no message");
    char *long_one = arena_alloc(&arena, 3 * FEEDBACK_MESSAGE_MAX);
    memset(long_one, 'm', 3 * FEEDBACK_MESSAGE_MAX);
    feedback_add(&feedback, FEEDBACK_TEAM_MESSAGE,
                 (struct str){ long_one, 3 * FEEDBACK_MESSAGE_MAX }, &arena);
    cr_expect_eq(strlen(feedback.team_message), FEEDBACK_MESSAGE_MAX);
}

Test(feedback, a_position_is_two_numbers_and_nothing_else)
{
    static const char *const bad[] = { "",    "1",   "1 2 3", "-1 2",
                                       "1 x", "1.5", "0x1 2", "9999999999999999999999 1" };
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        add(FEEDBACK_POSITION, bad[i]);
        cr_expect(!feedback.has_position, "'%s'", bad[i]);
    }
    add(FEEDBACK_POSITION, " 12\t345\n");
    cr_expect(feedback.has_position && feedback.answer_position == 12 &&
              feedback.output_position == 345);
}

Test(feedback, an_image_begins_like_one)
{
    add(FEEDBACK_JUDGE_IMAGE, "GIF89a");
    cr_expect(feedback.judge_image.ending == NULL);
    add(FEEDBACK_JUDGE_IMAGE + 3, "<?xml version='1.0'?>\n<svg></svg>");
    cr_expect_str_eq(feedback.judge_image.ending, "svg");
    add(FEEDBACK_JUDGE_IMAGE + 1, "\xff\xd8\xff\xe0jpeg");
    cr_expect_str_eq(feedback.judge_image.ending, "svg", "the first one stays");
    add(FEEDBACK_TEAM_IMAGE, "\x89PNG\r\n\x1a\nrest");
    cr_expect_str_eq(feedback.team_image.ending, "png");
    cr_expect_eq(feedback.team_image.bytes.length, 12);
}

Test(feedback, what_is_not_there_stays_unknown)
{
    int fds[FEEDBACK_COUNT];
    struct err err = { 0 };
    for (unsigned i = 0; i < FEEDBACK_COUNT; i++)
        fds[i] = -1;
    cr_assert(feedback_read(fds, &arena, &feedback, &err));
    cr_expect(!feedback.judge_message && !feedback.team_message && !feedback.score.at);
    cr_expect(!feedback.score_multiplier.at && !feedback.next_pass.at && !feedback.kept.at);
    cr_expect(!feedback.has_position && !feedback.team_image.ending);
}

Test(feedback, files_are_read_from_their_start_whatever_their_offset)
{
    int fds[FEEDBACK_COUNT];
    struct err err = { 0 };
    for (unsigned i = 0; i < FEEDBACK_COUNT; i++)
        fds[i] = -1;
    cr_assert(memory_file("score", "12.5\n", 5, &fds[FEEDBACK_SCORE], &err));
    lseek(fds[FEEDBACK_SCORE], 3, SEEK_SET);
    cr_assert(memory_file("next", "", 0, &fds[FEEDBACK_NEXT_PASS], &err));
    cr_assert(feedback_read(fds, &arena, &feedback, &err));
    cr_expect(str_is(feedback.score, "12.5\n"));
    cr_expect(feedback.next_pass.at && feedback.next_pass.length == 0,
              "an empty next input is one");
    close(fds[FEEDBACK_SCORE]);
    close(fds[FEEDBACK_NEXT_PASS]);
}

Test(feedback, a_folder_for_a_file_is_a_fault_of_the_reader)
{
    int fds[FEEDBACK_COUNT];
    struct err err = { 0 };
    for (unsigned i = 0; i < FEEDBACK_COUNT; i++)
        fds[i] = -1;
    fds[FEEDBACK_SCORE] = open("/", O_RDONLY | O_DIRECTORY);
    feedback.judge_message = "before";
    cr_expect(!feedback_read(fds, &arena, &feedback, &err));
    cr_expect(err.kind == ERR_FAULT);
    cr_expect_str_eq(feedback.judge_message, "before");
    close(fds[FEEDBACK_SCORE]);
}
