/* poll_stdin.c - waits for its input by poll and by select.
 *
 * expect: exit 0
 * stdin: ready\n
 */
#include <poll.h>
#include <stdio.h>
#include <sys/select.h>
#include <unistd.h>

int main(void)
{
    char bytes[16];
    struct pollfd in = { 0, POLLIN, 0 };
    int ready = poll(&in, 1, 1000);
    printf("%d %d\n", ready, in.revents & POLLIN ? 1 : 0);
    fd_set set;
    FD_ZERO(&set);
    FD_SET(0, &set);
    struct timeval wait = { 1, 0 };
    printf("%d\n", select(1, &set, NULL, NULL, &wait));
    printf("%d\n", FD_ISSET(0, &set) != 0);
    ssize_t got = read(0, bytes, sizeof bytes);
    printf("%zd\n", got);
    return 0;
}
