/* layers.c - what this machine offers, found out by doing it. */
#include "sandbox/layers.h"

#include <assert.h>
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/cgroup.h"
#include "sandbox/landlock.h"
#include "sandbox/sandbox.h"

enum { SPACES = CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWNS };

pid_t layers_clone(int flags)
{
    /* As fork, but with flags; no stack: the child goes on here on a copy of this one. */
    return (pid_t)syscall(SYS_clone, flags | SIGCHLD, 0, 0, 0, 0);
}

static bool can_clone(int flags)
{
    pid_t child = layers_clone(flags);
    if (child == 0)
        _exit(0);
    int status;
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

int layers_namespace_flags(void)
{
    static int flags = -1;
    if (flags < 0)
        flags = can_clone(SPACES)                   ? SPACES
                : can_clone(SPACES | CLONE_NEWUSER) ? SPACES | CLONE_NEWUSER
                                                    : 0;
    return flags;
}

bool layers_fix_addresses(void)
{
    int now = personality(0xffffffff); /* asks, changes nothing */
    return now >= 0 && personality((unsigned long)now | ADDR_NO_RANDOMIZE) >= 0;
}

static bool can_fix_addresses(void)
{
    int now = personality(0xffffffff);
    bool can = layers_fix_addresses();
    if (can)
        personality((unsigned long)now);
    return can;
}

unsigned sandbox_layers(void)
{
    static unsigned layers;
    if (!layers) {
        layers = SANDBOX_LIMITS | SANDBOX_SECCOMP;
        layers |= landlock_abi() > 0 ? SANDBOX_LANDLOCK : 0;
        layers |= layers_namespace_flags() ? SANDBOX_NAMESPACES : 0;
        layers |= cgroup_is_offered() ? SANDBOX_CGROUP : 0;
        layers |= can_fix_addresses() ? SANDBOX_ADDRESSES : 0;
    }
    return layers;
}

const char *sandbox_layer_name(unsigned layer)
{
    static const char *const names[SANDBOX_LAYER_COUNT] = { "limits",     "seccomp", "landlock",
                                                            "namespaces", "cgroup",  "addresses" };
    for (unsigned i = 0; i < SANDBOX_LAYER_COUNT; i++)
        if (layer == 1u << i)
            return names[i];
    assert(false && "one bit of enum sandbox_layer");
    return "?";
}
