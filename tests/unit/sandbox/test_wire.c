/* test_wire.c - messages with descriptors, from an honest peer and from others. */
#include "sandbox/wire.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void make_pair(int pair[2])
{
    cr_assert_eq(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair), 0);
}

Test(wire, two_parts_and_descriptors_arrive_as_one_message)
{
    int pair[2], pipes[2];
    char bytes[16];
    struct wire_extra extra;
    make_pair(pair);
    cr_assert_eq(pipe(pipes), 0);
    cr_assert(wire_send(pair[0], "head", 4, "tail", 4, pipes, 2));
    cr_assert_eq(wire_receive(pair[1], bytes, sizeof bytes, &extra, false), 8);
    cr_expect_arr_eq(bytes, "headtail", 8);
    cr_assert_eq(extra.fd_count, 2);
    cr_expect_eq(fcntl(extra.fds[0], F_GETFD), FD_CLOEXEC);
    cr_expect_eq(write(extra.fds[1], "x", 1), 1);
    cr_expect_eq(read(extra.fds[0], bytes, 1), 1);
    wire_drop(&extra);
    cr_expect_eq(extra.fd_count, 0);
}

Test(wire, the_sender_is_who_the_kernel_says)
{
    int pair[2];
    const int on = 1;
    char byte;
    struct wire_extra extra;
    make_pair(pair);
    setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
    cr_assert(wire_send(pair[0], "h", 1, NULL, 0, NULL, 0));
    cr_assert_eq(wire_receive(pair[1], &byte, 1, &extra, false), 1);
    cr_expect_eq(extra.sender, getpid());
}

Test(wire, an_empty_message_is_not_the_end)
{
    int pair[2];
    const int on = 1;
    char byte;
    struct wire_extra extra;
    struct msghdr empty = { 0 };
    make_pair(pair);
    setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
    cr_assert_eq(sendmsg(pair[0], &empty, 0), 0);
    cr_expect_eq(wire_receive(pair[1], &byte, 1, &extra, false), 0);
    cr_expect_eq(extra.sender, getpid());
    close(pair[0]);
    cr_expect_eq(wire_receive(pair[1], &byte, 1, &extra, false), 0);
    cr_expect_eq(extra.sender, 0);
}

Test(wire, a_message_that_does_not_fit_is_an_error_and_leaks_no_descriptor)
{
    int pair[2], pipes[2];
    char byte;
    struct wire_extra extra;
    make_pair(pair);
    cr_assert_eq(pipe(pipes), 0);
    int next = dup(0);
    close(next);
    cr_assert(wire_send(pair[0], "too long", 8, NULL, 0, pipes, 2));
    errno = 0;
    cr_expect_eq(wire_receive(pair[1], &byte, 1, &extra, false), -1);
    cr_expect_eq(errno, EMSGSIZE);
    int now = dup(0);
    cr_expect_eq(now, next, "a descriptor leaked");
    close(now);
}

Test(wire, more_descriptors_than_fit_are_an_error_and_leak_none)
{
    int pair[2], many[WIRE_FDS_MAX + 8];
    char control[CMSG_SPACE(sizeof many)], byte = 'x';
    struct iovec data = { &byte, 1 };
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control
    };
    struct wire_extra extra;
    make_pair(pair);
    memset(control, 0, sizeof control);
    for (size_t i = 0; i < sizeof many / sizeof many[0]; i++)
        many[i] = pair[0];
    struct cmsghdr *part = CMSG_FIRSTHDR(&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(sizeof many);
    memcpy(CMSG_DATA(part), many, sizeof many);
    int next = dup(0);
    close(next);
    cr_assert_eq(sendmsg(pair[0], &message, 0), 1);
    cr_expect_eq(wire_receive(pair[1], &byte, 1, &extra, false), -1);
    int now = dup(0);
    cr_expect_eq(now, next, "a descriptor leaked");
    close(now);
}

Test(wire, a_full_socket_that_does_not_wait_is_an_error_and_no_hang)
{
    int pair[2];
    make_pair(pair);
    cr_assert_eq(fcntl(pair[0], F_SETFL, O_NONBLOCK), 0);
    unsigned sent = 0;
    while (sent < 1000000 && wire_send(pair[0], "run", 3, NULL, 0, NULL, 0))
        sent++;
    cr_expect(sent > 0 && sent < 1000000);
}

Test(wire, a_peer_that_has_gone_raises_no_signal)
{
    int pair[2];
    make_pair(pair);
    close(pair[1]);
    cr_expect_not(wire_send(pair[0], "x", 1, NULL, 0, NULL, 0));
}
