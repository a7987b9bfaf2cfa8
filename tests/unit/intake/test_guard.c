/* test_guard.c - a call that never ends is ended, with a whole answer. */
#include <criterion/criterion.h>
#include <string.h>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grader/base/arena.h"
#include "grader/base/fd.h"
#include "grader/intake/frame.h"
#include "grader/intake/guard.h"

Test(guard, ends_what_spins_and_says_its_text)
{
    SCOPED_FD file = memfd_create("said", MFD_CLOEXEC);
    pid_t pid = fork();
    if (pid == 0) {
        guard_open(file);
        guard_begin("'%s' spins", "x");
        for (volatile int spin = 1; spin;)
            ;
        _exit(1);
    }
    int status;
    cr_assert(waitpid(pid, &status, 0) == pid);
    cr_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    struct arena arena = { 0 };
    struct str all;
    struct err err = { 0 };
    struct frame frame;
    cr_assert(lseek(file, 0, SEEK_SET) == 0 && fd_read_all(file, 10000, &arena, &all, &err));
    cr_assert(frame_next(&all, &frame) == FRAME_READ_ONE && frame.kind == FRAME_ERROR);
    struct frame_fields fields = frame_fields(&frame);
    cr_expect_eq(frame_take_number(&fields), ERR_INPUT);
    cr_expect(str_is(frame_take_bytes(&fields, 100), "'x' spins"));
    cr_expect(frame_next(&all, &frame) == FRAME_READ_NONE);
    arena_release(&arena);
}

Test(guard, does_nothing_unless_open)
{
    guard_begin("x");
    guard_end();
    guard_open(-1);
    guard_begin("x");
    guard_end();
    guard_close();
}
