/* guard.c - an end to calls that never end. */
#include "grader/intake/guard.h"

#include <assert.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/err.h"
#include "grader/base/fd.h"
#include "grader/intake/frame.h"
#include "grader/intake/rules.h"

/* The largest object that is loaded, a tree of 32 MiB, takes 0.3 s on a slow machine. */
enum { CPU_S = 2 };

/* What the handler writes: made beforehand, because it may call nothing but write and _exit. */
static struct {
    struct buf frame;
    int fd;
    bool is_open;
} guard;

static void on_signal(int signal_number)
{
    (void)signal_number;
    _exit(fd_write_all(guard.fd, guard.frame.bytes, guard.frame.length) ? 0 : 3);
}

void guard_open(int fd)
{
    assert(!guard.is_open);
    struct sigaction action = { .sa_handler = on_signal };
    buf_init(&guard.frame, FRAME_HEADER_BYTES + FRAME_PAYLOAD_MAX);
    guard.fd = fd;
    guard.is_open = sigaction(SIGVTALRM, &action, NULL) == 0;
}

void guard_close(void)
{
    signal(SIGVTALRM, SIG_DFL);
    buf_release(&guard.frame);
    guard.is_open = false;
}

static void set_timer(time_t seconds)
{
    const struct itimerval timer = { .it_value = { .tv_sec = seconds } };
    /* Where timers are refused, the box's own limit on CPU time remains. */
    setitimer(ITIMER_VIRTUAL, &timer, NULL);
}

void guard_begin(const char *format, ...)
{
    if (!guard.is_open)
        return;
    char text[INTAKE_ERROR_MAX];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    assert(length >= 0);
    buf_clear(&guard.frame);
    size_t opened = frame_open(&guard.frame, FRAME_ERROR);
    frame_put_number(&guard.frame, ERR_INPUT);
    frame_put_text(&guard.frame, text);
    frame_close(&guard.frame, opened);
    set_timer(CPU_S);
}

void guard_end(void)
{
    if (guard.is_open)
        set_timer(0);
}
