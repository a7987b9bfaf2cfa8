/* print.c - the only place that writes to the terminal. */
#include "grader/cli/print.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/clock.h"
#include "grader/text/escape.h"

static bool progress_is_shown;
static int first_failure; /* errno of the first write to standard output that failed */

static void note_failure(bool failed)
{
    if (failed && !first_failure)
        first_failure = errno ? errno : EIO;
}

void print_bytes(struct str bytes)
{
    print_progress_end();
    note_failure(fwrite(bytes.at, 1, bytes.length, stdout) != bytes.length);
}

void print_line(const char *format, ...)
{
    print_progress_end();
    va_list args;
    va_start(args, format);
    note_failure(vprintf(format, args) < 0);
    va_end(args);
    note_failure(putchar('\n') == EOF);
}

int print_finish(int exit_code)
{
    print_progress_end();
    note_failure(fflush(stdout) != 0);
    if (!first_failure)
        return exit_code;
    fprintf(stderr, "grader: cannot write to standard output: %s\n", strerror(first_failure));
    return EXIT_BAD_INPUT;
}

static void put_note(const char *text)
{
    SCOPED_BUF line;
    buf_init(&line, (size_t)ERR_TEXT_MAX * 16);
    escape_put(&line, str_of(text), ESCAPE_TERMINAL, ESCAPE_NONE);
    print_progress_end();
    fprintf(stderr, "grader: %s\n", buf_text(&line));
}

int print_error(const struct err *err)
{
    put_note(err->text);
    return err->kind == ERR_FAULT ? EXIT_NOT_GRADED : EXIT_BAD_INPUT;
}

int print_usage_error(const char *usage)
{
    print_progress_end();
    fputs(usage, stderr);
    return EXIT_BAD_INPUT;
}

void print_note(const char *format, ...)
{
    char text[ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    put_note(text);
}

void print_package_warning(const char *package, const char *text)
{
    print_note("%s: warning: %s", package, text);
}

bool print_uses_colour(void)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no && no[0]) && !(term && strcmp(term, "dumb") == 0);
}

unsigned print_width(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

void print_progress(const char *what, size_t done, size_t total)
{
    enum { EVERY_US = 80000 };
    static uint64_t last_us;
    const char *term = getenv("TERM");
    if (!isatty(STDERR_FILENO) || (term && strcmp(term, "dumb") == 0))
        return;
    uint64_t now_us = clock_us();
    if (progress_is_shown && now_us - last_us < EVERY_US)
        return;
    last_us = now_us;
    progress_is_shown = true;
    if (total > 0)
        fprintf(stderr, "\r\033[K%.60s  %zu/%zu", what, done, total);
    else
        fprintf(stderr, "\r\033[K%.70s …", what);
    fflush(stderr);
}

void print_progress_end(void)
{
    if (progress_is_shown)
        fputs("\r\033[K", stderr);
    progress_is_shown = false;
}
