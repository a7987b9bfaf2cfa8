/* rules.h - what of a repository is kept: the ceilings, the names, the reasons for leaving out. */
#ifndef GRADER_INTAKE_RULES_H
#define GRADER_INTAKE_RULES_H

#include <stdbool.h>

#include "grader/base/str.h"

/*
 * Both sides use this header: the reader in its box keeps by these rules, and the trusted side
 * checks by the same rules whatever the reader says.
 */
enum intake_ceiling {
    INTAKE_FILE_BYTES_MAX = 256 * 1024,        /* one file */
    INTAKE_FOLDER_FILES_MAX = 200,             /* one problem's folder */
    INTAKE_FOLDER_BYTES_MAX = 1024 * 1024,     /* one problem's folder */
    INTAKE_TOTAL_BYTES_MAX = 48 * 1024 * 1024, /* all that is kept of one repository */
    INTAKE_NAME_MAX = 100,                     /* bytes of one name */
    INTAKE_LEVELS_MAX = 8,                     /* parts of a path within a problem's folder */
    INTAKE_ENTRIES_MAX = 200 * 1000,           /* entries looked at in one repository */
    INTAKE_FOREIGN_MAX = 1000,                 /* folders that are no problem, looked into */
    INTAKE_LEFT_OUT_MAX = 500,                 /* entries left out that are named */
    INTAKE_LEFT_OUT_NAME_MAX = 1536,           /* bytes of such a path; a longer name is cut */
    INTAKE_FOLDER_PATH_MAX = 400,              /* bytes of "root/id" */
    INTAKE_META_MAX = 300,                     /* bytes of author, email, subject, revision */
    INTAKE_ERROR_MAX = 1000,                   /* bytes of an error's text */
    INTAKE_SUBMISSIONS_MAX = 10 * 1000,        /* problems asked for */
};

enum left_out_reason {
    LEFT_OUT_NOT, /* kept */
    LEFT_OUT_SYMLINK,
    LEFT_OUT_SUBMODULE,
    LEFT_OUT_MODE,
    LEFT_OUT_LFS,
    LEFT_OUT_NOT_C,
    LEFT_OUT_NAME_EMPTY,
    LEFT_OUT_NAME_LONG,
    LEFT_OUT_NAME_RESERVED,
    LEFT_OUT_NAME_DASH,
    LEFT_OUT_NAME_SLASH,
    LEFT_OUT_NAME_CONTROL,
    LEFT_OUT_NAME_QUOTE,
    LEFT_OUT_NAME_UTF8,
    LEFT_OUT_NAME_ASCII,
    LEFT_OUT_TWICE,
    LEFT_OUT_DEEP,
    LEFT_OUT_FILE_BYTES,
    LEFT_OUT_FOLDER_FILES,
    LEFT_OUT_FOLDER_BYTES,
    LEFT_OUT_TOTAL_BYTES,
    LEFT_OUT_FOREIGN,
    LEFT_OUT_TAKEN,
    LEFT_OUT_OUTSIDE,
    LEFT_OUT_COUNT
};

/* In words, static. */
const char *left_out_reason_text(enum left_out_reason reason);

/* May a file or folder bear this name (one part of a path)? LEFT_OUT_NOT: yes. */
enum left_out_reason name_judge(struct str name);

/* Is it a file we read at all: .c, .h, .md, .txt? */
bool name_is_of_interest(struct str name);

/* A path within a problem's folder that passes every rule above. */
bool path_is_sound(struct str path);

/* Both can't exist in one folder: equal, or one is a folder on the way to the other. */
bool paths_clash(struct str a, struct str b);

/* The first line of a Git LFS pointer file (git-lfs, docs/spec.md). */
bool content_is_lfs_pointer(struct str content);

/* "root/id", or "id" for the root ""; false when longer than INTAKE_FOLDER_PATH_MAX. */
bool folder_path(const char *root, const char *id, char out[INTAKE_FOLDER_PATH_MAX + 1]);

#endif
