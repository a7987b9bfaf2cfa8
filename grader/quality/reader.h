/* reader.h - asks the boxed reader of code (worker.h) and believes what it may. */
#ifndef GRADER_QUALITY_READER_H
#define GRADER_QUALITY_READER_H

#include "grader/quality/passes.h"

enum { READER_FUNCTION_MAX = 20000 };

/*
 * Fills functions and counts of *out, adds findings to the list and a row to out->passes. False:
 * ERR_FAULT, the box can't be made. executable: the grader's own.
 */
bool reader_run(struct runner *runner, const char *executable, const struct pass_input *input,
                struct raw_list *list, struct quality *out, struct err *err) MUST_CHECK;

/* Pure: the answer's lines. Returns what was not looked at, or NULL; lines that are no such lines
 * are passed over. */
const char *reader_parse(struct str answer, struct raw_list *list, struct quality *out);

#endif
