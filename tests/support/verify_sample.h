/* verify_sample.h - verifications that have everything a renderer can meet. */
#ifndef TESTS_SUPPORT_VERIFY_SAMPLE_H
#define TESTS_SUPPORT_VERIFY_SAMPLE_H

#include "grader/base/arena.h"
#include "grader/report/verification_fields.h"

/* Four packages: as said, not as said, one that can't be loaded, one with a fault of ours. The
 * same in every call. */
void verify_sample_make(struct arena *arena, struct verification_list *out);

/* The second of them, every string replaced by hostile bytes of this seed. */
void verify_sample_hostile(uint64_t seed, struct arena *arena, struct verification_list *out);

#endif
