/* verify_part.h - what one piece of a verification has to say, while it grows. Private to
 * grader/pipeline. */
#ifndef GRADER_PIPELINE_VERIFY_PART_H
#define GRADER_PIPELINE_VERIFY_PART_H

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/report/verification_fields.h"

/* Everything that is put in is copied into the arena. */
struct part {
    struct arena *arena;
    struct verify_part made;
    size_t check_capacity, finding_capacity;
};

void part_error(struct part *part, enum verify_area area, const char *place, const char *format,
                ...) PRINTF_LIKE(4, 5);
void part_warning(struct part *part, enum verify_area area, const char *place, const char *format,
                  ...) PRINTF_LIKE(4, 5);
void part_check(struct part *part, enum verify_area area, const char *place, bool passed,
                const char *format, ...) PRINTF_LIKE(5, 6);

/* Appends all that the other one has; strings are borrowed from it. */
void part_append(struct part *part, const struct verify_part *other);

/* Whether an error was put in. */
bool part_has_error(const struct part *part);

#endif
