/* decode.c - the reader's answer becomes a snapshot. */
#include "grader/intake/decode.h"

#include <stdlib.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/intake/frame.h"
#include "grader/intake/rules.h"

enum { FRAMES_MAX = 1000 * 1000 };

struct decoder {
    const struct intake_request *request;
    struct arena *arena;
    struct snapshot snapshot; /* its arrays grow: capacities below */
    size_t submission_capacity, left_out_capacity, file_capacity;
    size_t folder_bytes, total_bytes, file_count;
    bool greeted, has_meta, ended;
    struct err *err;
};

/* ---- pieces ---- */

/* As a C string in the arena; NULL when it holds a NUL. */
static const char *text_of(struct decoder *decoder, struct str bytes)
{
    if (memchr(bytes.at, '\0', bytes.length))
        return NULL;
    return arena_memdup(decoder->arena, bytes.at, bytes.length);
}

static bool take_text(struct decoder *decoder, struct frame_fields *fields, size_t ceiling,
                      const char **out)
{
    *out = text_of(decoder, frame_take_bytes(fields, ceiling));
    return *out != NULL;
}

static bool is_commit_id(const char *hex)
{
    size_t length = strlen(hex);
    return (length == 40 || length == 64) && strspn(hex, "0123456789abcdef") == length;
}

/* Code points that could forge a terminal's or a page's lines: controls, and those that turn the
 * direction of writing or take no room (Unicode 15, general categories Cc, Zl, Zp, part of Cf). */
static bool is_plain_rune(long rune)
{
    static const struct {
        long first, last;
    } bad[] = { { 0x00, 0x1f },     { 0x7f, 0x9f },     { 0x200b, 0x200f },
                { 0x2028, 0x202e }, { 0x2060, 0x206f }, { 0xfeff, 0xfeff } };
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        if (rune >= bad[i].first && rune <= bad[i].last)
            return false;
    return rune >= 0;
}

/* Every byte or rune that is not plain becomes '?'. */
static const char *printable(struct str text, struct arena *arena)
{
    SCOPED_BUF out;
    buf_init(&out, INTAKE_ERROR_MAX);
    for (size_t at = 0; at < text.length;) {
        size_t start = at;
        if (is_plain_rune(str_next_rune(text, &at)))
            buf_put(&out, text.at + start, at - start);
        else
            buf_putc(&out, '?');
    }
    return arena_strdup(arena, buf_text(&out));
}

/* ---- frames; false without an error set means nonsense ---- */

static bool on_hello(struct decoder *decoder, struct frame_fields *fields)
{
    bool first = !decoder->greeted;
    decoder->greeted = true;
    return frame_take_number(fields) == FRAME_VERSION && first;
}

static bool on_meta(struct decoder *decoder, struct frame_fields *fields)
{
    struct snapshot *to = &decoder->snapshot;
    const char **const texts[] = { &to->revision, &to->commit, &to->author, &to->email,
                                   &to->subject };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        if (!take_text(decoder, fields, INTAKE_META_MAX, texts[i]))
            return false;
    to->when_s = (int64_t)frame_take_number(fields);
    bool first = !decoder->has_meta;
    decoder->has_meta = true;
    return first && is_commit_id(to->commit);
}

static const char *find_word(const char *const *words, size_t count, const char *word)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0)
            return words[i];
    return NULL;
}

static bool folder_is_asked_for(const struct intake_request *request, const char *id,
                                const char *folder)
{
    char path[INTAKE_FOLDER_PATH_MAX + 1];
    for (size_t i = 0; i < request->root_count; i++)
        if (folder_path(request->roots[i], id, path) && strcmp(path, folder) == 0)
            return true;
    return false;
}

