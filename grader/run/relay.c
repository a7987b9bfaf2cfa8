/* relay.c - passes on what two programs say to each other. */
#include "grader/run/relay.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/clock.h"
#include "grader/base/fd.h"
#include "grader/base/mem.h"

enum { CHUNK = 64 * 1024 };

/* One direction. Both ends are our own and non-blocking; -1: closed. */
struct stream {
    int from, to;
    size_t begin, end; /* of what was read and not yet written */
    char bytes[CHUNK];
};

struct relaying {
    const struct relay *relay;
    struct relay_result made;
    struct stream said, told; /* by the program; to the program */
    uint64_t said_bytes;
    bool program_ended, judge_ended;
    bool is_held;          /* the judge ended, and the program does not know */
    uint64_t passed_on_us; /* when it gets to know */
};

static bool is_empty(const struct stream *stream)
{
    return stream->begin == stream->end;
}

/* ---- one direction ---- */

/* Bytes to be written stay when the reader is slow and go when there is no reader. */
static void put(struct stream *stream)
{
    while (!is_empty(stream) && stream->to >= 0) {
        ssize_t wrote =
            write(stream->to, stream->bytes + stream->begin, stream->end - stream->begin);
        if (wrote >= 0)
            stream->begin += (size_t)wrote;
        else if (errno == EAGAIN)
            return;
        else if (errno != EINTR)
            fd_close(&stream->to);
    }
    stream->begin = stream->end = 0;
}

/* Bytes read, or -1 when there are none now; at the end the source is closed. */
static ssize_t take(struct stream *stream)
{
    assert(is_empty(stream));
    ssize_t got;
    do
        got = read(stream->from, stream->bytes, CHUNK);
    while (got < 0 && errno == EINTR);
    if (got < 0 && errno == EAGAIN)
        return -1;
    if (got <= 0) {
        fd_close(&stream->from);
        return -1;
    }
    stream->begin = 0;
    stream->end = (size_t)got;
    return got;
}

static void close_program(struct relaying *r)
{
    fd_close(&r->said.from);
    fd_close(&r->told.to);
    r->told.begin = r->told.end = 0;
}

static bool hear_program(struct relaying *r, struct err *err)
{
    const struct relay *relay = r->relay;
    ssize_t got = take(&r->said);
    if (got < 0)
        return true;
    uint64_t room = relay->ceiling_bytes - r->said_bytes;
    if ((uint64_t)got > room) {
        r->made.is_over = true;
        r->said.end = (size_t)room;
        close_program(r);
    }
    r->said_bytes += r->said.end;
    if (!fd_write_all(relay->copy, r->said.bytes, r->said.end))
        return err_sys(err, ERR_FAULT, "cannot keep what the program said");
    put(&r->said);
    return true;
}

static void hear_judge(struct relaying *r)
{
    if (take(&r->told) >= 0)
        put(&r->told);
}

/* ---- ends ---- */

static bool program_has_ended(struct relaying *r, struct err *err)
{
    r->program_ended = true;
    r->is_held = false;
    return r->relay->ended(r->relay->context, false, err);
}

static bool judge_has_ended(struct relaying *r, struct err *err)
{
    r->judge_ended = true;
    r->is_held = !r->program_ended;
    r->passed_on_us = clock_us() + RELAY_GRACE_MS * 1000;
    return r->relay->ended(r->relay->context, true, err);
}

/* From now on its writes fail; it sees the end of its input when it has read all there is. */
static void pass_on(struct relaying *r)
{
    r->is_held = false;
    r->made.judge_ended_first = true;
    fd_close(&r->said.from);
}

/* All that the judge said has been passed on, and it will say no more. */
static bool is_told_all(const struct relaying *r)
{
    return r->told.from < 0 && is_empty(&r->told) && r->told.to >= 0 && !r->is_held;
}

/* The end of what the judge says may be the judge's own end, which is seen a moment later. */
static void close_finished(struct relaying *r)
{
    if (r->said.from < 0 && is_empty(&r->said))
        fd_close(&r->said.to);
    if (!is_told_all(r))
        return;
    if (!r->judge_ended && r->passed_on_us == 0)
        r->passed_on_us = clock_us() + RELAY_GRACE_MS * 1000;
    if (r->judge_ended || clock_us() >= r->passed_on_us)
        fd_close(&r->told.to);
}

