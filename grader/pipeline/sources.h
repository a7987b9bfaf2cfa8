/* sources.h - files of this machine as a submission, for `judge`. */
#ifndef GRADER_PIPELINE_SOURCES_H
#define GRADER_PIPELINE_SOURCES_H

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/model/source.h"

enum { SOURCES_FILES_MAX = 200, SOURCES_FILE_BYTES_MAX = 1 << 20, SOURCES_DEPTH_MAX = 8 };

/*
 * Each path is a file, which gets its own name, or a folder, of which every .c and .h file below is
 * taken by its path there. Hidden files and folders are passed over. ERR_INPUT: no such path, two
 * files of one name, a ceiling, files without a .c file among them. Sorted by path.
 */
bool sources_read(const char *const *paths, size_t count, struct arena *arena,
                  struct source_set *out, struct err *err) MUST_CHECK;

/* The same of a submission of answers: of a folder every .ans and .out file. */
bool sources_read_answers(const char *const *paths, size_t count, struct arena *arena,
                          struct source_set *out, struct err *err) MUST_CHECK;

#endif
