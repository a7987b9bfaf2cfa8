/* test_workers.c - pieces of work in processes of their own: one that dies takes nothing with it.
 */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "grader/base/mem.h"
#include "grader/pipeline/workers.h"
#include "tests/support/e2e_fake_tools.h"

enum { UNITS = 12 };

/* What the workers share with the test, and by accident with each other. */
struct shared {
    atomic_int running, most_running;
    atomic_bool stop;
};

static struct arena arena;
static struct err err;
static struct worker_result results[UNITS];
static struct shared *shared;
static size_t files_before;

static void begin(void)
{
    shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    cr_assert(shared != MAP_FAILED);
    files_before = fake_tools_open_files();
}

static void end(void)
{
    cr_expect(fake_tools_open_files() == files_before, "descriptors leak");
    arena_release(&arena);
    munmap(shared, sizeof *shared);
}

TestSuite(workers, .init = begin, .fini = end, .timeout = 60);

static bool run(bool (*work)(void *, size_t, const struct worker_voice *, struct buf *,
                             struct err *),
                unsigned jobs)
{
    const struct workers workers = { .count = UNITS, .jobs = jobs, .work = work };
    return workers_run(&workers, &arena, results, &err);
}

static bool say_number(void *context, size_t unit, const struct worker_voice *voice,
                       struct buf *out, struct err *error)
{
    (void)context, (void)voice, (void)error;
    usleep((useconds_t)(UNITS - unit) * 2000); /* the last unit ends first */
    buf_printf(out, "unit %zu", unit);
    return true;
}

static void expect_number(size_t unit)
{
    char text[32];
    snprintf(text, sizeof text, "unit %zu", unit);
    cr_expect(results[unit].is_done, "unit %zu: %s", unit, results[unit].err.text);
    cr_expect(results[unit].is_done && str_is(results[unit].bytes, text));
    cr_expect(!err_is_set(&results[unit].err));
}

Test(workers, results_are_in_the_order_of_the_units)
{
    static const unsigned jobs[] = { 1, 3, UNITS, WORKER_JOBS_MAX };
    for (size_t i = 0; i < COUNT_OF(jobs); i++) {
        memset(results, 0, sizeof results);
        cr_assert(run(say_number, jobs[i]), "%s", err.text);
        for (size_t unit = 0; unit < UNITS; unit++)
            expect_number(unit);
    }
}

Test(workers, nothing_to_do_is_done)
{
    const struct workers none = { .count = 0, .jobs = 3, .work = say_number };
    cr_expect(workers_run(&none, &arena, results, &err));
}

static bool count_running(void *context, size_t unit, const struct worker_voice *voice,
                          struct buf *out, struct err *error)
{
    (void)context, (void)unit, (void)voice, (void)out, (void)error;
    int now = atomic_fetch_add(&shared->running, 1) + 1, most = atomic_load(&shared->most_running);
    while (now > most && !atomic_compare_exchange_weak(&shared->most_running, &most, now))
        ;
    usleep(5000);
    atomic_fetch_sub(&shared->running, 1);
    return true;
}

Test(workers, no_more_of_them_run_at_once_than_was_said)
{
    cr_assert(run(count_running, 3));
    cr_expect(atomic_load(&shared->most_running) <= 3 && atomic_load(&shared->running) == 0);
}

/* Units 1, 4, 7 and 10 go wrong in ways of their own. */
static bool die(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                struct err *error)
{
    switch (unit) {
    case 1:
        signal(SIGTERM, SIG_DFL);
        raise(SIGTERM);
        break;
    case 3:
        kill(getpid(), SIGKILL);
        break;
    case 4:
        _exit(7);
    case 5:
        _exit(0); /* without a result */
    case 7:
        mem_exhausted(123);
    case 8:
        return err_set(error, ERR_INPUT, "a bad thing of the package's");
    case 9:
        return err_set(error, ERR_FAULT, "a bad thing of ours");
    case 10:
        for (int i = 0; i < 66; i++)
            buf_printf(out, "%01048576d", i);
        return true;
    default:
        break;
    }
    return say_number(context, unit, voice, out, error);
}

Test(workers, one_that_dies_takes_nothing_with_it)
{
    static const struct {
        size_t unit;
        enum err_kind kind;
        const char *text;
    } dead[] = {
        { 1, ERR_FAULT, "killed by signal 15" }, { 3, ERR_FAULT, "killed by signal 9" },
        { 4, ERR_FAULT, "exit code 7" },         { 5, ERR_FAULT, "left no result" },
        { 7, ERR_FAULT, "out of memory" },       { 8, ERR_INPUT, "a bad thing of the package's" },
        { 9, ERR_FAULT, "a bad thing of ours" }, { 10, ERR_FAULT, "larger than" },
    };
    cr_assert(run(die, 3), "%s", err.text);
    size_t next = 0;
    for (size_t unit = 0; unit < UNITS; unit++) {
        if (next == COUNT_OF(dead) || dead[next].unit != unit) {
            expect_number(unit);
            continue;
        }
        cr_expect(!results[unit].is_done && results[unit].err.kind == dead[next].kind, "unit %zu",
                  unit);
        cr_expect(strstr(results[unit].err.text, dead[next].text) != NULL, "unit %zu: %s", unit,
                  results[unit].err.text);
        next++;
    }
}

static bool say_bytes(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                      struct err *error)
{
    (void)context, (void)voice, (void)error;
    if (unit % 2)
        buf_put(out, "R\0E\377\n", 5);
    return true;
}

