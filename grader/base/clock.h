/* clock.h - the two clocks: one that only goes forward, one that people read. */
#ifndef GRADER_BASE_CLOCK_H
#define GRADER_BASE_CLOCK_H

#include <stdint.h>

/* Microseconds of CLOCK_MONOTONIC. */
uint64_t clock_us(void);
/* Seconds since the epoch. */
int64_t clock_epoch_s(void);

enum { CLOCK_TEXT_MAX = 32 };
/* "2026-11-26 18:17 UTC"; a time outside years 1 to 9999 gives "unknown time". */
void clock_text(int64_t epoch_s, char out[CLOCK_TEXT_MAX]);

#endif
