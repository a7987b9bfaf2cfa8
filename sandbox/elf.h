/* elf.h - what the supervisor must know of an executable before it runs. */
#ifndef SANDBOX_ELF_H
#define SANDBOX_ELF_H

#include <stdbool.h>
#include <stdint.h>

struct elf_image {
    uint64_t image_bytes; /* memory of all loaded segments: code, data and the zeroed rest */
    bool is_dynamic;      /* wants a loader (PT_INTERP) */
};

/* Reads the program headers only, with ceilings. False: not an ELF executable of this machine's
 * kind; *why is static text. */
bool elf_read(int program, struct elf_image *out, const char **out_why);

#endif
