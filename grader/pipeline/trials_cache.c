/* trials_cache.c - small public inputs with their answers, kept from run to run. */
#include "grader/pipeline/trials_cache.h"

#include <stdio.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/base/num.h"
#include "grader/catalog/content.h"

/* Changes when the same calls give other trials. */
static const char trials_version[] = "trials 1";

/*
 *   LIKE INPUT-BYTES ANSWER-BYTES\n  input  answer     a trial; LIKE is the index of a test
 *   …
 *   hash of all before
 */
enum {
    PATH_ROOM = 4096,
    HEAD_MAX = 80,
    FILE_MAX = TRIAL_CALLS_MAX * (HEAD_MAX + TRIAL_INPUT_MAX + TRIAL_ANSWER_MAX) + HASH_TEXT_MAX
};

static void hash_call(struct hash *hash, const struct package *package,
                      const struct trial_call *call)
{
    hash_number(hash, (uint64_t)(call->like - package->cases));
    hash_number(hash, call->generator);
    hash_number(hash, call->words.count);
    for (size_t i = 0; i < call->words.count; i++)
        hash_field(hash, str_of(call->words.words[i]));
}

bool trials_cache_name(const struct means *means, const struct package *package,
                       const struct package_submission *model, const struct trial_calls *calls,
                       char out[HASH_TEXT_MAX])
{
    struct hash hash;
    if (!means->cache)
        return false;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, str_of(trials_version));
    hash_field(&hash, str_of(package->content_hash));
    hash_number(&hash, calls->count);
    for (size_t i = 0; i < calls->count; i++)
        hash_call(&hash, package, &calls->calls[i]);
    for (size_t i = 0; i < package->generator_count; i++)
        content_hash_sources(&hash, &package->generators[i]);
    content_hash_sources(&hash, &model->sources);
    hash_finish(&hash, out);
    return true;
}

static bool path_of(const struct means *means, const char *name, char out[PATH_ROOM])
{
    int length = snprintf(out, PATH_ROOM, "%s/trials-%s", means->cache, name);
    return length > 0 && length < PATH_ROOM;
}

static void seal(struct str bytes, char out[HASH_TEXT_MAX])
{
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, bytes);
    hash_finish(&hash, out);
}

/* ---- reading ---- */

static bool next_number(struct str *line, uint64_t most, uint64_t *out)
{
    const char *blank = memchr(line->at, ' ', line->length);
    size_t length = blank ? (size_t)(blank - line->at) : line->length;
    if (!num_u64((struct str){ line->at, length }, 0, most, out))
        return false;
    size_t used = blank ? length + 1 : length;
    *line = (struct str){ line->at + used, line->length - used };
    return true;
}

static bool take(struct str *rest, uint64_t length, struct str *out)
{
    if (length > rest->length)
        return false;
    *out = (struct str){ rest->at, length };
    *rest = (struct str){ rest->at + length, rest->length - length };
    return true;
}

static bool read_trial(struct str *rest, const struct package *package, struct trial *out)
{
    struct str line;
    uint64_t like, input, answer;
    if (!str_next_line(rest, &line) || !next_number(&line, UINT32_MAX, &like) ||
        !next_number(&line, TRIAL_INPUT_MAX, &input) ||
        !next_number(&line, TRIAL_ANSWER_MAX, &answer) || like >= package->case_count)
        return false;
    out->like = &package->cases[like];
    return take(rest, input, &out->input) && take(rest, answer, &out->answer);
}

bool trials_cache_get(const struct means *means, const char *name, const struct package *package,
                      struct arena *arena, struct trial_set *out)
{
    struct err ignored = { 0 };
    struct str text;
    char path[PATH_ROOM], expected[HASH_TEXT_MAX];
    const size_t seal_length = HASH_TEXT_MAX - 1;
    if (!path_of(means, name, path) || !file_read(path, FILE_MAX, arena, &text, &ignored) ||
        text.length < seal_length)
        return false;
    struct str rest = { text.at, text.length - seal_length };
    seal(rest, expected);
    if (memcmp(text.at + rest.length, expected, seal_length) != 0)
        return false;
    struct trial_set set = { ARENA_ARRAY(arena, TRIAL_CALLS_MAX, struct trial), 0 };
    while (rest.length > 0)
        if (set.count == TRIAL_CALLS_MAX || !read_trial(&rest, package, &set.trials[set.count++]))
            return false;
    *out = set;
    return true;
}

/* ---- writing ---- */

void trials_cache_put(const struct means *means, const char *name, const struct package *package,
                      const struct trial_set *set)
{
    SCOPED_BUF bytes;
    struct err ignored = { 0 };
    char path[PATH_ROOM], sealed[HASH_TEXT_MAX];
    buf_init(&bytes, FILE_MAX);
    for (size_t i = 0; i < set->count; i++) {
        const struct trial *trial = &set->trials[i];
        buf_printf(&bytes, "%zu %zu %zu\n", (size_t)(trial->like - package->cases),
                   trial->input.length, trial->answer.length);
        buf_put(&bytes, trial->input.at, trial->input.length);
        buf_put(&bytes, trial->answer.at, trial->answer.length);
    }
    seal((struct str){ buf_text(&bytes), bytes.length }, sealed);
    buf_puts(&bytes, sealed);
    if (!buf_ok(&bytes) || !path_of(means, name, path))
        return;
    bool is_kept = file_write(path, buf_text(&bytes), bytes.length, &ignored);
    (void)is_kept;
}
