/* emit.c - the reader's voice. */
#include "grader/intake/emit.h"

#include <assert.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/intake/frame.h"

void emit_init(struct emitter *emitter, int fd)
{
    *emitter = (struct emitter){ .fd = fd };
    buf_init(&emitter->frame, FRAME_HEADER_BYTES + FRAME_PAYLOAD_MAX);
}

void emit_release(struct emitter *emitter)
{
    buf_release(&emitter->frame);
}

static void send_frame(struct emitter *emitter)
{
    frame_close(&emitter->frame, 0);
    if (!emitter->failed)
        emitter->failed = !buf_ok(&emitter->frame) ||
                          !fd_write_all(emitter->fd, emitter->frame.bytes, emitter->frame.length);
    buf_clear(&emitter->frame);
}

static void put_cut(struct buf *frame, const char *text, size_t ceiling)
{
    frame_put_bytes(frame, (struct str){ text, strnlen(text, ceiling) });
}

void emit_hello(struct emitter *emitter)
{
    frame_open(&emitter->frame, FRAME_HELLO);
    frame_put_number(&emitter->frame, FRAME_VERSION);
    send_frame(emitter);
}

void emit_meta(struct emitter *emitter, const struct emit_meta *meta)
{
    const char *const texts[] = { meta->revision, meta->commit, meta->author, meta->email,
                                  meta->subject };
    frame_open(&emitter->frame, FRAME_META);
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        put_cut(&emitter->frame, texts[i], INTAKE_META_MAX);
    frame_put_number(&emitter->frame, (uint64_t)meta->when_s);
    send_frame(emitter);
}

void emit_submission(struct emitter *emitter, const char *problem_id, const char *folder)
{
    frame_open(&emitter->frame, FRAME_SUBMISSION);
    frame_put_text(&emitter->frame, problem_id);
    frame_put_text(&emitter->frame, folder);
    send_frame(emitter);
    emitter->submissions++;
}

void emit_file(struct emitter *emitter, struct str path, struct str content)
{
    frame_open(&emitter->frame, FRAME_FILE);
    frame_put_bytes(&emitter->frame, path);
    frame_put_bytes(&emitter->frame, content);
    send_frame(emitter);
    emitter->files++;
}

/* "folder/name" as one field, the name cut so that the whole fits. */
static void put_path(struct buf *frame, const char *folder, struct str name)
{
    static const char cut_mark[] = "...";
    char path[INTAKE_LEFT_OUT_NAME_MAX];
    size_t used = strlen(folder);
    assert(used + 1 + sizeof cut_mark < sizeof path);
    memcpy(path, folder, used);
    if (used > 0)
        path[used++] = '/';
    size_t room = sizeof path - used;
    bool fits = name.length <= room;
    size_t take = fits ? name.length : room - (sizeof cut_mark - 1);
    memcpy(path + used, name.at, take);
    if (!fits)
        memcpy(path + used + take, cut_mark, sizeof cut_mark - 1);
    frame_put_bytes(frame, (struct str){ path, fits ? used + take : sizeof path });
}

void emit_left_out(struct emitter *emitter, const char *folder, struct str name,
                   enum left_out_reason reason)
{
    assert(reason > LEFT_OUT_NOT && reason < LEFT_OUT_COUNT);
    if (emitter->left_out == INTAKE_LEFT_OUT_MAX) {
        emitter->left_out_more++;
        return;
    }
    emitter->left_out++;
    frame_open(&emitter->frame, FRAME_LEFT_OUT);
    frame_put_number(&emitter->frame, reason);
    put_path(&emitter->frame, folder, name);
    send_frame(emitter);
}

void emit_end(struct emitter *emitter)
{
    frame_open(&emitter->frame, FRAME_END);
    frame_put_number(&emitter->frame, emitter->submissions);
    frame_put_number(&emitter->frame, emitter->files);
    frame_put_number(&emitter->frame, emitter->left_out_more);
    send_frame(emitter);
}

void emit_error(struct emitter *emitter, const struct err *err)
{
    assert(err_is_set(err));
    frame_open(&emitter->frame, FRAME_ERROR);
    frame_put_number(&emitter->frame, err->kind);
    put_cut(&emitter->frame, err->text, INTAKE_ERROR_MAX);
    send_frame(emitter);
}
