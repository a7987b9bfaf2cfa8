/* mapped.h - a test file as bytes: mapped read-only, gone at the end of its scope. */
#ifndef GRADER_JUDGE_MAPPED_H
#define GRADER_JUDGE_MAPPED_H

#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/base/str.h"

/* Zero-initialise; mapped_close is safe on that and twice. */
struct mapped {
    struct str bytes; /* valid until mapped_close */
    void *memory;     /* owned; NULL for an empty file */
};
void mapped_close(struct mapped *mapped);
#define SCOPED_MAPPED SCOPED(mapped_close) struct mapped

/* ERR_INPUT that names the path: no such file, not a regular one. */
bool mapped_open(const char *path, struct mapped *out, struct err *err) MUST_CHECK;

#endif
