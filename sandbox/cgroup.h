/* cgroup.h - a control group for one sandbox, where we may make one: the sum over all processes,
 * held by the kernel. */
#ifndef SANDBOX_CGROUP_H
#define SANDBOX_CGROUP_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A backstop behind rlimits, not the judge: memory that no process's own limit sees (many
 * processes, page tables, what is charged to nobody). Version 2 where this process's own group
 * hands the memory controller down; else version 1's memory hierarchy where it can be written; else
 * none. Nothing is mounted, moved or delegated for it.
 */
struct cgroup {
    char path[256]; /* of the group's folder */
    int folder;     /* descriptor, or -1: none */
    bool is_v2;
};

/* Whether a group can be made here; found out once by making one. Also removes groups that a killed
 * caller left behind. */
bool cgroup_is_offered(void);

/* In the caller. Limits of 0 are not set. False with errno; then nothing is left. */
bool cgroup_make(struct cgroup *cgroup, unsigned serial, uint64_t memory_bytes, unsigned processes);
/* In the caller, when all processes have gone. */
void cgroup_remove(struct cgroup *cgroup);

/* In a process on its way to the program. */
bool cgroup_enter(const struct cgroup *cgroup);
/* How many processes the kernel has ended here for want of memory. */
uint64_t cgroup_oom_kills(const struct cgroup *cgroup);
/* Ends everything in it at once, where the kernel can (version 2, Linux 5.14). */
void cgroup_kill(const struct cgroup *cgroup);

#endif