/* ---- the loop ---- */

static int wait_ms(const struct relaying *r)
{
    uint64_t now = clock_us();
    if (!r->is_held && !is_told_all(r))
        return -1;
    return now >= r->passed_on_us ? 0 : (int)((r->passed_on_us - now) / 1000) + 1;
}

/* What may happen next. A stream is either waited for or has bytes to be got rid of. */
enum { SAID, TOLD, TO_JUDGE, TO_PROGRAM, PROGRAM, JUDGE, WATCHED };

/* Negative descriptors are passed over by poll. */
static bool wait_for_any(const struct relaying *r, struct pollfd fds[WATCHED], struct err *err)
{
    const struct relay *relay = r->relay;
    bool has_said = !is_empty(&r->said), has_told = !is_empty(&r->told);
    fds[SAID] = (struct pollfd){ has_said ? -1 : r->said.from, POLLIN, 0 };
    fds[TOLD] = (struct pollfd){ has_told ? -1 : r->told.from, POLLIN, 0 };
    fds[TO_JUDGE] = (struct pollfd){ has_said ? r->said.to : -1, POLLOUT, 0 };
    fds[TO_PROGRAM] = (struct pollfd){ has_told ? r->told.to : -1, POLLOUT, 0 };
    fds[PROGRAM] = (struct pollfd){ r->program_ended ? -1 : relay->program.watch, POLLIN, 0 };
    fds[JUDGE] = (struct pollfd){ r->judge_ended ? -1 : relay->judge.watch, POLLIN, 0 };
    return poll(fds, WATCHED, wait_ms(r)) >= 0 || errno == EINTR ||
           err_sys(err, ERR_FAULT, "cannot wait for two programs that talk");
}

static bool step(struct relaying *r, struct err *err)
{
    struct pollfd fds[WATCHED];
    if (!wait_for_any(r, fds, err))
        return false;
    if (fds[TO_JUDGE].revents)
        put(&r->said);
    if (fds[TO_PROGRAM].revents)
        put(&r->told);
    if (fds[SAID].revents && !hear_program(r, err))
        return false;
    if (fds[TOLD].revents)
        hear_judge(r);
    if (fds[PROGRAM].revents && !program_has_ended(r, err))
        return false;
    if (fds[JUDGE].revents && !judge_has_ended(r, err))
        return false;
    if (r->is_held && clock_us() >= r->passed_on_us)
        pass_on(r);
    close_finished(r);
    return true;
}

/* What the program said last may still be in its pipe. */
static bool hear_the_rest(struct relaying *r, struct err *err)
{
    for (;;) {
        uint64_t before = r->said_bytes;
        r->said.begin = r->said.end = 0;
        fd_close(&r->said.to); /* there is nobody to pass it on to */
        if (r->said.from < 0)
            return true;
        if (!hear_program(r, err))
            return false;
        if (r->said_bytes == before)
            return true;
    }
}

static void open_stream(struct stream *stream, int from, int to)
{
    int flags = fcntl(from, F_SETFL, O_NONBLOCK) | fcntl(to, F_SETFL, O_NONBLOCK);
    assert(flags == 0);
    stream->from = from;
    stream->to = to;
}

static bool run(struct relaying *r, struct err *err)
{
    const struct relay *relay = r->relay;
    if (relay->program.watch < 0 && !program_has_ended(r, err))
        return false;
    if (relay->judge.watch < 0 && !judge_has_ended(r, err))
        return false;
    while (!r->program_ended || !r->judge_ended)
        if (!step(r, err))
            return false;
    return hear_the_rest(r, err);
}

bool relay_run(const struct relay *relay, struct relay_result *out, struct err *err)
{
    assert(relay && relay->ended && relay->copy >= 0 && out && err);
    struct relaying *r = mem_alloc(sizeof *r);
    struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
    memset(r, 0, sizeof *r);
    r->relay = relay;
    sigaction(SIGPIPE, &ignore, &before); /* a reader that went away is an error of a write */
    open_stream(&r->said, relay->program.from, relay->judge.to);
    open_stream(&r->told, relay->judge.from, relay->program.to);
    bool good = run(r, err);
    if (good)
        *out = r->made;
    close_program(r);
    fd_close(&r->said.to);
    fd_close(&r->told.from);
    sigaction(SIGPIPE, &before, NULL);
    mem_free(r);
    return good;
}
