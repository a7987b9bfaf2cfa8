/* root.h - the file system a sandbox sees: nothing, or the toolchain and a few paths, read-only. */
#ifndef SANDBOX_ROOT_H
#define SANDBOX_ROOT_H

#include <stdbool.h>

/* What every tool may read, NULL-ended; those that do not exist are passed over. */
extern const char *const root_toolchain[];
/* Devices that every tool may use, NULL-ended. */
extern const char *const root_devices[];

/* In a mount namespace of our own: a new read-only root with the toolchain, devices if wanted,
 * `readable` (NULL: none) and WORKSPACE_PLACE. */
bool root_build(const char *const *readable, bool has_devices);

/* Without a mount namespace: an empty, already deleted folder becomes the root. Wants
 * CAP_SYS_CHROOT. */
bool root_empty(const char *parent);

#endif
