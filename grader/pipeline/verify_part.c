/* verify_part.c - what one piece of a verification has to say, while it grows. */
#include "grader/pipeline/verify_part.h"

#include <stdarg.h>
#include <stdio.h>

enum { TEXT_MAX = 2048 }; /* bytes of one finding; what is longer is cut */

PRINTF_LIKE(2, 0)
static const char *format_text(struct arena *arena, const char *format, va_list args)
{
    char text[TEXT_MAX];
    vsnprintf(text, sizeof text, format, args);
    return arena_strdup(arena, text);
}

static void add_finding(struct part *part, struct verify_finding finding)
{
    struct verify_part *made = &part->made;
    made->findings = arena_grow(part->arena, made->findings, made->finding_count,
                                &part->finding_capacity, sizeof finding);
    made->findings[made->finding_count++] = finding;
}

static void add_check(struct part *part, struct verify_check check)
{
    struct verify_part *made = &part->made;
    made->checks = arena_grow(part->arena, made->checks, made->check_count, &part->check_capacity,
                              sizeof check);
    made->checks[made->check_count++] = check;
}

void part_error(struct part *part, enum verify_area area, const char *place, const char *format,
                ...)
{
    va_list args;
    va_start(args, format);
    const char *text = format_text(part->arena, format, args);
    va_end(args);
    add_finding(part, (struct verify_finding){ FINDING_ERROR, area,
                                               arena_strdup(part->arena, place), text });
}

void part_warning(struct part *part, enum verify_area area, const char *place, const char *format,
                  ...)
{
    va_list args;
    va_start(args, format);
    const char *text = format_text(part->arena, format, args);
    va_end(args);
    add_finding(part, (struct verify_finding){ FINDING_WARNING, area,
                                               arena_strdup(part->arena, place), text });
}

void part_check(struct part *part, enum verify_area area, const char *place, bool passed,
                const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *text = format_text(part->arena, format, args);
    va_end(args);
    add_check(part, (struct verify_check){ area, arena_strdup(part->arena, place), text, passed });
}

void part_append(struct part *part, const struct verify_part *other)
{
    for (size_t i = 0; i < other->check_count; i++)
        add_check(part, other->checks[i]);
    for (size_t i = 0; i < other->finding_count; i++)
        add_finding(part, other->findings[i]);
}

bool part_has_error(const struct part *part)
{
    for (size_t i = 0; i < part->made.finding_count; i++)
        if (part->made.findings[i].level == FINDING_ERROR)
            return true;
    return false;
}
