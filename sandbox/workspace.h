/* workspace.h - the private folder of a tool: laid before a run, emptied whole after it. */
#ifndef SANDBOX_WORKSPACE_H
#define SANDBOX_WORKSPACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/*
 * In a mount namespace the folder is a tmpfs of limited size and inodes, mounted at WORKSPACE_PLACE
 * anew for each run and thrown away whole. Without one it is a folder of a random name on the host,
 * emptied by descriptors that follow no link; its size is then held by RLIMIT_FSIZE alone, and the
 * report's list of layers says so.
 *
 * Only the supervisor calls this, never while a process of the run is alive but for workspace_make.
 */
#define WORKSPACE_PLACE "/box"

struct workspace {
    bool is_mount;
    int folder; /* descriptor, or -1 */
    char path[64];
    const char *parent; /* host folder for the case without a mount */
    uint64_t space_bytes;
    unsigned space_inodes;
    uid_t owner;
};

bool workspace_make(struct workspace *workspace);
/* From the payload that payload.h describes: paths and bytes. */
bool workspace_lay(const struct workspace *workspace, int payload);
/* Copies a regular file of at most `ceiling` bytes out into a memory file; no link is followed. -1:
 * there is none. */
int workspace_collect(const struct workspace *workspace, const char *path, uint64_t ceiling);
void workspace_drop(struct workspace *workspace);

#endif
