/* broken_package.h - a package that is wrong in one way, made from a recipe. */
#ifndef TESTS_SUPPORT_BROKEN_PACKAGE_H
#define TESTS_SUPPORT_BROKEN_PACKAGE_H

#include "grader/base/arena.h"

/*
 * A recipe is a file in tests/packages/broken, "NN-what-is-wrong":
 *
 *   # why it is wrong
 *   base plain                 a package of tests/packages/good that is copied
 *   name pack                  the folder's name, when it matters
 *   put PLACE                  a file; its text are the lines below that begin with '|'
 *   |first line
 *   hex PLACE 0aff…            a file of these bytes
 *   size PLACE BYTES           makes the file so long (holes read as NULs)
 *   many PLACE COUNT TEXT      a file that holds TEXT so often; "\n" in TEXT is a newline
 *   drop PLACE                 a file or a folder goes
 *   folder PLACE               an empty folder
 *   link PLACE TARGET          a symbolic link
 *   fifo PLACE
 *   expect MESSAGE             what grader says behind "cannot load the package 'PATH': "
 */
struct broken_package {
    const char *recipe;   /* the file's name */
    const char *path;     /* of the package that was made */
    const char *expected; /* the message */
};

/* Makes the package below `folder`. A recipe that is wrong itself fails the test. */
struct broken_package broken_package_make(const char *recipe, const char *folder,
                                          struct arena *arena);

/* The names of all recipes, sorted; NULL behind the last. */
const char *const *broken_package_recipes(struct arena *arena);

#endif
