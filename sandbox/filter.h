/* filter.h - which system calls each profile may make, as data, compiled by libseccomp. */
#ifndef SANDBOX_FILTER_H
#define SANDBOX_FILTER_H

#include <linux/filter.h>
#include <stdbool.h>
#include <stdint.h>

#include "sandbox/sandbox.h"

/*
 * Three answers: allow; an errno (harmless probes, and ENOSYS for what is in no list); ask. "Ask"
 * wakes the supervisor with the kernel's record of the call (seccomp user notification), which lets
 * a few through by rule and ends the process for the rest. That is how a forbidden call is known by
 * name without a word from the program.
 *
 * Only calls whose arguments lie in registers are ever let through by the supervisor, so that
 * nothing can change between its look and the kernel's.
 */
enum {
    FILTER_BIG_MAP = 1 << 20, /* maps from this size up are asked for: memory evidence */
    FILTER_FAULT_SOCKET = 4,  /* of the set-up, which sends on it under the filter */
};

struct filter {
    struct sock_fprog program; /* owned by the cache, lives as long as the process */
    bool asks;                 /* has user notifications */
};

struct filter_kind {
    enum sandbox_profile profile;
    bool is_dynamic;    /* has a loader, which opens libraries */
    bool network;       /* of tools */
    bool sees_the_host; /* no namespace hides its names: stat is asked about */
};

/* Compiled once for each kind and kept. NULL with *why when libseccomp refuses. */
const struct filter *filter_get(const struct filter_kind *kind, const char **out_why);

/* The name of a call of the native ABI; "?" when it has none. Valid until the next call. */
const char *filter_call_name(int number);

#endif
