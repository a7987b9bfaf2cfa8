/* catalog.h - a folder, or a zip file of one, becomes a problem package. */
#ifndef GRADER_CATALOG_CATALOG_H
#define GRADER_CATALOG_CATALOG_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/model/package.h"

/*
 * Loads the package in the folder `path`, or in the file when it is a .zip or .kpp: that is
 * unpacked into a private folder which is removed when the process ends. Everything in *out lives
 * in the arena; `path` itself is copied. Sources (submissions, include, validators, generators) are
 * in memory with the package's constants put in; test data are absolute paths and are read only to
 * be hashed. Cases with a call have no input and no answer yet: see make.h.
 *
 * What the format tolerates, or what matters to people only, is in out->warnings. Else ERR_INPUT:
 * "cannot load the package 'PATH': problem.yaml:3:1: unknown key 'colour'". *out changes only on
 * success.
 */
bool catalog_load(const char *path, struct arena *arena, struct package *out,
                  struct err *err) MUST_CHECK;

/* A folder with a problem.yaml, or a .zip or .kpp file, which is not looked into. */
struct catalog_entry {
    const char *id;   /* the folder's name; of a file without its ending */
    const char *path; /* the folder as given, or FOLDER/ID */
};

/*
 * Finds the packages in folders (NULL-ended): a folder that is one itself counts, else the folders
 * directly in it. Sorted by id; the same folder twice counts once. ERR_INPUT: a folder that cannot
 * be read, or two different packages of one id. No package at all is no error.
 */
bool catalog_list(const char *const *folders, struct arena *arena, struct catalog_entry **out,
                  size_t *out_count, struct err *err) MUST_CHECK;

/*
 * The submission whose output is the answer of made tests: the first C one that is marked
 * model_solution, else the first C one in 'accepted'. NULL: none.
 */
const struct package_submission *catalog_model_solution(const struct package *package);

/*
 * How a submission bounds the measured time limit by the format's rules, with use_for_time_limit
 * already taken into account; never TIME_LIMIT_BY_FOLDER.
 */
enum time_limit_use catalog_time_limit_use(const struct package_submission *submission);

#endif
