/* content.c - a package's name by content. */
#include "grader/catalog/content.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/base/hash.h"

/* Part of the hash: raise it when the loader begins to read the same bytes in another way. */
enum { CONTENT_VERSION = 2 };

/* Fills the buffer unless the file ends; -1 is an error. */
static ssize_t read_full(int fd, char *bytes, size_t size)
{
    size_t have = 0;
    while (have < size) {
        ssize_t got = read(fd, bytes + have, size - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        have += (size_t)got;
    }
    return (ssize_t)have;
}

/* In steps of one size, each with its length in front; an empty step ends the file. */
static bool hash_file(struct hash *hash, const struct entry *file, struct err *err)
{
    char step[64 * 1024];
    SCOPED_FD fd = open(file->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return err_sys(err, ERR_INPUT, "cannot open '%s'", file->place);
    hash_field(hash, str_of(file->place));
    for (ssize_t got = 1; got > 0;) {
        got = read_full(fd, step, sizeof step);
        if (got < 0)
            return err_sys(err, ERR_INPUT, "cannot read '%s'", file->place);
        hash_field(hash, (struct str){ step, (size_t)got });
    }
    return true;
}

static bool hash_folder(struct loader *loader, struct hash *hash, const char *place, unsigned depth,
                        struct err *err)
{
    struct listing listing;
    if (!loader_list(loader, place, &listing, err))
        return false;
    for (size_t i = 0; i < listing.count && depth <= LOADER_DEPTH_MAX; i++) {
        const struct entry *entry = &listing.entries[i];
        bool good = entry->is_folder ? hash_folder(loader, hash, entry->place, depth + 1, err)
                                     : hash_file(hash, entry, err);
        if (!good)
            return false;
    }
    return true;
}

void content_hash_sources(struct hash *hash, const struct source_set *set)
{
    hash_field(hash, str_of(set->name));
    hash_number(hash, set->count);
    for (size_t i = 0; i < set->count; i++) {
        hash_field(hash, str_of(set->files[i].path));
        hash_field(hash, set->files[i].bytes);
    }
}

static void hash_programs(struct hash *hash, const struct package_program *programs, size_t count)
{
    hash_number(hash, count);
    for (size_t i = 0; i < count; i++)
        content_hash_sources(hash, &programs[i].sources);
}

static bool hash_entry(struct loader *loader, struct hash *hash, const char *folder,
                       const char *name, struct err *err)
{
    struct listing listing;
    if (!loader_list(loader, folder, &listing, err))
        return false;
    const struct entry *file = listing_find(&listing, name);
    return !file || hash_file(hash, file, err);
}

bool content_hash(struct loader *loader, struct err *err)
{
    struct package *package = loader->package;
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_number(&hash, CONTENT_VERSION);
    hash_field(&hash, str_of(package->id));
    if (!hash_entry(loader, &hash, "", "problem.yaml", err) ||
        !hash_entry(loader, &hash, "data", "testdata.yaml", err) ||
        !hash_entry(loader, &hash, "data", "test_group.yaml", err) ||
        !hash_folder(loader, &hash, "data/sample", 0, err) ||
        !hash_folder(loader, &hash, "data/secret", 0, err) ||
        !hash_entry(loader, &hash, "generators", "tests.yaml", err))
        return false;
    hash_number(&hash, package->limits.time_limit_us); /* legacy: from files of other systems */
    content_hash_sources(&hash, &package->include);
    content_hash_sources(&hash, &package->include_cpp);
    content_hash_sources(&hash, &package->include_python3);
    hash_programs(&hash, package->output_validators, package->output_validator_count);
    hash_programs(&hash, package->input_validators, package->input_validator_count);
    hash_programs(&hash, package->static_validator, package->static_validator ? 1 : 0);
    hash_programs(&hash, package->grader, package->grader ? 1 : 0);
    hash_number(&hash, package->generator_count);
    for (size_t i = 0; i < package->generator_count; i++)
        content_hash_sources(&hash, &package->generators[i]);
    char text[HASH_TEXT_MAX];
    hash_finish(&hash, text);
    package->content_hash = arena_strdup(loader->arena, text);
    return true;
}
