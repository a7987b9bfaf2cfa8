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

#include "grader/base/clock.h"
#include "grader/base/fd.h"
#include "grader/base/mem.h"

/*
 * Theory of operation
 *
 * A worker is a copy of the caller. Its result goes into a memory file that was made before, so
 * nobody waits for a reader, and counts only when the worker ended with exit code 0. A pipe carries
 * how far it is, for the eye alone; nobody but the worker has its other end, so that its end of
 * file wakes the caller as soon as the worker is gone, however it went.
 *
 *   result := 'R' bytes | 'E' kind text
 */

struct slot {
    pid_t pid; /* 0: free */
    size_t unit;
    int file;
    int hears; /* our end of its pipe */
};

struct note {
    uint32_t unit, done, total;
};

void worker_tell(const struct worker_voice *voice, size_t done, size_t total)
{
    enum { BETWEEN_US = 50000 };
    struct note note = { voice->unit, (uint32_t)done, (uint32_t)total };
    if (voice->said_us) {
        uint64_t now_us = clock_us();
        if (done < total && *voice->said_us && now_us - *voice->said_us < BETWEEN_US)
            return;
        *voice->said_us = now_us;
    }
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
    uint64_t said_us = 0;
    struct worker_voice voice = { pipe, (uint32_t)unit, &said_us };
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

static bool start(const struct workers *workers, size_t unit, struct slot *slot, struct err *err)
{
    int ends[2];
    SCOPED_FD file = memfd_create("result", MFD_CLOEXEC);
    if (file < 0)
        return err_sys(err, ERR_FAULT, "cannot make a memory file");
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return err_sys(err, ERR_FAULT, "cannot make a pipe");
    SCOPED_FD hears = ends[0];
    SCOPED_FD says = ends[1];
    pid_t caller = getpid(), pid = fork();
    if (pid < 0)
        return err_sys(err, ERR_FAULT, "cannot start a worker");
    if (pid == 0)
        be_worker(workers, unit, file, says, caller);
    *slot = (struct slot){ pid, unit, fd_steal(&file), fd_steal(&hears) };
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
    fd_close(&slot->hears);
    slot->pid = 0;
}

static void hear(const struct workers *workers, int pipe)
{
    struct note note;
    while (read(pipe, &note, sizeof note) == (ssize_t)sizeof note)
        if (workers->progress && note.unit < workers->count)
            workers->progress(workers->context, note.unit, note.done, note.total);
}

static bool has_ended(const struct slot *slot)
{
    siginfo_t info = { 0 };
    return slot->pid && waitid(P_PID, (id_t)slot->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == slot->pid;
}

/* Passes on what the workers say until one of them has ended; returns its slot. */
static struct slot *wait_for_one(const struct workers *workers, struct slot *slots)
{
    /* A worker that dies in the middle of a fork leaves its end of the pipe open for a moment. */
    enum { NET_MS = 500 };
    struct pollfd voices[WORKER_JOBS_MAX];
    for (;;) {
        for (unsigned i = 0; i < workers->jobs; i++)
            voices[i] = (struct pollfd){ slots[i].pid ? slots[i].hears : -1, POLLIN, 0 };
        bool is_late = poll(voices, workers->jobs, NET_MS) <= 0;
        for (unsigned i = 0; i < workers->jobs; i++) {
            if (voices[i].revents & POLLIN)
                hear(workers, slots[i].hears);
            if (voices[i].revents & POLLHUP || (is_late && has_ended(&slots[i])))
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
    size_t next = 0, running = 0;
    while (next < workers->count || running > 0) {
        struct slot *slot = next < workers->count ? free_slot(slots, workers->jobs) : NULL;
        if (slot && start(workers, next, slot, &results[next].err)) {
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
        reap(wait_for_one(workers, slots), arena, results);
        running--;
    }
    return true;
}
