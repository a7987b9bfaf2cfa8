/* program.h - a program of a package, one file or one folder, as sources in memory. Private to
 * grader/catalog. */
#ifndef GRADER_CATALOG_PROGRAM_H
#define GRADER_CATALOG_PROGRAM_H

#include "grader/catalog/loader.h"

enum {
    SOURCE_FILE_MAX = 4 * 1024 * 1024,    /* bytes of one file */
    SOURCE_TOTAL_MAX = 128 * 1024 * 1024, /* bytes of all programs of a package */
    SOURCE_COUNT_MAX = 1000,              /* files of one program */
    PROGRAM_MAX = 1000,                   /* programs in one folder */
};

/*
 * Reads a file or a folder with all that is below it, sorted by path; constants are put in. The
 * set's name is `name`, borrowed as long as the package. ERR_INPUT: a ceiling, something
 * unreadable, an empty folder.
 */
bool program_load(struct loader *loader, const struct entry *entry, const char *name,
                  struct source_set *out, struct err *err) MUST_CHECK;

/*
 * The same as a validator or a grader: its language or its scripts are found as well. A program in
 * a language that we do not run is PROGRAM_OTHER and a warning. ERR_INPUT besides: Python files
 * without an entry point.
 */
bool program_load_program(struct loader *loader, const struct entry *entry, const char *name,
                          struct package_program *out, struct err *err) MUST_CHECK;

/* Each entry of a folder of programs: `input_validators/`. What is no program in any language is
 * left out with a warning. Two of one name are an error. */
bool program_load_all(struct loader *loader, const char *place, struct package_program **out,
                      size_t *out_count, struct err *err) MUST_CHECK;

/*
 * A folder that holds one program: the only folder in it, or else what lies in it:
 * `output_validator/`. Without the folder *out is NULL.
 */
bool program_load_only(struct loader *loader, const char *place, struct package_program **out,
                       struct err *err) MUST_CHECK;

/*
 * Looks at the folders of `include/`. Languages that we do not run are taken as they come.
 * ERR_INPUT: a language that the package does not allow. Warned of: a file beside the folders, an
 * empty folder.
 */
bool program_check_include(struct loader *loader, struct err *err) MUST_CHECK;

/* Files of `include/default/`, overlaid by those of `include/LANGUAGE/`. */
bool program_load_include(struct loader *loader, const char *language, struct source_set *out,
                          struct err *err) MUST_CHECK;

/* A file's name without its last ending: "ops" for "ops.c". In the arena. */
const char *program_base_name(struct loader *loader, const struct entry *entry);

#endif
