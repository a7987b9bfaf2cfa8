/* driver_object.c - a package's own C files as an object file for sanitizers, kept from run to run.
 */
#include "grader/pipeline/driver_object.h"

#include <stdio.h>

#include "grader/base/fd.h"
#include "grader/base/hash.h"
#include "grader/build/build.h"
#include "grader/build/layout.h"
#include "grader/catalog/content.h"
#include "grader/quality/sanitize.h"

enum { OBJECT_BYTES_MAX = 16 << 20 };

static bool path_of(const struct means *means, const struct package *package, char *out,
                    size_t room)
{
    struct hash hash;
    char name[HASH_TEXT_MAX];
    if (!means->cache)
        return false;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, sanitize_version());
    build_hash_compilers(&hash);
    content_hash_sources(&hash, &package->include);
    hash_finish(&hash, name);
    int length = snprintf(out, room, "%s/driver-%s", means->cache, name);
    return length > 0 && (size_t)length < room;
}

static bool compile(const struct means *means, const struct package *package, struct arena *arena,
                    struct str *out, struct err *err)
{
    struct layout layout;
    if (!layout_make(PROGRAM_C, &package->include, NULL, (struct str){ "", 0 }, arena, &layout,
                     err))
        return false;
    const struct sanitize_driver_input input = { .name = package->id,
                                                 .files = layout.files,
                                                 .file_count = layout.count,
                                                 .compiled = layout.compiled,
                                                 .compiled_count = layout.compiled_count };
    return sanitize_driver(means->runner, &input, arena, out, err);
}

static bool has_source(const struct source_set *include)
{
    for (size_t i = 0; i < include->count; i++)
        if (layout_is_source(PROGRAM_C, include->files[i].path))
            return true;
    return false;
}

bool driver_object(const struct means *means, const struct package *package, struct arena *arena,
                   struct str *out, struct err *err)
{
    char path[4096];
    struct err ignored = { 0 };
    struct str object = { "", 0 };
    bool has_path = path_of(means, package, path, sizeof path);
    if (has_source(&package->include) &&
        !(has_path && file_read(path, OBJECT_BYTES_MAX, arena, &object, &ignored))) {
        if (!compile(means, package, arena, &object, err))
            return false;
        if (has_path) { /* an empty file too: that it can't be compiled */
            bool kept = file_write(path, object.at, object.length, &ignored);
            (void)kept; /* nothing is lost: it is made again */
        }
    }
    *out = object;
    return true;
}
