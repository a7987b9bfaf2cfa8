/* decode.h - the reader's answer becomes a snapshot; nothing in it is believed unchecked. */
#ifndef GRADER_INTAKE_DECODE_H
#define GRADER_INTAKE_DECODE_H

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/intake/request.h"
#include "grader/model/submission.h"

/*
 * Pure. Fills everything of *out but origin, sorted, strings in the arena. An ERROR frame gives
 * that error, made printable. An answer that breaks frame.h's order, a ceiling or a rule of
 * rules.h, or that names a problem nobody asked for, is an ERR_FAULT.
 */
bool decode_answer(struct str answer, const struct intake_request *request, struct arena *arena,
                   struct snapshot *out, struct err *err) MUST_CHECK;

#endif
