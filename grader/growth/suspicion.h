/* suspicion.h - does a count agree with what else is known? Honest programs pass by a wide margin.
 */
#ifndef GRADER_GROWTH_SUSPICION_H
#define GRADER_GROWTH_SUSPICION_H

#include "grader/base/arena.h"
#include "grader/growth/lab.h"

/*
 * The kernel's CPU time against the count. Honest programs cost 0.01 to 47 ns a unit, and that
 * changes at most 2.9-fold over 8-fold n; every attack that was tried cost 150 ns and more. Where a
 * size took 5 ms of CPU time beyond the smallest one and beyond what the reference took there (the
 * driver's own work, where there is a reference), flagged are: more than 100 ns a unit; more than 4
 * times as much a unit than at an eighth of the size; less than 0.003 ns a unit. A driver has not
 * been counted; each byte that it read is taken for a unit (reading a number costs 5 to 20 ns a
 * byte), so that a search in an array that a driver reads is no suspect. Returns "" or a sentence,
 * in the arena. `reference` may be NULL.
 */
const char *suspicion_of_time(const struct lab_series *series, const struct lab_series *reference,
                              struct arena *arena);

/*
 * Functions that an honest solution has no use for and that do work, or wait, where nobody counts:
 * other processes, bare system calls, code made while it runs, sleeping; and the counters
 * themselves, whatever the source calls them. Taken from what the object files refer to. "" or a
 * sentence.
 */
const char *suspicion_of_symbols(const struct count_program *program, struct arena *arena);

/*
 * Counts are exact: on the same input they are the same. A program that draws its pivots by the
 * clock varies a little; flagged is one that varies twofold, or by a quarter when no class
 * describes its curve.
 */
const char *suspicion_of_repeats(const struct lab_repeats *repeats,
                                 const struct growth_curve *curve, struct arena *arena);

#endif
