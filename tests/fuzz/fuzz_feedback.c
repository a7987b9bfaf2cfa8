/* fuzz_feedback.c - whatever a validator leaves in its folder: what comes out is well formed,
 * within its ceilings, depends on nothing but the bytes, and gives a score only by the rules. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/judge/feedback.h"
#include "grader/judge/grading.h"
#include "grader/judge/score.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* Each record: which file, two bytes of length, the bytes. A file may come twice. */
static struct str next_record(const uint8_t **at, size_t *left, unsigned *out_file)
{
    *out_file = (*at)[0] % FEEDBACK_COUNT;
    size_t length = (size_t)(*at)[1] << 8 | (*at)[2];
    length = length < *left - 3 ? length : *left - 3;
    struct str bytes = { (const char *)*at + 3, length };
    *at += 3 + length;
    *left -= 3 + length;
    return bytes;
}

/* Well-formed UTF-8 as a table-free second opinion. */
static bool is_utf8(const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c;) {
        unsigned more = *c < 0x80 ? 0 : *c >= 0xf0 ? 3 : *c >= 0xe0 ? 2 : 1;
        if ((*c >= 0x80 && *c < 0xc2) || *c > 0xf4)
            return false;
        for (unsigned i = 1; i <= more; i++)
            if ((c[i] & 0xc0) != 0x80)
                return false;
        if ((c[0] == 0xe0 && c[1] < 0xa0) || (c[0] == 0xed && c[1] > 0x9f) ||
            (c[0] == 0xf0 && c[1] < 0x90) || (c[0] == 0xf4 && c[1] > 0x8f))
            return false;
        c += more + 1;
    }
    return true;
}

static void check_message(const char *message)
{
    check(!message || (*message && is_utf8(message)));
    check(!message || strlen(message) <= 3 * FEEDBACK_MESSAGE_MAX);
}

static void check_image(const struct feedback_image *image)
{
    if (!image->ending)
        return;
    check(image->bytes.length > 0 && image->bytes.length <= FEEDBACK_IMAGE_MAX);
    if (strcmp(image->ending, "png") == 0)
        check(memcmp(image->bytes.at, "\x89PNG", 4) == 0);
    else if (strcmp(image->ending, "svg") == 0)
        check(memmem(image->bytes.at, image->bytes.length, "<svg", 4) != NULL);
    else
        check(memcmp(image->bytes.at, "\xff\xd8\xff", 3) == 0);
}

static bool same_text(const char *a, const char *b)
{
    return (!a && !b) || (a && b && strcmp(a, b) == 0);
}

/* Through files and through memory it is the same. */
static void check_files(const struct str last[FEEDBACK_COUNT], const struct feedback *wanted,
                        struct arena *arena)
{
    int fds[FEEDBACK_COUNT];
    struct feedback got;
    struct err err = { 0 };
    for (unsigned i = 0; i < FEEDBACK_COUNT; i++) {
        fds[i] = -1;
        check(!last[i].at || memory_file("file", last[i].at, last[i].length, &fds[i], &err));
    }
    check(feedback_read(fds, arena, &got, &err));
    check(same_text(got.judge_message, wanted->judge_message));
    check(same_text(got.team_message, wanted->team_message));
    check(str_equal(got.score, wanted->score) && !got.score.at == !wanted->score.at);
    for (unsigned i = 0; i < FEEDBACK_COUNT; i++)
        fd_close(&fds[i]);
}

static void check_scores(const struct feedback *feedback)
{
    static const double maxima[] = { 0, 1, 100, INFINITY };
    static struct test_group group = { .name = "secret" };
    static const struct package package = { .kinds = PACKAGE_SCORING,
                                            .validator_gives_score = true };
    for (unsigned i = 0; i < 4 * 3 * 2; i++) {
        double score = -7;
        const struct validation given = { .verdict =
                                              i % 2 ? VERDICT_ACCEPTED : VERDICT_WRONG_ANSWER,
                                          .feedback = *feedback };
        group.max_score = maxima[i / 2 % 4];
        group.aggregation = (enum score_aggregation)(i / 8);
        const char *fault = score_case(&package, &group, 3, &given, &score);
        check(fault ? score == -7 : score >= 0);
        check(fault || given.verdict == VERDICT_ACCEPTED || score == 0);
        check(fault || isinf(group.max_score) || score <= group.max_score + 1 ||
              group.aggregation == SCORE_PASS_FAIL);
        check(fault || !isnan(score));
    }
    double points = 0;
    const struct validation given = { .verdict = VERDICT_ACCEPTED, .feedback = *feedback };
    check(grading_case(&package, &group, &given, &points) || isfinite(points));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SCOPED_ARENA arena = { 0 };
    struct feedback feedback = { 0 };
    struct str last[FEEDBACK_COUNT] = { { NULL, 0 } };
    while (size >= 3) {
        unsigned file;
        struct str bytes = next_record(&data, &size, &file);
        if (last[file].at)
            continue;
        last[file] = bytes;
        feedback_add(&feedback, (enum feedback_file)file, bytes, &arena);
    }
    check_message(feedback.judge_message);
    check_message(feedback.team_message);
    check_image(&feedback.judge_image);
    check_image(&feedback.team_image);
    check(feedback.score.length <= FEEDBACK_SCORE_MAX);
    check(feedback.score_multiplier.length <= FEEDBACK_SCORE_MAX);
    check_scores(&feedback);
    check_files(last, &feedback, &arena);
    return 0;
}
