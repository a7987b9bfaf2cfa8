/* fd.c - descriptors with an owner, and whole files in and out. */
#include "grader/base/fd.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/buf.h"

void fd_close(int *fd)
{
    assert(fd);
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

int fd_steal(int *fd)
{
    assert(fd);
    int taken = *fd;
    *fd = -1;
    return taken;
}

bool fd_write_all(int fd, const void *bytes, size_t size)
{
    for (const char *at = bytes; size > 0;) {
        ssize_t wrote = write(fd, at, size);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return false;
        at += wrote;
        size -= (size_t)wrote;
    }
    return true;
}

/* Reads up to the ceiling and one byte more, which tells whether there would have been more. */
bool fd_read_all(int fd, size_t ceiling, struct arena *arena, struct str *out, struct err *err)
{
    enum { STEP = 64 * 1024 };
    SCOPED_BUF all;
    buf_init(&all, ceiling + STEP);
    for (;;) {
        char step[STEP];
        ssize_t got = read(fd, step, sizeof step);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return err_sys(err, ERR_FAULT, "cannot read");
        if (got == 0)
            break;
        buf_put(&all, step, (size_t)got);
        if (all.length > ceiling)
            return err_set(err, ERR_INPUT, "larger than %zu bytes", ceiling);
    }
    *out = (struct str){ arena_memdup(arena, all.bytes, all.length), all.length };
    return true;
}

bool file_read(const char *path, size_t ceiling, struct arena *arena, struct str *out,
               struct err *err)
{
    /* O_NONBLOCK: the open of a FIFO must not wait for a writer. */
    SCOPED_FD fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return err_sys(err, ERR_INPUT, "cannot open '%s'", path);
    struct stat st;
    if (fstat(fd, &st) != 0)
        return err_sys(err, ERR_FAULT, "cannot look at '%s'", path);
    if (!S_ISREG(st.st_mode))
        return err_set(err, ERR_INPUT, "cannot read '%s': not a regular file", path);
    if (!fd_read_all(fd, ceiling, arena, out, err))
        return err_wrap(err, "cannot read '%s'", path);
    return true;
}

bool file_write(const char *path, const void *bytes, size_t size, struct err *err)
{
    char temporary[PATH_MAX];
    int length = snprintf(temporary, sizeof temporary, "%s.%ld.part", path, (long)getpid());
    if (length < 0 || (size_t)length >= sizeof temporary)
        return err_set(err, ERR_INPUT, "cannot write '%.64s…': the path is too long", path);
    SCOPED_FD fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0)
        return err_sys(err, ERR_INPUT, "cannot write '%s'", path);
    /* fsync: a full disk or a lost mount shows here at the latest, not after the rename. */
    bool written = fd_write_all(fd, bytes, size) && fsync(fd) == 0 && rename(temporary, path) == 0;
    if (!written) {
        err_sys(err, ERR_INPUT, "cannot write '%s'", path);
        unlink(temporary);
    }
    return written;
}

bool folder_make(const char *path, struct err *err)
{
    char part[PATH_MAX];
    size_t length = strlen(path);
    if (length == 0 || length >= sizeof part)
        return err_set(err, ERR_INPUT, "cannot make the folder '%.64s': bad length of path", path);
    for (size_t i = 1; i <= length; i++) {
        if (path[i] != '/' && path[i] != '\0')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, 0777) != 0 && errno != EEXIST)
            return err_sys(err, ERR_INPUT, "cannot make the folder '%s'", part);
    }
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
        return err_set(err, ERR_INPUT, "cannot make the folder '%s': a file of that name exists",
                       path);
    return true;
}

bool memory_file(const char *name, const void *bytes, size_t size, int *out_fd, struct err *err)
{
    SCOPED_FD fd = memfd_create(name, MFD_CLOEXEC);
    if (fd < 0 || !fd_write_all(fd, bytes, size) || lseek(fd, 0, SEEK_SET) != 0)
        return err_sys(err, ERR_FAULT, "cannot make a memory file of %zu bytes", size);
    *out_fd = fd_steal(&fd);
    return true;
}
