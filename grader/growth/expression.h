/* expression.h - a required cost in one or two parameters, as an author writes it. */
#ifndef GRADER_GROWTH_EXPRESSION_H
#define GRADER_GROWTH_EXPRESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/attr.h"
#include "grader/base/err.h"

/*
 *   sum     = product { "+" product }
 *   product = power { ["*"] power }             "n log m", "(n + m) log n"
 *   power   = factor [ "^" number ]
 *   factor  = number | "n" | "m" | ("log" | "sqrt") factor | "(" sum ")"
 *
 * log is to base 2 of its argument plus one, so that it is positive from 1 on.
 */

enum { EXPRESSION_DEPTH_MAX = 16, EXPRESSION_LENGTH_MAX = 200 };

/*
 * The value at n and m, both 1 or more. ERR_INPUT: "column 7: expected a number, n, m, log, sqrt or
 * '('".
 */
bool expression_value(const char *text, double n, double m, double *out,
                      struct err *err) MUST_CHECK;

/* Whether the text names the variable ('n' or 'm'); the text must be one that has a value. */
bool expression_uses(const char *text, char variable);

#endif
