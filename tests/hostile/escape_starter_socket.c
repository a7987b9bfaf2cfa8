/* hostile: uses the numbers of the sandbox's own sockets
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    char byte = 'h';
    struct iovec data = { &byte, 1 };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1 };
    for (int fd = 3; fd <= 5; fd++)
        if (syscall(SYS_sendmsg, fd, &message, MSG_NOSIGNAL) >= 0 ||
            syscall(SYS_recvmsg, fd, &message, MSG_DONTWAIT) >= 0)
            puts("ESCAPED");
    return 3;
}