static bool on_submission(struct decoder *decoder, struct frame_fields *fields)
{
    const struct intake_request *request = decoder->request;
    struct snapshot *to = &decoder->snapshot;
    const char *id, *folder;
    if (!decoder->has_meta || !take_text(decoder, fields, INTAKE_FOLDER_PATH_MAX, &id) ||
        !take_text(decoder, fields, INTAKE_FOLDER_PATH_MAX, &folder) ||
        !find_word(request->problem_ids, request->problem_count, id) ||
        !folder_is_asked_for(request, id, folder))
        return false;
    for (size_t i = 0; i < to->submission_count; i++)
        if (strcmp(to->submissions[i].problem_id, id) == 0)
            return false;
    to->submissions = arena_grow(decoder->arena, to->submissions, to->submission_count,
                                 &decoder->submission_capacity, sizeof *to->submissions);
    to->submissions[to->submission_count++] =
        (struct submission){ .problem_id = id, .folder = folder, .sources = { .name = id } };
    decoder->folder_bytes = 0;
    decoder->file_capacity = 0;
    return true;
}

static bool file_fits(const struct decoder *decoder, const struct source_set *set, struct str path,
                      struct str content)
{
    if (!path_is_sound(path) || set->count == INTAKE_FOLDER_FILES_MAX ||
        content.length > INTAKE_FOLDER_BYTES_MAX - decoder->folder_bytes ||
        content.length > INTAKE_TOTAL_BYTES_MAX - decoder->total_bytes)
        return false;
    for (size_t i = 0; i < set->count; i++)
        if (paths_clash(str_of(set->files[i].path), path))
            return false;
    return true;
}

static bool on_file(struct decoder *decoder, struct frame_fields *fields)
{
    struct snapshot *to = &decoder->snapshot;
    struct str path = frame_take_bytes(fields, INTAKE_LEFT_OUT_NAME_MAX);
    struct str content = frame_take_bytes(fields, INTAKE_FILE_BYTES_MAX);
    if (to->submission_count == 0 || fields->broken)
        return false;
    struct source_set *set = &to->submissions[to->submission_count - 1].sources;
    if (!file_fits(decoder, set, path, content))
        return false;
    set->files = arena_grow(decoder->arena, set->files, set->count, &decoder->file_capacity,
                            sizeof *set->files);
    set->files[set->count++] = (struct source_file){
        .path = arena_memdup(decoder->arena, path.at, path.length),
        .bytes = { arena_memdup(decoder->arena, content.at, content.length), content.length },
    };
    decoder->folder_bytes += content.length;
    decoder->total_bytes += content.length;
    decoder->file_count++;
    return true;
}

static bool on_left_out(struct decoder *decoder, struct frame_fields *fields)
{
    struct snapshot *to = &decoder->snapshot;
    uint64_t reason = frame_take_number(fields);
    struct str name = frame_take_bytes(fields, INTAKE_LEFT_OUT_NAME_MAX);
    if (!decoder->has_meta || reason <= LEFT_OUT_NOT || reason >= LEFT_OUT_COUNT ||
        to->left_out_count == INTAKE_LEFT_OUT_MAX || memchr(name.at, '\0', name.length))
        return false;
    to->left_out = arena_grow(decoder->arena, to->left_out, to->left_out_count,
                              &decoder->left_out_capacity, sizeof *to->left_out);
    to->left_out[to->left_out_count++] = (struct left_out){
        .name = { arena_memdup(decoder->arena, name.at, name.length), name.length },
        .reason = left_out_reason_text((enum left_out_reason)reason),
    };
    return true;
}

static bool on_end(struct decoder *decoder, struct frame_fields *fields)
{
    struct snapshot *to = &decoder->snapshot;
    uint64_t submissions = frame_take_number(fields), files = frame_take_number(fields);
    uint64_t more = frame_take_number(fields);
    decoder->ended = true;
    to->left_out_more = (size_t)more;
    return decoder->has_meta && submissions == to->submission_count &&
           files == decoder->file_count && more <= INTAKE_ENTRIES_MAX;
}

