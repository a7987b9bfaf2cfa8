/* elf.c - what the supervisor must know of an executable before it runs. */
#include "sandbox/elf.h"

#include <assert.h>
#include <elf.h>
#include <string.h>
#include <unistd.h>

#if defined(__x86_64__)
enum { MACHINE = EM_X86_64 };
#elif defined(__aarch64__)
enum { MACHINE = EM_AARCH64 };
#else
#error "unknown machine"
#endif

enum { HEADERS_MAX = 128 };

static bool is_ours(const Elf64_Ehdr *head)
{
    return memcmp(head->e_ident, ELFMAG, SELFMAG) == 0 && head->e_ident[EI_CLASS] == ELFCLASS64 &&
           head->e_machine == MACHINE && (head->e_type == ET_EXEC || head->e_type == ET_DYN);
}

bool elf_read(int program, struct elf_image *out, const char **out_why)
{
    assert(out && out_why);
    Elf64_Ehdr head;
    if (pread(program, &head, sizeof head, 0) != (ssize_t)sizeof head || !is_ours(&head)) {
        *out_why = "not an ELF executable of this machine";
        return false;
    }
    if (head.e_phnum == 0 || head.e_phnum > HEADERS_MAX || head.e_phentsize != sizeof(Elf64_Phdr)) {
        *out_why = "its program headers are malformed";
        return false;
    }
    struct elf_image image = { 0 };
    for (unsigned i = 0; i < head.e_phnum; i++) {
        Elf64_Phdr part;
        off_t at = (off_t)(head.e_phoff + i * sizeof part);
        if (at < 0 || pread(program, &part, sizeof part, at) != (ssize_t)sizeof part) {
            *out_why = "its program headers are cut off";
            return false;
        }
        image.is_dynamic |= part.p_type == PT_INTERP;
        if (part.p_type == PT_LOAD &&
            __builtin_add_overflow(image.image_bytes, part.p_memsz, &image.image_bytes))
            image.image_bytes = UINT64_MAX;
    }
    *out = image;
    return true;
}
