/* arbiter_object.c - the compiled plugin of the arbiter as bytes inside the grader. */
#include "grader/growth/arbiter_object.h"

#include <stdint.h>

__asm__(".section .rodata\n"
        ".balign 16\n"
        ".local arbiter_begin, arbiter_end\n"
        "arbiter_begin:\n"
        ".incbin \"" ARBITER_OBJECT "\"\n"
        "arbiter_end:\n"
        ".previous\n");

extern const unsigned char arbiter_begin[], arbiter_end[];

struct str arbiter_object(void)
{
    return (struct str){ (const char *)arbiter_begin,
                         (size_t)((uintptr_t)arbiter_end - (uintptr_t)arbiter_begin) };
}
