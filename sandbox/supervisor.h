/* supervisor.h - the first process of a sandbox: parent of everything inside, holder of the clocks.
 */
#ifndef SANDBOX_SUPERVISOR_H
#define SANDBOX_SUPERVISOR_H

#include <sys/types.h>

#include "sandbox/cgroup.h"
#include "sandbox/elf.h"
#include "sandbox/filter.h"
#include "sandbox/sandbox.h"

/* What the supervisor is born with; borrowed, and copied with the process. */
struct supervisor_start {
    const struct sandbox_spec *spec;
    const struct filter *filter;
    unsigned layers;
    int namespace_flags;    /* those it was cloned with; 0 without the layer */
    struct elf_image image; /* of the program, where there is one */
    int request;            /* the socket to the caller */
    const char *temporary;  /* folder for what needs a place on the host */
    struct cgroup cgroup;   /* folder -1: none */
    unsigned serial;        /* a number of this sandbox's own */
    uid_t caller_uid;
    gid_t caller_gid;
};

/* Runs in the new process until the caller closes the socket. */
_Noreturn void supervisor_main(const struct supervisor_start *start);

#endif
