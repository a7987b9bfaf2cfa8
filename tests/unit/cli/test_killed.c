/* test_killed.c - a worker that somebody kills is "not graded"; the others are graded, and nothing
 * of it is left running. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/e2e_run.h"

enum { PROCESSES_MAX = 64, TRIES = 1000, PAUSE_US = 10000 };

static struct e2e e2e;

/* Two problems: in the first, whose worker is started first, a program may burn CPU for longer than
 * any test waits. */
static void begin(void)
{
    e2e_begin(&e2e);
    e2e_sh(&e2e, "cd home/problems; cp -R double twice\n"
                 "sed -i 's/time_limit: 1.0/time_limit: 50.0/' double/problem.yaml");
}

static void end(void)
{
    e2e_end(&e2e);
}

TestSuite(killed, .init = begin, .fini = end, .timeout = 120);

/* Burns CPU until its limit. */
static const char spins[] = "int main(void)\n{\n    for (volatile int i = 0;;)\n        i++;\n}\n";

/* Dead is also who nobody has waited for: not every first process of a container does. */
static bool lives(pid_t pid)
{
    char path[64], text[512];
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)pid);
    FILE *file = fopen(path, "re");
    if (!file)
        return false;
    size_t got = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[got] = '\0';
    const char *behind_name = strrchr(text, ')');
    char state;
    return behind_name && sscanf(behind_name + 1, " %c", &state) == 1 && state != 'Z' &&
           state != 'X';
}

/* All children of a process, the eldest first; at most PROCESSES_MAX. */
static size_t children_of(pid_t pid, pid_t out[PROCESSES_MAX])
{
    char path[64];
    long child;
    size_t count = 0;
    snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)pid, (long)pid);
    FILE *file = fopen(path, "re");
    while (file && count < PROCESSES_MAX && fscanf(file, "%ld", &child) == 1)
        out[count++] = (pid_t)child;
    if (file)
        fclose(file);
    return count;
}

/* Before the workers there is one child at most, the box of the repository's reader: two at once
 * are workers. Those of them that have a box of their own (a child) are at work. */
static pid_t wait_for_worker(pid_t grader, size_t wanted, pid_t inner[PROCESSES_MAX],
                             size_t *inner_count)
{
    for (int i = 0; i < TRIES; i++) {
        pid_t workers[PROCESSES_MAX];
        if (children_of(grader, workers) >= wanted) {
            *inner_count = children_of(workers[0], inner);
            if (*inner_count > 0)
                return workers[0];
        }
        usleep(PAUSE_US);
    }
    cr_assert(false, "no worker is seen");
    return 0;
}

static void expect_gone(const pid_t *pids, size_t count)
{
    for (size_t k = 0; k < count; k++) {
        int i = 0;
        while (lives(pids[k]) && i++ < TRIES)
            usleep(PAUSE_US);
        cr_expect(i < TRIES, "process %ld lives on", (long)pids[k]);
    }
}

Test(killed, a_worker_takes_nothing_with_it)
{
    e2e_put(&e2e, "repo/double/main.c", spins);
    e2e_put(&e2e, "repo/twice/main.c", spins);
    e2e_commit(&e2e);
    struct e2e_process process =
        e2e_start(&e2e, "grade", "repo", "--out", "o", "--jobs", "2", NULL);
    pid_t inner[PROCESSES_MAX];
    size_t inner_count;
    pid_t worker = wait_for_worker(process.pid, 2, inner, &inner_count);
    cr_assert(kill(worker, SIGKILL) == 0);
    struct e2e_result got = e2e_finish(&e2e, &process);
    e2e_ended(&got, 3);
    cr_expect(e2e_has(got.out, "not graded") && e2e_has(got.out, "killed by signal 9"), "%s",
              got.out);
    cr_expect(e2e_has(got.out, "0 of 1 graded problem") && e2e_has(got.out, "TLE"), "%s", got.out);
    cr_expect_str_eq(e2e_sh(&e2e, "ls o"), "report.html\nreport.json\n");
    expect_gone(inner, inner_count);
}

/* Ctrl-C, or a CI job that is cancelled: the boxes end with the grader. */
Test(killed, the_grader_itself_leaves_nothing_running_and_nothing_written)
{
    e2e_put(&e2e, "repo/double/main.c", spins);
    e2e_put(&e2e, "repo/twice/main.c", spins);
    e2e_commit(&e2e);
    static const int signals[] = { SIGKILL, SIGTERM };
    for (size_t i = 0; i < COUNT_OF(signals); i++) {
        struct e2e_process process =
            e2e_start(&e2e, "grade", "repo", "--out", "o", "--jobs=2", NULL);
        pid_t inner[PROCESSES_MAX], workers[PROCESSES_MAX];
        size_t inner_count;
        wait_for_worker(process.pid, 2, inner, &inner_count);
        size_t worker_count = children_of(process.pid, workers);
        cr_assert(kill(process.pid, signals[i]) == 0);
        struct e2e_result got = e2e_finish(&e2e, &process);
        e2e_ended(&got, 128 + signals[i]);
        expect_gone(workers, worker_count);
        expect_gone(inner, inner_count);
        cr_expect_str_eq(e2e_sh(&e2e, "ls -A o"), "");
    }
}
