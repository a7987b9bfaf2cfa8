/* payload.h - files on their way to the supervisor: one memory file with names, sizes and bytes. */
#ifndef SANDBOX_PAYLOAD_H
#define SANDBOX_PAYLOAD_H

#include <stdbool.h>

#include "sandbox/sandbox.h"

enum { PAYLOAD_PATH_MAX = 256, PAYLOAD_FILES_MAX = 4096 };

struct payload_head {
    uint64_t size;
    char path[PAYLOAD_PATH_MAX];
};

/* A memory file with both lists, or -1; *out_why says which path is refused: absolute, empty, too
 * long, or with a ".." part. */
int payload_write(const struct sandbox_file *first, size_t first_count,
                  const struct sandbox_file *second, size_t second_count, const char **out_why);

#endif