static bool on_error(struct decoder *decoder, struct frame_fields *fields)
{
    uint64_t kind = frame_take_number(fields);
    struct str text = frame_take_bytes(fields, INTAKE_ERROR_MAX);
    if ((kind != ERR_INPUT && kind != ERR_FAULT) || text.length == 0 || !frame_fields_ok(fields))
        return false;
    return err_set(decoder->err, (enum err_kind)kind, "%s", printable(text, decoder->arena));
}

static bool (*const handlers[FRAME_KIND_END])(struct decoder *, struct frame_fields *) = {
    [FRAME_HELLO] = on_hello, [FRAME_META] = on_meta,         [FRAME_SUBMISSION] = on_submission,
    [FRAME_FILE] = on_file,   [FRAME_LEFT_OUT] = on_left_out, [FRAME_END] = on_end,
    [FRAME_ERROR] = on_error,
};

static bool nonsense(struct decoder *decoder, size_t number, const char *what)
{
    return err_set(decoder->err, ERR_FAULT,
                   "the repository reader gave no sensible answer (frame %zu: %s)", number, what);
}

static bool decode_frame(struct decoder *decoder, const struct frame *frame, size_t number)
{
    struct frame_fields fields = frame_fields(frame);
    if (decoder->ended || (number == 1) != (frame->kind == FRAME_HELLO))
        return nonsense(decoder, number, "out of order");
    bool good = handlers[frame->kind](decoder, &fields) && frame_fields_ok(&fields);
    if (!good && !err_is_set(decoder->err))
        return nonsense(decoder, number, "against the rules");
    return good;
}

static bool decode_frames(struct decoder *decoder, struct str answer)
{
    struct str rest = answer;
    for (size_t number = 1; number <= FRAMES_MAX; number++) {
        struct frame frame;
        enum frame_read read = frame_next(&rest, &frame);
        if (read == FRAME_READ_BAD)
            return nonsense(decoder, number, "not a frame");
        if (read == FRAME_READ_NONE)
            return decoder->ended || nonsense(decoder, number, "it ends too early");
        if (!decode_frame(decoder, &frame, number))
            return false;
    }
    return nonsense(decoder, FRAMES_MAX, "too many");
}

/* ---- order ---- */

static int compare_bytes(struct str a, struct str b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = memcmp(a.at, b.at, shorter);
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static int by_path(const void *a, const void *b)
{
    const struct source_file *left = a, *right = b;
    return strcmp(left->path, right->path);
}

static int by_problem(const void *a, const void *b)
{
    const struct submission *left = a, *right = b;
    return strcmp(left->problem_id, right->problem_id);
}

static int by_name(const void *a, const void *b)
{
    const struct left_out *left = a, *right = b;
    int order = compare_bytes(left->name, right->name);
    return order ? order : strcmp(left->reason, right->reason);
}

static void sort(void *array, size_t count, size_t size, int (*order)(const void *, const void *))
{
    if (count > 1)
        qsort(array, count, size, order);
}

static void sort_snapshot(struct snapshot *snapshot)
{
    for (size_t i = 0; i < snapshot->submission_count; i++) {
        struct source_set *set = &snapshot->submissions[i].sources;
        sort(set->files, set->count, sizeof *set->files, by_path);
    }
    sort(snapshot->submissions, snapshot->submission_count, sizeof *snapshot->submissions,
         by_problem);
    sort(snapshot->left_out, snapshot->left_out_count, sizeof *snapshot->left_out, by_name);
}

bool decode_answer(struct str answer, const struct intake_request *request, struct arena *arena,
                   struct snapshot *out, struct err *err)
{
    err_clear(err);
    struct decoder decoder = { .request = request, .arena = arena, .err = err };
    if (!decode_frames(&decoder, answer))
        return false;
    sort_snapshot(&decoder.snapshot);
    *out = decoder.snapshot;
    return true;
}
