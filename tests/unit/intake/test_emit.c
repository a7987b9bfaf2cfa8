/* test_emit.c - the reader's frames, and what happens when nobody takes them. */
#include <criterion/criterion.h>
#include <string.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "grader/base/arena.h"
#include "grader/base/fd.h"
#include "grader/intake/emit.h"
#include "grader/intake/frame.h"

static struct emitter emitter;
static struct arena arena;
static int file = -1;

static void begin(void)
{
    file = memfd_create("said", MFD_CLOEXEC);
    emit_init(&emitter, file);
}

static void end(void)
{
    emit_release(&emitter);
    arena_release(&arena);
    fd_close(&file);
}

TestSuite(emit, .init = begin, .fini = end);

static struct str what_was_said(void)
{
    struct str all;
    struct err err = { 0 };
    cr_assert(lseek(file, 0, SEEK_SET) == 0);
    cr_assert(fd_read_all(file, 1 << 24, &arena, &all, &err), "%s", err.text);
    return all;
}

Test(emit, cuts_long_texts_to_the_ceiling)
{
    char *long_text = arena_alloc(&arena, 100001);
    memset(long_text, 'x', 100000);
    emit_meta(&emitter, &(struct emit_meta){ "r", "c", long_text, "e", "s", -1 });
    struct str all = what_was_said();
    struct frame frame;
    cr_assert(frame_next(&all, &frame) == FRAME_READ_ONE && frame.kind == FRAME_META);
    struct frame_fields fields = frame_fields(&frame);
    frame_take_bytes(&fields, 1);
    frame_take_bytes(&fields, 1);
    cr_expect_eq(frame_take_bytes(&fields, 100000).length, INTAKE_META_MAX);
    frame_take_bytes(&fields, 1);
    frame_take_bytes(&fields, 1);
    cr_expect_eq((int64_t)frame_take_number(&fields), -1);
    cr_expect(frame_fields_ok(&fields));
    cr_expect(!emitter.failed);
}

Test(emit, names_so_many_and_counts_the_rest)
{
    for (int i = 0; i < INTAKE_LEFT_OUT_MAX + 10; i++)
        emit_left_out(&emitter, "f", str_of("n"), LEFT_OUT_LFS);
    emit_end(&emitter);
    struct str all = what_was_said();
    struct frame frame;
    size_t frames = 0;
    while (frame_next(&all, &frame) == FRAME_READ_ONE)
        frames++;
    cr_expect_eq(frames, INTAKE_LEFT_OUT_MAX + 1);
    struct frame_fields fields = frame_fields(&frame);
    frame_take_number(&fields);
    frame_take_number(&fields);
    cr_expect_eq(frame_take_number(&fields), 10);
}

Test(emit, remembers_a_failed_write)
{
    fd_close(&file);
    file = open("/dev/full", O_WRONLY | O_CLOEXEC);
    emitter.fd = file;
    emit_hello(&emitter);
    cr_expect(emitter.failed);
    emit_end(&emitter);
    cr_expect(emitter.failed);
}
