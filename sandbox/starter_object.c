/* starter_object.c - the compiled starter as bytes inside this library. */
#include "sandbox/sandbox.h"

__asm__(".section .rodata\n"
        ".balign 16\n"
        ".local starter_begin, starter_end\n"
        "starter_begin:\n"
        ".incbin \"" STARTER_OBJECT "\"\n"
        "starter_end:\n"
        ".previous\n");

extern const unsigned char starter_begin[], starter_end[];

void sandbox_starter_object(const void **out_bytes, size_t *out_size)
{
    *out_bytes = starter_begin;
    *out_size = (size_t)((uintptr_t)starter_end - (uintptr_t)starter_begin);
}
