/* grow_cache.c - how the cost of a problem's model solution grows, kept from run to run. */
#include "grader/pipeline/grow_cache.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/catalog/content.h"
#include "grader/growth/count_build.h"
#include "grader/pipeline/limits_cache.h"

enum {
    PLAN_BYTES_MAX = 1 << 20,
    PROGRAM_BYTES_MAX = 1 << 28,
    STOPPED_BYTES_MAX = 4096,
    PATH_ROOM = 4096
};

/* A cache file: this, `stopped`, and the hash of both. It is read by the machine that wrote it. */
struct kept {
    struct lab_series series; /* its pointer means nothing */
    size_t stopped_length;
};

/* Another compiler may place its counters elsewhere. */
static void hash_compiler(struct hash *hash)
{
    struct stat facts;
    const char *path = count_build_compiler();
    if (path && stat(path, &facts) == 0) {
        hash_field(hash, str_of(path));
        hash_number(hash, (uint64_t)facts.st_size);
        hash_number(hash, (uint64_t)facts.st_mtim.tv_sec);
    }
}

/*
 * What is counted, how it is built, run and kept: all of that is in the grader's own program, so a
 * grader that was built anew measures anew, and nobody has to remember to raise a version. 3 ms for
 * a release build.
 */
static bool hash_grader(struct hash *hash, const char *executable)
{
    SCOPED_ARENA arena = { 0 };
    struct err ignored = { 0 };
    struct str program;
    if (!executable || !file_read(executable, PROGRAM_BYTES_MAX, &arena, &program, &ignored))
        return false;
    hash_field(hash, program);
    return true;
}

static bool hash_plan(struct hash *hash, const struct package *package)
{
    SCOPED_ARENA arena = { 0 };
    struct err ignored = { 0 };
    struct str text;
    const char *path = arena_printf(&arena, "%s/growth.yaml", package->folder);
    if (!file_read(path, PLAN_BYTES_MAX, &arena, &text, &ignored))
        return false;
    hash_field(hash, text);
    return true;
}

bool grow_cache_name(const struct means *means, const struct package *package,
                     const struct source_set *model, char out[HASH_TEXT_MAX])
{
    struct hash hash;
    hash_init(&hash, NULL, 0);
    if (!means->cache || !hash_grader(&hash, means->executable) || !hash_plan(&hash, package))
        return false;
    hash_field(&hash, str_of(package->content_hash));
    content_hash_sources(&hash, model);
    hash_field(&hash, means->key);
    hash_field(&hash, means->starter);
    hash_compiler(&hash);
    limits_cache_hash_machine(&hash);
    hash_finish(&hash, out);
    return true;
}

static bool path_of(const struct means *means, const char *name, char out[PATH_ROOM])
{
    int length = snprintf(out, PATH_ROOM, "%s/growth-%s", means->cache, name);
    return length > 0 && length < PATH_ROOM;
}

static void seal(struct str bytes, char out[HASH_TEXT_MAX])
{
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, bytes);
    hash_finish(&hash, out);
}

bool grow_cache_get(const struct means *means, const char *name, struct arena *arena,
                    struct lab_series *out)
{
    struct err ignored = { 0 };
    struct str text;
    struct kept kept;
    char path[PATH_ROOM], expected[HASH_TEXT_MAX];
    const size_t most = sizeof kept + STOPPED_BYTES_MAX + HASH_TEXT_MAX;
    if (!path_of(means, name, path) || !file_read(path, most, arena, &text, &ignored) ||
        text.length < sizeof kept + HASH_TEXT_MAX - 1)
        return false;
    size_t body = text.length - (HASH_TEXT_MAX - 1);
    seal((struct str){ text.at, body }, expected);
    if (memcmp(text.at + body, expected, HASH_TEXT_MAX - 1) != 0)
        return false;
    memcpy(&kept, text.at, sizeof kept);
    if (kept.stopped_length != body - sizeof kept || kept.series.count > GROWTH_POINT_MAX)
        return false;
    *out = kept.series;
    out->stopped = arena_memdup(arena, text.at + sizeof kept, kept.stopped_length);
    return true;
}

bool grow_cache_put(const struct means *means, const char *name, const struct lab_series *series,
                    struct err *err)
{
    SCOPED_BUF bytes;
    struct kept kept;
    char path[PATH_ROOM], sealed[HASH_TEXT_MAX];
    buf_init(&bytes, sizeof kept + STOPPED_BYTES_MAX + HASH_TEXT_MAX);
    memset(&kept, 0, sizeof kept); /* the padding is written too */
    memcpy(&kept.series, series, sizeof *series);
    kept.series.stopped = NULL;
    kept.stopped_length = strnlen(series->stopped, STOPPED_BYTES_MAX);
    if (!path_of(means, name, path))
        return err_set(err, ERR_INPUT, "cannot write into the cache '%.64s…': the path is too long",
                       means->cache);
    buf_put(&bytes, &kept, sizeof kept);
    buf_put(&bytes, series->stopped, kept.stopped_length);
    seal((struct str){ buf_text(&bytes), bytes.length }, sealed);
    buf_puts(&bytes, sealed);
    return file_write(path, buf_text(&bytes), bytes.length, err) || err_wrap(err, "cache");
}
