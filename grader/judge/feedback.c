/* feedback.c - what a validator left in its feedback folder. */
#include "grader/judge/feedback.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/num.h"
#include "grader/text/plain.h"

const char *const feedback_names[FEEDBACK_COUNT + 1] = {
    [FEEDBACK_JUDGE_MESSAGE] = FEEDBACK_FOLDER "judgemessage.txt",
    [FEEDBACK_TEAM_MESSAGE] = FEEDBACK_FOLDER "teammessage.txt",
    [FEEDBACK_SCORE] = FEEDBACK_FOLDER "score.txt",
    [FEEDBACK_SCORE_MULTIPLIER] = FEEDBACK_FOLDER "score_multiplier.txt",
    [FEEDBACK_NEXT_PASS] = FEEDBACK_FOLDER "nextpass.in",
    [FEEDBACK_POSITION] = FEEDBACK_FOLDER "diffposition.txt",
    [FEEDBACK_JUDGE_IMAGE + 0] = FEEDBACK_FOLDER "judgeimage.png",
    [FEEDBACK_JUDGE_IMAGE + 1] = FEEDBACK_FOLDER "judgeimage.jpg",
    [FEEDBACK_JUDGE_IMAGE + 2] = FEEDBACK_FOLDER "judgeimage.jpeg",
    [FEEDBACK_JUDGE_IMAGE + 3] = FEEDBACK_FOLDER "judgeimage.svg",
    [FEEDBACK_TEAM_IMAGE + 0] = FEEDBACK_FOLDER "teamimage.png",
    [FEEDBACK_TEAM_IMAGE + 1] = FEEDBACK_FOLDER "teamimage.jpg",
    [FEEDBACK_TEAM_IMAGE + 2] = FEEDBACK_FOLDER "teamimage.jpeg",
    [FEEDBACK_TEAM_IMAGE + 3] = FEEDBACK_FOLDER "teamimage.svg",
    [FEEDBACK_KEPT_FOLDER] = FEEDBACK_KEPT,
};

/* ---- single files ---- */

static const char *message(struct str bytes, struct arena *arena)
{
    return bytes.length > 0 ? plain_text(arena, bytes, FEEDBACK_MESSAGE_MAX) : NULL;
}

