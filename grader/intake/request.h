/* request.h - which repository, which state of it, which folders. */
#ifndef GRADER_INTAKE_REQUEST_H
#define GRADER_INTAKE_REQUEST_H

#include <stddef.h>

/* Borrowed for the call. */
struct intake_request {
    const char *where;      /* a path, a bare repository, file:// http(s):// git:// ssh://, or
                               user@host:path */
    const char *revision;   /* branch, tag or commit; NULL: HEAD */
    const char *executable; /* absolute path of a program whose main() knows
                               INTAKE_WORKER_FLAG (worker.h): the grader's own */
    const char *const *problem_ids; /* all problems there are: other folders with C files are left
                                       out as "no problem of that name" */
    size_t problem_count;
    const char *const *roots; /* where problems' folders lie: "" is the top; of two for one problem
                                 the first root's is taken */
    size_t root_count;
};

#endif
