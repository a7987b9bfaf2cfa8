/* catalog_folder.h - a temporary folder with a small good package in it, to be spoilt by tests. */
#ifndef TESTS_SUPPORT_CATALOG_FOLDER_H
#define TESTS_SUPPORT_CATALOG_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/catalog/catalog.h"

struct catalog_folder {
    char top[128];     /* a folder of its own, made by mkdtemp */
    char package[160]; /* TOP/pack */
    struct arena arena;
    struct package loaded;
    struct err err;
};

/*
 * The good package `pack`: problem.yaml, a statement, one sample, secret/1-files with the cases 01
 * and 02, secret/2-made with the made tests a and b (generators/gen.c), include/default and
 * include/c, an input validator, submissions/accepted/good.c, submissions/wrong_answer/bad.c.
 */
void catalog_folder_make(struct catalog_folder *folder);
/* An empty folder `pack`. */
void catalog_folder_make_empty(struct catalog_folder *folder);
/* The same package, whose groups pay 40 and 60 points. `type: scoring` is not yet said. */
void catalog_folder_make_paying(struct catalog_folder *folder);
void catalog_folder_remove(struct catalog_folder *folder);

/* Writes a file of the package, with the folders above it. */
void catalog_folder_put(struct catalog_folder *folder, const char *place, const char *text);
/* Removes a file or a folder with all in it. */
void catalog_folder_drop(struct catalog_folder *folder, const char *place);
/* The absolute path of a place, in the folder's arena. */
const char *catalog_folder_path(struct catalog_folder *folder, const char *place);

/* catalog_load into folder->loaded or folder->err. */
bool catalog_folder_load(struct catalog_folder *folder);
/* The error's text without the "cannot load the package 'PATH': " in front. */
const char *catalog_folder_error(const struct catalog_folder *folder);
/* Whether a warning has this text in it. */
bool catalog_folder_warns(const struct catalog_folder *folder, const char *text);
/* The case of this name; NULL: none. */
const struct test_case *catalog_folder_case(const struct catalog_folder *folder, const char *name);
const struct package_submission *catalog_folder_submission(const struct catalog_folder *folder,
                                                           const char *name);

/* Removes a folder with all in it; what is not there is no matter. */
void catalog_remove_tree(const char *path);
/* Copies a folder with all in it, modes and links as they are; `to` must not be there. */
void catalog_copy_tree(const char *from, const char *to);
/* How many entries a folder has besides "." and ".."; 0 when there is none. */
size_t catalog_count_entries(const char *path);

#endif
