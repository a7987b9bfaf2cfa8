/* wire.h - one message with descriptors over a SOCK_SEQPACKET socket. */
#ifndef SANDBOX_WIRE_H
#define SANDBOX_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { WIRE_FDS_MAX = 16 };

/* Parts are sent as one message; never blocks for longer than the peer needs to take it, never
 * raises SIGPIPE. */
bool wire_send(int socket, const void *head, size_t head_size, const void *tail, size_t tail_size,
               const int *fds, size_t fd_count);

/* What a message brought besides its bytes. */
struct wire_extra {
    int fds[WIRE_FDS_MAX]; /* owned by the receiver, close-on-exec */
    size_t fd_count;
    pid_t sender; /* as the kernel says, in the receiver's pid namespace; 0 where SO_PASSCRED is off
                   */
};

/* Bytes of the message, 0 at the end of the conversation (or for an empty message, which has a
 * sender), -1 with errno (EAGAIN with dont_wait). A
 * message that does not fit is -1 with EMSGSIZE. */
ssize_t wire_receive(int socket, void *bytes, size_t room, struct wire_extra *extra,
                     bool dont_wait);

/* Closes whatever descriptors came with a message. */
void wire_drop(struct wire_extra *extra);

#endif
