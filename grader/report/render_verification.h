/* render_verification.h - verifications as bytes of one format: pure functions. */
#ifndef GRADER_REPORT_RENDER_VERIFICATION_H
#define GRADER_REPORT_RENDER_VERIFICATION_H

#include <stdbool.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"
#include "grader/report/render.h"
#include "grader/report/verification_fields.h"

/*
 * Same list, same bytes; no byte of a package's strings reaches the output unescaped. Each appends
 * to out and is false only when out's ceiling broke it.
 *
 * Text: the matrix of submissions and groups, what was checked, what was found. JSON: everything,
 * grader/report/verification.schema.json. JUnit: a suite a package, a test a submission and one an
 * area; an error is a failure, a warning is said beside it.
 */
bool verification_text(const struct verification_list *list, const struct render_options *options,
                       struct buf *out) MUST_CHECK;
bool verification_json(const struct verification_list *list, struct buf *out) MUST_CHECK;
bool verification_junit(const struct verification_list *list, struct buf *out) MUST_CHECK;

#endif
