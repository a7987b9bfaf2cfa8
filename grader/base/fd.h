/* fd.h - descriptors with an owner, and whole files in and out. */
#ifndef GRADER_BASE_FD_H
#define GRADER_BASE_FD_H

#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/base/str.h"

/* A descriptor that closes at the end of its scope; -1 is none. */
#define SCOPED_FD SCOPED(fd_close) int
void fd_close(int *fd);
/* Hands a descriptor over: returns it and leaves -1 behind. */
int fd_steal(int *fd);

/* All size bytes, through EINTR and short writes. errno on failure. */
bool fd_write_all(int fd, const void *bytes, size_t size) MUST_CHECK;
/* From the current offset to the end, into the arena, a NUL behind; more than ceiling bytes is an
 * ERR_INPUT. */
bool fd_read_all(int fd, size_t ceiling, struct arena *arena, struct str *out,
                 struct err *err) MUST_CHECK;

/* A regular file as a whole; anything else (folder, device, FIFO) is an ERR_INPUT that names the
 * path. */
bool file_read(const char *path, size_t ceiling, struct arena *arena, struct str *out,
               struct err *err) MUST_CHECK;

/* A whole file by a temporary neighbour and a rename: readers see the old or the new one, never
 * half. ERR_INPUT. */
bool file_write(const char *path, const void *bytes, size_t size, struct err *err) MUST_CHECK;

/* mkdir -p; ERR_INPUT that names the folder that could not be made. */
bool folder_make(const char *path, struct err *err) MUST_CHECK;

/* An anonymous memory file that closes on exec, holding the bytes, offset 0. ERR_FAULT. */
bool memory_file(const char *name, const void *bytes, size_t size, int *out_fd,
                 struct err *err) MUST_CHECK;

#endif
