/* workers.c - independent pieces of work, each in a process of its own. */
#include "grader/pipeline/workers.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/base/mem.h"

/*
 * Theory of operation
 *
 * A worker is a copy of the caller. Its result goes into a memory file that was made before, so
 * nobody waits for a reader, and counts only when the worker ended with exit code 0. One pipe
 * carries how far all of them are; it is for the eye alone: its end of file also tells the caller
 * that somebody ended.
 *
 *   result := 'R' bytes | 'E' kind text
 */

struct slot {
    pid_t pid; /* 0: free */
    size_t unit;
    int file;
};

struct note {
    uint32_t unit, done, total;
};

void worker_tell(const struct worker_voice *voice, size_t done, size_t total)
{
    struct note note = { voice->unit, (uint32_t)done, (uint32_t)total };
    if (write(voice->pipe, &note, sizeof note) < 0)
        return; /* full or closed: the next note says more anyway */
}

static void write_result(int file, bool good, const struct buf *out, const struct err *err)
{
    char head[2] = { good ? 'R' : 'E', (char)('0' + (good ? 0 : (int)err->kind)) };
    const char *bytes = good ? buf_text(out) : err->text;
    size_t size = good ? out->length : strlen(err->text);
    if (!fd_write_all(file, head, sizeof head) || !fd_write_all(file, bytes, size))
        _exit(MEM_EXIT_CODE);
}

NORETURN static void be_worker(const struct workers *workers, size_t unit, int file, int pipe,
                               pid_t caller)
{
    struct worker_voice voice = { pipe, (uint32_t)unit };
    struct buf out;
    /* Nobody would take the result of a worker whose caller is gone; its sandboxes go with it. */
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != caller)
        _exit(MEM_EXIT_CODE);
    struct err err = { 0 };
    buf_init(&out, WORKER_BYTES_MAX);
    bool good = workers->work(workers->context, unit, &voice, &out, &err);
    if (good && !buf_ok(&out))
        good = err_set(&err, ERR_FAULT, "the result is larger than %d bytes", WORKER_BYTES_MAX);
    write_result(file, good, &out, &err);
    buf_release(&out);
    _exit(0);
}

static bool start(const struct workers *workers, size_t unit, int pipe, struct slot *slot,
                  struct err *err)
{
    SCOPED_FD file = memfd_create("result", MFD_CLOEXEC);
    if (file < 0)
        return err_sys(err, ERR_FAULT, "cannot make a memory file");
    pid_t caller = getpid(), pid = fork();
    if (pid < 0)
        return err_sys(err, ERR_FAULT, "cannot start a worker");
    if (pid == 0)
        be_worker(workers, unit, file, pipe, caller);
    *slot = (struct slot){ pid, unit, fd_steal(&file) };
    return true;
}

static bool how_it_died(int status, struct err *err)
{
    if (WIFSIGNALED(status))
        return err_set(err, ERR_FAULT, "its worker was killed by signal %d", WTERMSIG(status));
    if (WEXITSTATUS(status) == MEM_EXIT_CODE)
        return err_set(err, ERR_FAULT, "its worker ran out of memory");
    return err_set(err, ERR_FAULT, "its worker ended with exit code %d", WEXITSTATUS(status));
}

static bool read_result(int file, struct arena *arena, struct worker_result *out)
{
    struct str all;
    if (lseek(file, 0, SEEK_SET) != 0 ||
        !fd_read_all(file, WORKER_BYTES_MAX + 2, arena, &all, &out->err))
        return err_set(&out->err, ERR_FAULT, "cannot read its worker's result");
    if (all.length < 2)
        return err_set(&out->err, ERR_FAULT, "its worker left no result");
    out->bytes = (struct str){ all.at + 2, all.length - 2 };
    if (all.at[0] == 'R')
        return true;
    enum err_kind kind = all.at[1] >= '0' + (int)ERR_USAGE && all.at[1] <= '0' + (int)ERR_FAULT
                             ? (enum err_kind)(all.at[1] - '0')
                             : ERR_FAULT;
    return err_set(&out->err, kind, "%s", out->bytes.at);
}

static void reap(struct slot *slot, struct arena *arena, struct worker_result *results)
{
    int status;
    pid_t got;
    do
        got = waitpid(slot->pid, &status, 0);
    while (got < 0 && errno == EINTR);
    struct worker_result *result = &results[slot->unit];
    err_clear(&result->err); /* of an earlier try to start it */
    bool ended_well = got == slot->pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    result->is_done =
        ended_well ? read_result(slot->file, arena, result) : how_it_died(status, &result->err);
    fd_close(&slot->file);
    slot->pid = 0;
}

static void hear(const struct workers *workers, int pipe)
{
    struct note note;
    while (read(pipe, &note, sizeof note) == (ssize_t)sizeof note)
        if (workers->progress && note.unit < workers->count)
            workers->progress(workers->context, note.unit, note.done, note.total);
}

/* Passes on what the workers say until one of them has ended; returns its slot. */
static struct slot *wait_for_one(const struct workers *workers, struct slot *slots, int pipe)
{
    enum { TICK_MS = 50 };
    for (;;) {
        struct pollfd voice = { pipe, POLLIN, 0 };
        poll(&voice, 1, TICK_MS);
        hear(workers, pipe);
        for (unsigned i = 0; i < workers->jobs; i++) {
            siginfo_t info = { 0 };
            if (slots[i].pid &&
                waitid(P_PID, (id_t)slots[i].pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
                info.si_pid == slots[i].pid)
                return &slots[i];
        }
    }
}

static struct slot *free_slot(struct slot *slots, unsigned jobs)
{
    for (unsigned i = 0; i < jobs; i++)
        if (!slots[i].pid)
            return &slots[i];
    return NULL;
}

bool workers_run(const struct workers *workers, struct arena *arena, struct worker_result *results,
                 struct err *err)
{
    assert(workers->jobs >= 1 && workers->jobs <= WORKER_JOBS_MAX);
    struct slot slots[WORKER_JOBS_MAX] = { { 0 } };
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return err_sys(err, ERR_FAULT, "cannot make a pipe");
    SCOPED_FD hears = ends[0];
    SCOPED_FD says = ends[1];
    size_t next = 0, running = 0;
    while (next < workers->count || running > 0) {
        struct slot *slot = next < workers->count ? free_slot(slots, workers->jobs) : NULL;
        if (slot && start(workers, next, says, slot, &results[next].err)) {
            next++;
            running++;
            continue;
        }
        if (slot && running == 0 && next == 0)
            return err_set(err, ERR_FAULT, "%s", results[0].err.text);
        if (running == 0) {
            next++; /* could not be started: its own error says so, the next may do better */
            continue;
        }
        reap(wait_for_one(workers, slots, hears), arena, results);
        running--;
    }
    return true;
}