static struct str copy(struct str bytes, size_t most, struct arena *arena)
{
    size_t length = bytes.length < most ? bytes.length : most;
    return (struct str){ arena_memdup(arena, bytes.at, length), length };
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct str next_word(struct str *rest)
{
    while (rest->length > 0 && is_space(*rest->at))
        *rest = (struct str){ rest->at + 1, rest->length - 1 };
    struct str word = { rest->at, 0 };
    while (word.length < rest->length && !is_space(word.at[word.length]))
        word.length++;
    *rest = (struct str){ rest->at + word.length, rest->length - word.length };
    return word;
}

static void take_position(struct feedback *feedback, struct str bytes)
{
    const uint64_t most = (uint64_t)1 << 48;
    uint64_t judge, team;
    if (bytes.length > 256)
        return;
    struct str first = next_word(&bytes), second = next_word(&bytes);
    if (!num_u64(first, 0, most, &judge) || !num_u64(second, 0, most, &team) ||
        next_word(&bytes).length > 0)
        return;
    feedback->has_position = true;
    feedback->answer_position = judge;
    feedback->output_position = team;
}

static bool begins_with(struct str bytes, const char *magic, size_t length)
{
    return bytes.length >= length && memcmp(bytes.at, magic, length) == 0;
}

static bool is_png(struct str bytes)
{
    return begins_with(bytes, "\x89PNG\r\n\x1a\n", 8);
}

static bool is_jpeg(struct str bytes)
{
    return begins_with(bytes, "\xff\xd8\xff", 3);
}

/* Text with the element near its beginning; what is in it is for the reader to mistrust. */
static bool is_svg(struct str bytes)
{
    enum { NEAR = 4096 };
    size_t head = bytes.length < NEAR ? bytes.length : NEAR;
    return head > 0 && !memchr(bytes.at, '\0', bytes.length) && memmem(bytes.at, head, "<svg", 4);
}

static void take_image(struct feedback_image *image, unsigned ending, struct str bytes,
                       struct arena *arena)
{
    static const struct {
        const char *ending;
        bool (*is_one)(struct str bytes);
    } formats[] = { { "png", is_png }, { "jpg", is_jpeg }, { "jpeg", is_jpeg }, { "svg", is_svg } };
    assert(ending < COUNT_OF(formats));
    if (image->ending || bytes.length > FEEDBACK_IMAGE_MAX || !formats[ending].is_one(bytes))
        return;
    *image =
        (struct feedback_image){ formats[ending].ending, copy(bytes, FEEDBACK_IMAGE_MAX, arena) };
}

/* ---- all of them ---- */

static size_t ceiling_of(enum feedback_file file)
{
    if (file == FEEDBACK_NEXT_PASS)
        return FEEDBACK_NEXT_PASS_MAX;
    if (file == FEEDBACK_KEPT_FOLDER)
        return FEEDBACK_KEPT_MAX;
    if (file >= FEEDBACK_JUDGE_IMAGE)
        return FEEDBACK_IMAGE_MAX;
    return file == FEEDBACK_JUDGE_MESSAGE || file == FEEDBACK_TEAM_MESSAGE ? FEEDBACK_MESSAGE_MAX
                                                                           : FEEDBACK_SCORE_MAX;
}

void feedback_add(struct feedback *feedback, enum feedback_file file, struct str bytes,
                  struct arena *arena)
{
    assert(feedback && file < FEEDBACK_COUNT && arena);
    size_t most = ceiling_of(file);
    if (file == FEEDBACK_JUDGE_MESSAGE)
        feedback->judge_message = message(bytes, arena);
    else if (file == FEEDBACK_TEAM_MESSAGE)
        feedback->team_message = message(bytes, arena);
    else if (file == FEEDBACK_SCORE)
        feedback->score = copy(bytes, most, arena);
    else if (file == FEEDBACK_SCORE_MULTIPLIER)
        feedback->score_multiplier = copy(bytes, most, arena);
    else if (file == FEEDBACK_POSITION)
        take_position(feedback, bytes);
    else if (file == FEEDBACK_NEXT_PASS) {
        feedback->next_pass = copy(bytes, most, arena);
        feedback->next_pass_is_too_long = bytes.length > most;
    } else if (file == FEEDBACK_KEPT_FOLDER) {
        feedback->kept = copy(bytes, most, arena);
        feedback->kept_is_too_long = bytes.length > most;
    } else if (file >= FEEDBACK_TEAM_IMAGE)
        take_image(&feedback->team_image, file - FEEDBACK_TEAM_IMAGE, bytes, arena);
    else
        take_image(&feedback->judge_image, file - FEEDBACK_JUDGE_IMAGE, bytes, arena);
}

/* At most `most` bytes from the start of a file that may be longer. */
static bool read_head(int fd, size_t most, struct arena *arena, struct str *out, struct err *err)
{
    char *bytes = NULL;
    size_t length = 0, capacity = 0;
    for (;;) {
        if (length == capacity) {
            size_t next = capacity == 0 ? 4096 : 4 * capacity;
            next = next < most ? next : most;
            char *moved = arena_alloc(arena, next + 1);
            memcpy(moved, bytes ? bytes : "", length);
            bytes = moved;
            capacity = next;
        }
        if (length == most)
            break;
        ssize_t got = pread(fd, bytes + length, capacity - length, (off_t)length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return err_sys(err, ERR_FAULT, "cannot read what the validator wrote");
        if (got == 0)
            break;
        length += (size_t)got;
    }
    *out = (struct str){ bytes, length };
    return true;
}

bool feedback_read(const int *fds, struct arena *arena, struct feedback *out, struct err *err)
{
    assert(fds && arena && out);
    struct feedback made = { 0 };
    for (unsigned i = 0; i < FEEDBACK_COUNT; i++) {
        struct str bytes;
        if (fds[i] < 0)
            continue;
        /* One byte more tells a file that is too long. */
        if (!read_head(fds[i], ceiling_of(i) + 1, arena, &bytes, err))
            return false;
        feedback_add(&made, i, bytes, arena);
    }
    *out = made;
    return true;
}
