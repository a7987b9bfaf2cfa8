/* zip_file.h - zip archives for tests, also such as nobody should unpack. */
#ifndef TESTS_SUPPORT_ZIP_FILE_H
#define TESTS_SUPPORT_ZIP_FILE_H

#include <stddef.h>

/* One entry; the array ends with a name that is NULL. */
struct zip_entry {
    const char *name;
    const char *text;   /* of a file; NULL with size: NULs */
    size_t size;        /* 0: as long as the text */
    const char *target; /* a symbolic link to here */
    unsigned mode;      /* 0: 0644 */
};

void zip_file_make(const char *path, const struct zip_entry *entries);

/* All files of a folder under PREFIX/; prefix "" puts them at the top. */
void zip_file_pack(const char *path, const char *folder, const char *prefix);

#endif
