/* mapped.c - a test file as bytes. */
#include "grader/judge/mapped.h"

#include <assert.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "grader/base/fd.h"

void mapped_close(struct mapped *mapped)
{
    assert(mapped);
    if (mapped->memory)
        munmap(mapped->memory, mapped->bytes.length);
    *mapped = (struct mapped){ 0 };
}

bool mapped_open(const char *path, struct mapped *out, struct err *err)
{
    assert(path && out);
    SCOPED_FD fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat st;
    if (fd < 0 || fstat(fd, &st) != 0)
        return err_sys(err, ERR_INPUT, "cannot open '%s'", path);
    if (!S_ISREG(st.st_mode))
        return err_set(err, ERR_INPUT, "cannot read '%s': not a regular file", path);
    struct mapped made = { .bytes = { "", 0 } };
    if (st.st_size > 0) {
        size_t size = (size_t)st.st_size;
        made.memory = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (made.memory == MAP_FAILED)
            return err_sys(err, ERR_FAULT, "cannot map '%s'", path);
        made.bytes = (struct str){ made.memory, size };
    }
    *out = made;
    return true;
}
