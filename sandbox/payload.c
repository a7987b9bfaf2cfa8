/* payload.c - files on their way to the supervisor. */
#include "sandbox/payload.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static bool path_is_good(const char *path)
{
    size_t length = strlen(path);
    if (length == 0 || length >= PAYLOAD_PATH_MAX || path[0] == '/' || path[length - 1] == '/')
        return false;
    for (const char *part = path; part; part = strchr(part, '/')) {
        part += part != path;
        size_t size = strcspn(part, "/");
        if (size == 0 || (size == 1 && part[0] == '.') ||
            (size == 2 && part[0] == '.' && part[1] == '.'))
            return false;
    }
    return true;
}

static bool write_all(int file, const void *bytes, size_t size)
{
    for (const char *at = bytes; size > 0;) {
        ssize_t wrote = write(file, at, size);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        at += wrote;
        size -= (size_t)wrote;
    }
    return true;
}

static bool put_file(int file, const struct sandbox_file *source, const char **out_why)
{
    if (!path_is_good(source->path)) {
        *out_why = "a file's path is absolute, empty, too long or has a '.' part";
        return false;
    }
    struct payload_head head = { .size = source->size };
    memcpy(head.path, source->path, strlen(source->path));
    if (write_all(file, &head, sizeof head) && write_all(file, source->bytes, source->size))
        return true;
    *out_why = "no memory for the files";
    return false;
}

int payload_write(const struct sandbox_file *first, size_t first_count,
                  const struct sandbox_file *second, size_t second_count, const char **out_why)
{
    assert(out_why);
    if (first_count + second_count > PAYLOAD_FILES_MAX) {
        *out_why = "too many files";
        return -1;
    }
    int file = memfd_create("payload", MFD_CLOEXEC);
    bool good = file >= 0;
    *out_why = "no memory file";
    for (size_t i = 0; good && i < first_count; i++)
        good = put_file(file, &first[i], out_why);
    for (size_t i = 0; good && i < second_count; i++)
        good = put_file(file, &second[i], out_why);
    if (!good && file >= 0)
        close(file);
    return good ? file : -1;
}
