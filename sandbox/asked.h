/* asked.h - the supervisor's answer to a system call that the filter asks about. */
#ifndef SANDBOX_ASKED_H
#define SANDBOX_ASKED_H

#include <linux/seccomp.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "sandbox/sandbox.h"

/* What the supervisor knows when the question comes; process ids in its own namespace, which is
 * that of the asker too. */
struct asked_state {
    enum sandbox_profile profile;
    pid_t starting;             /* process whose one exec is awaited; 0: none */
    pid_t cloning;              /* the starter, which may make copies; 0: none */
    unsigned threads_max;       /* threads there may be at once, the first one among them */
    unsigned threads_left;      /* threads that may still be made where they can't be counted */
    pid_t run;                  /* process of the run if the asker is of it, else 0 */
    uint64_t space_limit_bytes; /* RLIMIT_AS of the process */
    int proc;                   /* descriptor of the host's /proc, or -1 */
};

enum asked_answer {
    ASKED_LET,       /* the kernel goes on with the call */
    ASKED_LET_EXEC,  /* the same, and `starting` is used up */
    ASKED_LET_CLONE, /* the caller says when, one at a time */
    ASKED_LET_THREAD,
    ASKED_NO_MEMORY, /* ENOMEM, and evidence: refused and at */
    ASKED_REFUSED,   /* EACCES, and nothing more */
    ASKED_FORBIDDEN, /* the run ends */
};

/*
 * Looks only at registers, which can't change any more, and at /proc. One exception: the path of
 * newfstatat, asked about where no mount namespace hides the host's names, is read from the asker's
 * memory. With one thread nothing can change it meanwhile; with several the worst that can come of
 * it is knowing that a name exists.
 */
enum asked_answer asked_decide(const struct seccomp_notif *call, const struct asked_state *state,
                               uint64_t *out_refused_bytes, uint64_t *out_at_bytes);

#endif
