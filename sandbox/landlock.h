/* landlock.h - the file system, TCP, abstract sockets and signals, as far as the kernel's Landlock
 * reaches. */
#ifndef SANDBOX_LANDLOCK_H
#define SANDBOX_LANDLOCK_H

#include <stdbool.h>

/* The kernel's ABI version; 0: no Landlock. */
int landlock_abi(void);

enum landlock_right {
    LANDLOCK_RUN_FILE,  /* execute this one file */
    LANDLOCK_READ_TREE, /* read and execute below */
    LANDLOCK_USE_FILE,  /* read and write this one file: /dev/null */
    LANDLOCK_OWN_TREE,  /* everything below */
};

/* A ruleset that grants nothing yet: file system, and TCP unless `network`. Descriptor, or -1 with
 * errno. */
int landlock_new(bool network);
/* fd may be O_PATH. A file without a place in the file system (memfd) needs no rule: true. */
bool landlock_allow(int ruleset, int fd, enum landlock_right right);
/* From here on the calling thread is held. Needs no_new_privs. */
bool landlock_enter(int ruleset);

#endif
