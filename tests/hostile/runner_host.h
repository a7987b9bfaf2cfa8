/* runner_host.h - what hostile programs must leave as it was: the host, and the runner itself. */
#ifndef TESTS_HOSTILE_RUNNER_HOST_H
#define TESTS_HOSTILE_RUNNER_HOST_H

#include <signal.h>
#include <stdbool.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <termios.h>

enum { HOST_LIMITS = 16, HOST_IPC_LINES_MAX = 4096 };

struct host {
    struct rlimit limits[HOST_LIMITS];
    sigset_t blocked;
    int priority;
    bool has_terminal;
    struct termios terminal;
    mode_t mask;
    int descriptors;
    char folder[256];
    char host_name[65];
    unsigned long ipc_hash; /* of the lines of /proc/sysvipc that belong to our users */
};

/* The user that the ordinary runs have when the runner is root. */
enum { HOST_ORDINARY_USER = 23456 };

/* Also makes the caller the parent of every orphan below it. */
void host_look(struct host *out);

/*
 * Call when every worker has ended. Prints a line for each difference; returns how many there are:
 * processes that live on, zombies, files of the programs' users or of their names in /tmp and
 * /dev/shm, anything in `own_folder` (which should be empty), System V objects, terminal, own
 * state.
 */
unsigned host_compare(const struct host *before, const char *own_folder);

#endif
