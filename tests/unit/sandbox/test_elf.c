/* test_elf.c - what is read of an executable, from good headers and from broken ones. */
#include "sandbox/elf.h"

#include <criterion/criterion.h>
#include <elf.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if defined(__x86_64__)
enum { THIS_MACHINE = EM_X86_64 };
#else
enum { THIS_MACHINE = EM_AARCH64 };
#endif

struct file {
    Elf64_Ehdr head;
    Elf64_Phdr parts[2];
};

static struct file good_file(void)
{
    struct file file;
    memset(&file, 0, sizeof file);
    memcpy(file.head.e_ident, ELFMAG, SELFMAG);
    file.head.e_ident[EI_CLASS] = ELFCLASS64;
    file.head.e_machine = THIS_MACHINE;
    file.head.e_type = ET_EXEC;
    file.head.e_phoff = sizeof file.head;
    file.head.e_phnum = 2;
    file.head.e_phentsize = sizeof(Elf64_Phdr);
    file.parts[0].p_type = PT_LOAD;
    file.parts[0].p_memsz = 1000;
    file.parts[1].p_type = PT_LOAD;
    file.parts[1].p_memsz = 500;
    return file;
}

static bool reads(const void *bytes, size_t size, struct elf_image *out, const char **out_why)
{
    int file = memfd_create("elf", MFD_CLOEXEC);
    cr_assert_eq(write(file, bytes, size), (ssize_t)size);
    bool good = elf_read(file, out, out_why);
    close(file);
    return good;
}

Test(elf, memory_of_all_segments_is_counted)
{
    const struct file file = good_file();
    struct elf_image image;
    const char *why;
    cr_assert(reads(&file, sizeof file, &image, &why));
    cr_expect_eq(image.image_bytes, 1500);
    cr_expect_not(image.is_dynamic);
}

Test(elf, sizes_that_overflow_are_as_large_as_can_be)
{
    struct file file = good_file();
    struct elf_image image;
    const char *why;
    file.parts[0].p_memsz = ~0ull - 3;
    cr_assert(reads(&file, sizeof file, &image, &why));
    cr_expect_eq(image.image_bytes, UINT64_MAX);
}

Test(elf, a_loader_makes_it_dynamic)
{
    struct file file = good_file();
    struct elf_image image;
    const char *why;
    file.parts[1].p_type = PT_INTERP;
    cr_assert(reads(&file, sizeof file, &image, &why));
    cr_expect(image.is_dynamic);
}

Test(elf, this_very_program_is_read)
{
    struct elf_image image;
    const char *why;
    int self = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    cr_expect(elf_read(self, &image, &why) && image.is_dynamic && image.image_bytes > 100000);
    close(self);
}

Test(elf, everything_else_is_refused_with_a_reason_and_leaves_the_result_alone)
{
    struct elf_image image = { .image_bytes = 77 };
    const char *why = NULL;
    const char script[] = "#!/bin/sh\necho no\n";
    cr_expect_not(reads(script, sizeof script, &image, &why));
    cr_expect_not(reads("", 0, &image, &why));
    for (int which = 0; which < 7; which++) {
        struct file file = good_file();
        size_t size = sizeof file;
        which == 0 ? file.head.e_ident[EI_CLASS] = ELFCLASS32 : 0;
        which == 1 ? file.head.e_machine = EM_386 : 0;
        which == 2 ? file.head.e_type = ET_REL : 0;
        which == 3 ? file.head.e_phnum = 0xffff : 0;
        which == 4 ? file.head.e_phentsize = 1 : 0;
        which == 5 ? file.head.e_phoff = ~0ull : 0;
        size -= which == 6 ? 1 : 0;
        why = NULL;
        cr_expect_not(reads(&file, size, &image, &why), "variant %d", which);
        cr_expect(why && why[0], "variant %d", which);
    }
    cr_expect_eq(image.image_bytes, 77);
}
