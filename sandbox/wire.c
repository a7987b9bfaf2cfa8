/* wire.c - one message with descriptors over a SOCK_SEQPACKET socket. */
#include "sandbox/wire.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

union control {
    char bytes[CMSG_SPACE(WIRE_FDS_MAX * sizeof(int)) + CMSG_SPACE(sizeof(struct ucred))];
    struct cmsghdr align;
};

bool wire_send(int socket, const void *head, size_t head_size, const void *tail, size_t tail_size,
               const int *fds, size_t fd_count)
{
    assert(fd_count <= WIRE_FDS_MAX && head_size > 0);
    struct iovec parts[2] = { { (void *)(size_t)head, head_size },
                              { (void *)(size_t)tail, tail_size } };
    union control control;
    struct msghdr message = { .msg_iov = parts, .msg_iovlen = tail_size > 0 ? 2 : 1 };
    if (fd_count > 0) {
        memset(&control, 0, sizeof control);
        message.msg_control = control.bytes;
        message.msg_controllen = CMSG_SPACE(fd_count * sizeof(int));
        struct cmsghdr *part = CMSG_FIRSTHDR(&message);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(fd_count * sizeof(int));
        memcpy(CMSG_DATA(part), fds, fd_count * sizeof(int));
    }
    ssize_t sent;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)(head_size + tail_size);
}

/* False: it brought more descriptors than are taken; they are closed. */
static bool take_part(const struct cmsghdr *part, struct wire_extra *extra)
{
    bool fits = true;
    if (part->cmsg_level != SOL_SOCKET)
        return true;
    if (part->cmsg_type == SCM_CREDENTIALS) {
        struct ucred who;
        memcpy(&who, CMSG_DATA(part), sizeof who);
        extra->sender = who.pid;
    }
    if (part->cmsg_type == SCM_RIGHTS) {
        size_t count = (part->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (size_t i = 0; i < count; i++) {
            int fd;
            memcpy(&fd, CMSG_DATA(part) + i * sizeof fd, sizeof fd);
            fits = fits && extra->fd_count < WIRE_FDS_MAX;
            if (fits)
                extra->fds[extra->fd_count++] = fd;
            else
                close(fd);
        }
    }
    return fits;
}

ssize_t wire_receive(int socket, void *bytes, size_t room, struct wire_extra *extra, bool dont_wait)
{
    assert(bytes && room > 0 && extra);
    union control control;
    struct iovec part = { bytes, room };
    struct msghdr message = { .msg_iov = &part,
                              .msg_iovlen = 1,
                              .msg_control = control.bytes,
                              .msg_controllen = sizeof control.bytes };
    extra->fd_count = 0;
    extra->sender = 0;
    bool all_fit = true;
    ssize_t got;
    do
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | (dont_wait ? MSG_DONTWAIT : 0));
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return got;
    for (struct cmsghdr *at = CMSG_FIRSTHDR(&message); at; at = CMSG_NXTHDR(&message, at))
        all_fit = take_part(at, extra) && all_fit;
    if (!all_fit || message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) {
        wire_drop(extra);
        errno = EMSGSIZE;
        return -1;
    }
    return got;
}

void wire_drop(struct wire_extra *extra)
{
    for (size_t i = 0; i < extra->fd_count; i++)
        if (extra->fds[i] >= 0)
            close(extra->fds[i]);
    extra->fd_count = 0;
}
