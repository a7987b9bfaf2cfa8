/* test_pair.c - two programs that talk through pipes, each in a sandbox of its own. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "sandbox/sandbox.h"
#include "tests/support/sandbox_program.h"

struct side {
    struct sandbox *box;
    struct sandbox_io io;
    struct sandbox_result result;
};

static const char *const argv[] = { "side", NULL };

static void begin(struct side *side, const char *source, int input, int output)
{
    struct sandbox_fault fault;
    int program = sandbox_program(source);
    const struct sandbox_spec spec = { .profile = SANDBOX_PROGRAM,
                                       .program = program,
                                       .has_starter = true,
                                       .cpu_us = 300000,
                                       .wall_us = 20000000,
                                       .memory_bytes = 64 << 20,
                                       .output_bytes = 1 << 20,
                                       .processes = 1 };
    side->box = sandbox_open(&spec, &fault);
    cr_assert(side->box, "%s", fault.text);
    close(program);
    side->io = (struct sandbox_io){ .argv = argv,
                                    .input = input,
                                    .output = output,
                                    .errors = memfd_create("errors", MFD_CLOEXEC) };
    cr_assert(sandbox_begin(side->box, &side->io, &fault), "%s", fault.text);
    close(input);
    close(output);
}

static void finish(struct side *side)
{
    struct sandbox_fault fault;
    cr_assert(sandbox_finish(side->box, &side->io, &side->result, &fault), "%s", fault.text);
    sandbox_close(side->box);
    close(side->io.errors);
}

static void talk(const char *one_source, const char *two_source, struct side *one, struct side *two)
{
    int there[2], back[2];
    cr_assert(pipe2(there, O_CLOEXEC) == 0 && pipe2(back, O_CLOEXEC) == 0);
    begin(one, one_source, back[0], there[1]);
    begin(two, two_source, there[0], back[1]);
    finish(one);
    finish(two);
}

static const char asker[] =
    "#include <stdio.h>\n"
    "int main(void) { setbuf(stdout, 0); long low = 1, high = 1000000; char word[16];\n"
    "  for (;;) { long mid = (low + high) / 2; printf(\"%ld\\n\", mid);\n"
    "    if (scanf(\"%15s\", word) != 1) return 7;\n"
    "    if (word[0] == '=') return 0; if (word[0] == '<') high = mid - 1; else low = mid + 1; } }";
static const char answerer[] =
    "#include <stdio.h>\n"
    "int main(void) { setbuf(stdout, 0); long guess, secret = 271828;\n"
    "  while (scanf(\"%ld\", &guess) == 1) {\n"
    "    puts(guess == secret ? \"=\" : guess > secret ? \"<\" : \">\");\n"
    "    if (guess == secret) return 0; } return 1; }";
static const char quits[] = "int main(void) { return 5; }";
static const char crashes[] = "int main(void) { *(volatile int *)0 = 1; }";
static const char spins[] = "int main(void) { for (volatile int i = 0;; i++) ; }";
static const char reads_to_the_end[] =
    "#include <unistd.h>\n"
    "int main(void) { char b[64]; long n; while ((n = read(0, b, 64)) > 0) ; return n ? 9 : 3; }";
static const char closes_and_waits[] =
    "#include <unistd.h>\n"
    "int main(void) { char b[64]; close(1); while (read(0, b, 64) > 0) ; return 4; }";
static const char floods[] = "#include <stdio.h>\nint main(void) { for (;;) "
                             "puts(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"); }";

Test(pair, two_programs_play_a_game_to_its_end)
{
    struct side one, two;
    talk(asker, answerer, &one, &two);
    cr_expect(one.result.end == SANDBOX_EXIT && one.result.exit_code == 0, "%s", one.result.cause);
    cr_expect(two.result.end == SANDBOX_EXIT && two.result.exit_code == 0, "%s", two.result.cause);
}

Test(pair, the_first_may_die_first)
{
    struct side one, two;
    talk(crashes, reads_to_the_end, &one, &two);
    cr_expect(one.result.end == SANDBOX_SIGNAL && one.result.signal == SIGSEGV);
    cr_expect(two.result.end == SANDBOX_EXIT && two.result.exit_code == 3, "%s", two.result.cause);
}

Test(pair, the_second_may_die_first)
{
    struct side one, two;
    talk(reads_to_the_end, quits, &one, &two);
    cr_expect(one.result.end == SANDBOX_EXIT && one.result.exit_code == 3, "%s", one.result.cause);
    cr_expect(two.result.end == SANDBOX_EXIT && two.result.exit_code == 5, "%s", two.result.cause);
}

Test(pair, waiting_for_the_other_costs_no_cpu_time)
{
    struct side one, two;
    talk(spins, reads_to_the_end, &one, &two);
    cr_expect(one.result.end == SANDBOX_LIMIT && one.result.limit == SANDBOX_CPU, "%s",
              one.result.cause);
    cr_expect(two.result.end == SANDBOX_EXIT && two.result.exit_code == 3, "%s", two.result.cause);
    cr_expect(two.result.cpu_us < one.result.cpu_us);
}

Test(pair, a_closed_output_is_seen_while_its_program_lives_on)
{
    struct side one, two;
    talk(closes_and_waits, reads_to_the_end, &one, &two);
    cr_expect(one.result.end == SANDBOX_EXIT && one.result.exit_code == 4, "%s", one.result.cause);
    cr_expect(two.result.end == SANDBOX_EXIT && two.result.exit_code == 3, "%s", two.result.cause);
}

Test(pair, a_flood_to_a_dead_reader_is_a_broken_pipe)
{
    struct side one, two;
    talk(floods, quits, &one, &two);
    cr_expect(one.result.end == SANDBOX_SIGNAL && one.result.signal == SIGPIPE, "%s",
              one.result.cause);
    cr_expect_eq(two.result.exit_code, 5);
}
