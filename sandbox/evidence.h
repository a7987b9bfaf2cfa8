/* evidence.h - from what the kernel told to how a run ended: one order, one table of words. */
#ifndef SANDBOX_EVIDENCE_H
#define SANDBOX_EVIDENCE_H

#include <stdbool.h>
#include <sys/resource.h>

#include "sandbox/sandbox.h"

/* Raw facts of one ended run. */
struct evidence {
    int status; /* of wait4 */
    struct rusage usage;
    uint64_t extra_cpu_us; /* of orphans that the supervisor reaped */
    uint64_t wall_us, output_bytes;
    enum sandbox_limit stopped_for; /* the limit we ended it for; SANDBOX_NONE: we did not */
    const char *denied;             /* a forbidden call that the kernel reported; "" none */
    uint64_t refused_bytes, refused_at_bytes;
    bool oom_killed; /* the kernel ended a process of the control group for want of memory */
    bool before_main;
    /* The kernel's peak goes on counting over an exec. At or below this much (the set-up, a copy of
     * the caller) it says nothing of the program; 0: it is the program's own. */
    uint64_t floor_bytes;
};

/*
 * The order: forbidden call > memory > output > CPU > wall or idle > signal > exit code. Nothing is
 * inferred from SIGKILL alone: one that we did not send and that no limit explains is a signal,
 * whoever sent it.
 */
void evidence_judge(const struct evidence *evidence, const struct sandbox_spec *spec,
                    struct sandbox_result *out);

/* The result of a program whose image alone is over the memory limit: it is not run. */
void evidence_image_too_large(uint64_t image_bytes, const struct sandbox_spec *spec,
                              struct sandbox_result *out);

#endif
