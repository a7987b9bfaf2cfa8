/* emit.h - the reader's voice: frames on a descriptor, each written whole. */
#ifndef GRADER_INTAKE_EMIT_H
#define GRADER_INTAKE_EMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/buf.h"
#include "grader/base/err.h"
#include "grader/base/str.h"
#include "grader/intake/rules.h"

/* emit_init, then the calls in the order of frame.h, then emit_end or emit_error; emit_release. A
 * failed write (nobody reads, the limit on output) is kept in `failed`; later calls do nothing. */
struct emitter {
    int fd; /* borrowed */
    struct buf frame;
    uint64_t submissions, files, left_out, left_out_more;
    bool failed;
};

struct emit_meta {
    const char *revision, *commit, *author, *email, *subject;
    int64_t when_s;
};

void emit_init(struct emitter *emitter, int fd);
void emit_release(struct emitter *emitter);

void emit_hello(struct emitter *emitter);
/* Texts longer than INTAKE_META_MAX are cut. */
void emit_meta(struct emitter *emitter, const struct emit_meta *meta);
void emit_submission(struct emitter *emitter, const char *problem_id, const char *folder);
void emit_file(struct emitter *emitter, struct str path, struct str content);
/* folder: "" at the top. After INTAKE_LEFT_OUT_MAX names the rest is only counted. */
void emit_left_out(struct emitter *emitter, const char *folder, struct str name,
                   enum left_out_reason reason);
void emit_end(struct emitter *emitter);
void emit_error(struct emitter *emitter, const struct err *err);

#endif
