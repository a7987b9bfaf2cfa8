/* child.h - from a copy of the supervisor to the program: privileges go in the order of a table. */
#ifndef SANDBOX_CHILD_H
#define SANDBOX_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

#include "sandbox/cgroup.h"
#include "sandbox/filter.h"
#include "sandbox/sandbox.h"
#include "sandbox/workspace.h"

/* What the set-up needs to know; all borrowed. */
struct child_plan {
    const struct sandbox_spec *spec;
    const struct filter *filter;
    unsigned layers;
    bool is_dynamic;
    uint64_t image_bytes;
    uid_t uid;           /* to become, or (uid_t)-1: stay */
    bool keeps_read_all; /* a root that must read others' folders keeps CAP_DAC_READ_SEARCH alone */
    const struct workspace *workspace; /* NULL: none */
    int stdio[3];                      /* become 0, 1, 2 */
    const struct cgroup *cgroup;       /* to be entered; NULL: none */
    int starter_socket;                /* becomes STARTER_SOCKET; -1: none */
    int fault_socket;                  /* becomes FILTER_FAULT_SOCKET, closed by the exec */
    char **argv;
    int program; /* -1: argv[0] */
};

/* What comes over the fault socket: a step that failed; or, with step -1, that the filter is in
 * place (with the seccomp listener, where there is one). Then silence: the exec succeeded. */
struct child_word {
    int step;                /* index into the table of steps, or -1 */
    int cause;               /* errno */
    uint64_t resident_bytes; /* with step -1: the peak of the set-up itself, a copy of the caller */
};

/* Never returns: the program runs, or a word was said and the process has ended. */
_Noreturn void child_become(const struct child_plan *plan);

/* The name of a step for messages; "?" when out of range. */
const char *child_step_name(int step);
int child_step_count(void);

#endif
