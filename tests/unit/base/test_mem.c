/* test_mem.c - out of memory ends the process, with a code and a line that say so. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grader/base/mem.h"

Test(mem, gives_takes_and_moves)
{
    char *text = mem_alloc(4);
    memcpy(text, "abc", 4);
    text = mem_resize(text, 100000);
    cr_expect_str_eq(text, "abc");
    mem_free(text);
    mem_free(mem_alloc(0));
    mem_free(NULL);
}

#ifndef __SANITIZE_ADDRESS__ /* which ends the process itself, in its own words */
Test(mem, a_refused_allocation_ends_the_process, .exit_code = MEM_EXIT_CODE)
{
    volatile size_t size = SIZE_MAX / 4;
    mem_alloc(size);
}

Test(mem, a_refused_growth_ends_the_process, .exit_code = MEM_EXIT_CODE)
{
    volatile size_t size = SIZE_MAX / 4;
    mem_resize(mem_alloc(1), size);
}
#endif

Test(mem, says_how_much_was_wanted)
{
    int ends[2], status;
    char line[128] = "";
    cr_assert(pipe(ends) == 0);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        mem_exhausted(12345);
    }
    close(ends[1]);
    cr_expect(read(ends[0], line, sizeof line - 1) > 0);
    cr_expect_str_eq(line, "grader: out of memory (12345 bytes wanted)\n");
    waitpid(child, &status, 0);
    cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == MEM_EXIT_CODE);
    close(ends[0]);
}
