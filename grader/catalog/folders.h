/* folders.h - which folders a package has at its top, by format. Private to grader/catalog. */
#ifndef GRADER_CATALOG_FOLDERS_H
#define GRADER_CATALOG_FOLDERS_H

#include "grader/catalog/loader.h"

/*
 * Warns of folders that will be ignored and probably were meant: those of another format, and those
 * whose name is nearly right. Any other folder is somebody else's.
 */
bool folders_check(struct loader *loader, struct err *err) MUST_CHECK;

#endif
