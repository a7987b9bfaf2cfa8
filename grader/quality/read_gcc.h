/* read_gcc.h - gcc's -fdiagnostics-format=json as raw findings. */
#ifndef GRADER_QUALITY_READ_GCC_H
#define GRADER_QUALITY_READ_GCC_H

#include "grader/quality/raw.h"

/*
 * One JSON list a file that was compiled; other lines (of gcc's driver) are passed over. Warnings
 * that name an option are kept, with the path that the analyser followed; errors are counted.
 * False when something was no JSON: what came before it is kept.
 */
bool read_gcc(struct str text, struct raw_list *list, size_t *out_errors);

#endif
