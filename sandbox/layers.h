/* layers.h - what this machine offers: sandbox_layers() for users, and here how to get it. */
#ifndef SANDBOX_LAYERS_H
#define SANDBOX_LAYERS_H

#include <stdbool.h>
#include <sys/types.h>

/* Flags for layers_clone that make all our namespaces; with CLONE_NEWUSER where we are not root; 0:
 * not offered. */
int layers_namespace_flags(void);

/* fork with namespace flags. */
pid_t layers_clone(int flags);

/* What this process executes next lies at fixed addresses. False: refused (errno). */
bool layers_fix_addresses(void);

#endif
