/* feedback.h - what a validator left in its feedback folder, read by one who does not trust it. */
#ifndef GRADER_JUDGE_FEEDBACK_H
#define GRADER_JUDGE_FEEDBACK_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/model/judgement.h"

/* The folder itself, in the validator's working directory; with the '/' that the format wants. */
#define FEEDBACK_FOLDER ".judge/feedback/"

/* Where the whole folder is kept for the next pass, as a tar archive that nobody of ours opens. */
#define FEEDBACK_KEPT ".judge/kept.tar"

enum feedback_file {
    FEEDBACK_JUDGE_MESSAGE, /* judgemessage.txt */
    FEEDBACK_TEAM_MESSAGE,  /* teammessage.txt */
    FEEDBACK_SCORE,
    FEEDBACK_SCORE_MULTIPLIER,
    FEEDBACK_NEXT_PASS,   /* nextpass.in */
    FEEDBACK_POSITION,    /* diffposition.txt of problemtools: "judge_pos team_pos" */
    FEEDBACK_JUDGE_IMAGE, /* judgeimage.png, .jpg, .jpeg, .svg */
    FEEDBACK_TEAM_IMAGE = FEEDBACK_JUDGE_IMAGE + 4,
    FEEDBACK_KEPT_FOLDER = FEEDBACK_TEAM_IMAGE + 4,
    FEEDBACK_COUNT
};

/* The names to be brought back, NULL-ended, in the order of enum feedback_file. */
extern const char *const feedback_names[FEEDBACK_COUNT + 1];

enum {
    FEEDBACK_MESSAGE_MAX = 64 * 1024,
    FEEDBACK_SCORE_MAX = 256,
    FEEDBACK_NEXT_PASS_MAX = 256 * 1024 * 1024, /* longer ones are a judge error */
    FEEDBACK_KEPT_MAX = 256 * 1024 * 1024,
    FEEDBACK_IMAGE_MAX = 4 * 1024 * 1024 /* larger ones are passed over */
};

/* Everything is in an arena; at NULL of a str: there was no such regular file. */
struct feedback {
    const char *judge_message; /* for judges, UTF-8, no NULs, cut at its ceiling; NULL: none */
    const char *team_message;  /* for the team, likewise */
    struct str score, score_multiplier; /* the bytes, cut at a ceiling */
    struct str next_pass, kept;
    bool next_pass_is_too_long, kept_is_too_long;
    bool has_position; /* of the first difference: offsets in answer and output */
    uint64_t answer_position, output_position;
    struct feedback_image judge_image, team_image;
};

/*
 * Adds one file's bytes, which may be any; they are copied into the arena. What does not read as
 * what it should be (an image that is none, a position of other words) is passed over: a validator
 * may leave whatever it likes, and only the score's own rules (score.h) make an error of it.
 */
void feedback_add(struct feedback *feedback, enum feedback_file file, struct str bytes,
                  struct arena *arena);

/* Reads what the port brought back: descriptors in the order of feedback_names, -1 for none.
 * ERR_FAULT. */
bool feedback_read(const int *fds, struct arena *arena, struct feedback *out,
                   struct err *err) MUST_CHECK;

#endif
