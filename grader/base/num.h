/* num.h - numbers from text, all checked: what does not parse is an error, never 0. */
#ifndef GRADER_BASE_NUM_H
#define GRADER_BASE_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/attr.h"
#include "grader/base/str.h"

/* The whole text must be a decimal integer within [least, most]; no sign for unsigned, no white
 * space, no "0x". */
bool num_u64(struct str text, uint64_t least, uint64_t most, uint64_t *out) MUST_CHECK;
bool num_i64(struct str text, int64_t least, int64_t most, int64_t *out) MUST_CHECK;

/* Decimal floating point: digits, point, exponent; no hex, inf or nan. Independent of the locale.
 */
bool num_double(struct str text, double *out) MUST_CHECK;

/* The same, and hexadecimal too ("0x1.8p3"), as scanf's "%lf" reads a whole token; no inf or nan.
 */
bool num_double_of_c(struct str text, double *out) MUST_CHECK;

#endif
