/* points.h - the one rule by which points are rounded and written. */
#ifndef GRADER_MODEL_POINTS_H
#define GRADER_MODEL_POINTS_H

/*
 * Points have at most one decimal: rounded to the nearest tenth, halves up. Rounding never gives
 * full points to a share below one (see points_of_share), so "60 of 60" always means everything.
 */
double points_round(double points);

/* weight × share, rounded; weight itself only for share 1. share is 0 … 1, weight >= 0. */
double points_of_share(double weight, double share);

enum { POINTS_TEXT_MAX = 32 };
/* "60", "37.5": no trailing zero, independent of the locale. Returns out. */
const char *points_text(double points, char out[POINTS_TEXT_MAX]);

#endif
