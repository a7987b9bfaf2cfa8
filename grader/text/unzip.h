/* unzip.h - a zip archive into a folder, with ceilings on all of it. */
#ifndef GRADER_TEXT_UNZIP_H
#define GRADER_TEXT_UNZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/attr.h"
#include "grader/base/err.h"

/*
 * The only user of libarchive. Of its formats only zip with a central directory is switched on, so
 * an archive that was cut off is refused at once. Nothing is believed: sizes are counted as the
 * bytes come, names are taken apart, and what is written is opened below the folder's descriptor
 * and never over something that is there.
 */
struct unzip_limits {
    size_t entries;
    uint64_t bytes;      /* of all files together, unpacked */
    uint64_t free_bytes; /* up to here the ratio is not looked at */
    unsigned ratio;      /* bytes unpacked for one byte of the archive */
    unsigned depth;      /* folders in folders */
};

/*
 * Unpacks the archive into `folder`, an open empty folder that nobody else writes to. Files get
 * mode 0644, or 0755 when the archive has them executable. The folder __MACOSX is left out.
 *
 * ERR_INPUT: not a zip archive, one that is cut off or damaged or encrypted, a ceiling, an entry
 * that is neither a file nor a folder (a symbolic link), a name that is absolute or holds "..", a
 * backslash or bytes that are not UTF-8, two entries of one name. ERR_FAULT: the disk. What was
 * unpacked until then stays.
 */
bool unzip(const char *path, int folder, const struct unzip_limits *limits,
           struct err *err) MUST_CHECK;

#endif
