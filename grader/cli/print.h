/* print.h - the only place that writes to the terminal. */
#ifndef GRADER_CLI_PRINT_H
#define GRADER_CLI_PRINT_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/base/str.h"

/* Exit codes, a contract (README). */
enum {
    EXIT_PASSED = 0,
    EXIT_BELOW = 1,      /* graded, but below the bar; a solution that is not accepted */
    EXIT_BAD_INPUT = 2,  /* usage, or something we were given */
    EXIT_NOT_GRADED = 3, /* a fault of ours */
};

/* To standard output. A write that fails is remembered: print_finish tells. */
void print_bytes(struct str bytes);
void print_line(const char *format, ...) PRINTF_LIKE(1, 2);
/* Flushes; the exit code, or EXIT_BAD_INPUT with a line when standard output could not take
 * everything. */
int print_finish(int exit_code);

/* "grader: TEXT" to standard error; returns the exit code that the error's kind has. Control
 * characters are made visible. */
int print_error(const struct err *err);
/* A command's usage to standard error, where none was given; returns the exit code of that. */
int print_usage_error(const char *usage);
/* "grader: TEXT" to standard error, for what is worth knowing but no error. */
void print_note(const char *format, ...) PRINTF_LIKE(1, 2);

/* What was tolerated of a problem package, as a note. */
void print_package_warning(const char *package, const char *text);

bool print_uses_colour(void); /* standard output is a terminal, and NO_COLOR is not set */
unsigned print_width(void);   /* columns of that terminal; 80 when it is none */

/* One line that is overwritten in place, on a terminal only (standard error); nothing in a pipe. */
void print_progress(const char *what, size_t done, size_t total);
void print_progress_end(void);

#endif
