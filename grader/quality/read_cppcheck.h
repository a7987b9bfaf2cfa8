/* read_cppcheck.h - cppcheck's lines, by a template of ours, as raw findings. */
#ifndef GRADER_QUALITY_READ_CPPCHECK_H
#define GRADER_QUALITY_READ_CPPCHECK_H

#include "grader/quality/raw.h"

/* What --template and --template-location are to be given. */
#define CPPCHECK_TEMPLATE "--template={file}:{line}:{column}: {severity}: {id}: {message}"
#define CPPCHECK_STEP     "--template-location={file}:{line}:{column}: step: {info}"

void read_cppcheck(struct str text, struct raw_list *list);

#endif