Test(workers, a_result_may_be_any_bytes_and_none)
{
    cr_assert(run(say_bytes, 4));
    for (size_t unit = 0; unit < UNITS; unit++) {
        cr_assert(results[unit].is_done);
        cr_expect(results[unit].bytes.length == (unit % 2 ? 5 : 0));
        cr_expect(memcmp(results[unit].bytes.at, "R\0E\377\n", results[unit].bytes.length) == 0);
        cr_expect(results[unit].bytes.at[results[unit].bytes.length] == '\0');
    }
}

static bool change_all(void *context, size_t unit, const struct worker_voice *voice,
                       struct buf *out, struct err *error)
{
    (void)voice, (void)out, (void)error;
    ((int *)context)[0] = (int)unit + 100;
    return true;
}

Test(workers, a_worker_is_a_copy_and_changes_nothing_of_ours)
{
    int number = 5;
    const struct workers workers = {
        .count = UNITS, .jobs = 2, .work = change_all, .context = &number
    };
    cr_assert(workers_run(&workers, &arena, results, &err));
    cr_expect(number == 5);
}

/* ---- how far they are ---- */

struct heard {
    size_t notes, last[UNITS], wrong;
};

static void hear(void *context, size_t unit, size_t done, size_t total)
{
    struct heard *heard = context;
    heard->notes++;
    heard->wrong += unit >= UNITS || total != 1000 || done < heard->last[unit];
    heard->last[unit] = done;
}

static bool talk(void *context, size_t unit, const struct worker_voice *voice, struct buf *out,
                 struct err *error)
{
    (void)context, (void)unit, (void)out, (void)error;
    for (size_t i = 1; i <= 1000; i++)
        worker_tell(voice, i, 1000);
    return true;
}

/* 12,000 notes in no time: most are passed over, none is torn, and the last one is heard. */
Test(workers, a_flood_of_progress_neither_blocks_nor_confuses)
{
    struct heard heard = { 0 };
    const struct workers workers = {
        .count = UNITS, .jobs = 6, .work = talk, .context = &heard, .progress = hear
    };
    cr_assert(workers_run(&workers, &arena, results, &err));
    cr_expect(heard.notes >= 2 * UNITS && heard.wrong == 0, "%zu notes, %zu wrong", heard.notes,
              heard.wrong);
    for (size_t unit = 0; unit < UNITS; unit++)
        cr_expect(results[unit].is_done && heard.last[unit] == 1000, "unit %zu at %zu: %s", unit,
                  heard.last[unit], results[unit].err.text);
}

static bool talk_without_end(void *context, size_t unit, const struct worker_voice *voice,
                             struct buf *out, struct err *error)
{
    (void)context, (void)unit, (void)out, (void)error;
    const struct worker_voice hurried = { .pipe = voice->pipe, .unit = voice->unit };
    for (size_t i = 1; i <= 100000; i++)
        worker_tell(&hurried, i, 1000);
    return true;
}

/* More than a pipe holds: nobody waits for a listener. */
Test(workers, a_full_pipe_does_not_stop_its_worker)
{
    cr_assert(run(talk_without_end, 6));
    for (size_t unit = 0; unit < UNITS; unit++)
        cr_expect(results[unit].is_done, "%s", results[unit].err.text);
}

static bool talk_in_vain(void *context, size_t unit, const struct worker_voice *voice,
                         struct buf *out, struct err *error)
{
    (void)context, (void)out, (void)error;
    const struct worker_voice gone = { .pipe = -1, .unit = voice->unit };
    worker_tell(&gone, unit, 1);
    return true;
}

Test(workers, a_voice_that_nobody_hears_is_no_matter)
{
    cr_assert(run(talk_in_vain, 2));
    cr_expect(results[0].is_done);
}

/* ---- no worker can be started ---- */

/* Lowers the limit to just so many more; what is open already may leave holes between the numbers.
 */
static void leave_descriptors(unsigned count)
{
    struct rlimit limit;
    cr_assert(getrlimit(RLIMIT_NOFILE, &limit) == 0);
    int number = 0;
    for (; count > 0; number++)
        count -= fcntl(number, F_GETFD) < 0;
    limit.rlim_cur = (rlim_t)number;
    cr_assert(setrlimit(RLIMIT_NOFILE, &limit) == 0);
}

Test(workers, none_at_all_is_an_error)
{
    struct rlimit before;
    cr_assert(getrlimit(RLIMIT_NOFILE, &before) == 0);
    leave_descriptors(0);
    bool ran = run(say_number, 2);
    leave_descriptors(1); /* for a memory file, not for the pipe */
    struct err no_pipe = { 0 };
    const struct workers workers = { .count = 1, .jobs = 1, .work = say_number };
    bool ran_without_pipe = workers_run(&workers, &arena, results, &no_pipe);
    cr_assert(setrlimit(RLIMIT_NOFILE, &before) == 0);
    cr_expect(!ran && err.kind == ERR_FAULT && strstr(err.text, "memory file"), "%s", err.text);
    cr_expect(!ran_without_pipe && no_pipe.kind == ERR_FAULT && strstr(no_pipe.text, "pipe"), "%s",
              no_pipe.text);
}

/* Room for one more: the first worker runs, and the others get their turn after it. */
Test(workers, one_that_cannot_be_started_yet_waits_its_turn)
{
    struct rlimit before;
    cr_assert(getrlimit(RLIMIT_NOFILE, &before) == 0);
    leave_descriptors(3);
    bool ran = run(say_number, 4);
    cr_assert(setrlimit(RLIMIT_NOFILE, &before) == 0);
    cr_assert(ran, "%s", err.text);
    for (size_t unit = 0; unit < UNITS; unit++)
        expect_number(unit);
}
