/* growth_curves.h - synthetic curves of a known class, and two published fits to compare with. */
#ifndef TESTS_SUPPORT_GROWTH_CURVES_H
#define TESTS_SUPPORT_GROWTH_CURVES_H

#include <stddef.h>

#include "grader/model/growth.h"

/* The class at n as a plain product, written apart from the code under test; n! by multiplying. */
double curve_value(enum growth_class class, double n);

/* count sizes: first, 2·first, … below exponential classes; first, first + 1, … for these. */
void curve_sizes(enum growth_class class, double first, size_t count, struct growth_point *out);

/*
 * cost = scale · (g(n) + lower · g(N)/h(N) · h(n)): at the largest size N the lower-order term is
 * `lower` times the main one.
 */
void curve_fill(enum growth_class g, enum growth_class h, double lower, double scale,
                struct growth_point *points, size_t count);

/* google/benchmark 1.8, complexity.cc: for 1, log n, n, n log n, n^2, n^3 one factor by least
 * squares; the smallest normalised root mean square wins. */
enum growth_class curve_google(const struct growth_point *points, size_t count);

/* big_O 0.11 (Python): a + b·g(n) by least squares for 1, log n, n, n log n, n^2, n^3; the smallest
 * residual wins, in favour of simple classes within 7 %. */
enum growth_class curve_big_o(const struct growth_point *points, size_t count);

#endif
