/* limits_cache.c - a problem's time limit on this machine, kept from run to run. */
#include "grader/pipeline/limits_cache.h"

#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>

#include "grader/base/arena.h"
#include "grader/base/fd.h"
#include "grader/base/num.h"

/* Changes when what is measured, or how, changes. */
static const char limits_version[] = "limits 2";

void limits_cache_hash_machine(struct hash *hash)
{
    SCOPED_ARENA arena = { 0 };
    struct err ignored = { 0 };
    struct str info;
    if (file_read("/proc/cpuinfo", 1 << 22, &arena, &info, &ignored)) {
        const char *name = strstr(info.at, "model name");
        struct str rest = { name ? name : "", name ? strlen(name) : 0 }, line;
        if (str_next_line(&rest, &line))
            hash_field(hash, line);
    }
    struct utsname kernel;
    if (uname(&kernel) == 0) {
        hash_field(hash, str_of(kernel.release));
        hash_field(hash, str_of(kernel.machine));
    }
}

void limits_cache_name(const struct means *means, const struct package *package,
                       char out[HASH_TEXT_MAX])
{
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, str_of(limits_version));
    hash_field(&hash, str_of(package->content_hash));
    hash_field(&hash, means->key);
    hash_number(&hash, (uint64_t)(package->limits.ac_to_time_limit * 1e6));
    hash_number(&hash, (uint64_t)(package->limits.time_limit_to_tle * 1e6));
    hash_number(&hash, package->limits.time_resolution_us);
    for (size_t i = 0; i < package->submission_count; i++) {
        const struct package_submission *submission = &package->submissions[i];
        hash_field(&hash, str_of(submission->sources.name));
        hash_number(&hash, submission->time_limit_use);
        for (size_t k = 0; k < submission->sources.count; k++)
            hash_field(&hash, submission->sources.files[k].bytes);
    }
    limits_cache_hash_machine(&hash);
    hash_finish(&hash, out);
}

static bool path_of(const struct means *means, const char *name, char *out, size_t room)
{
    int length = snprintf(out, room, "%s/limit-%s", means->cache, name);
    return length > 0 && (size_t)length < room;
}

bool limits_cache_get(const struct means *means, const char *name, uint64_t *out_limit_us)
{
    SCOPED_ARENA arena = { 0 };
    struct err ignored = { 0 };
    struct str text;
    char path[4096];
    const uint64_t longest = UINT64_C(86400) * 1000000;
    return path_of(means, name, path, sizeof path) &&
           file_read(path, 64, &arena, &text, &ignored) && num_u64(text, 1, longest, out_limit_us);
}

bool limits_cache_put(const struct means *means, const char *name, uint64_t limit_us,
                      struct err *err)
{
    char path[4096], text[32];
    if (!path_of(means, name, path, sizeof path))
        return err_set(err, ERR_INPUT, "cannot write into the cache '%.64s…': the path is too long",
                       means->cache);
    int length = snprintf(text, sizeof text, "%llu", (unsigned long long)limit_us);
    return file_write(path, text, (size_t)length, err) || err_wrap(err, "cache");
}
