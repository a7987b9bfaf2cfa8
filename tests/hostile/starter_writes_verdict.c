/* hostile: a starter that writes an answer itself and ends
 * limits: wall=5000
 * accept: exit:0
 * run: starter
 */
#include <linux/futex.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { SOCKET = 3, CLONE_PARENT_FLAG = 0x8000 };

/* Waits for a run as the starter would. */
static long next_run(void)
{
    static char bytes[4096];
    char control[256];
    struct iovec data = { bytes, sizeof bytes };
    struct msghdr message = {
        .msg_iov = &data, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control
    };
    return recvmsg(SOCKET, &message, 0);
}

static void say(const char *bytes, size_t size)
{
    struct iovec data = { (void *)(size_t)bytes, size };
    struct msghdr message = { .msg_iov = &data, .msg_iovlen = 1 };
    sendmsg(SOCKET, &message, MSG_NOSIGNAL);
}

static long copy(void)
{
    return syscall(SYS_clone, CLONE_PARENT_FLAG | SIGCHLD, 0, 0, 0, 0);
}

static void work_for_ever(void)
{
    for (volatile unsigned i = 0;; i++)
        ;
}

/* Whatever this program does not use of the above. */
void unused(void)
{
    next_run();
    say("", 0);
    copy();
    work_for_ever();
}

static void take_over(void);

/* Before the starter, which stands before constructors. */
__attribute__((section(".preinit_array"), used)) static void (*const early)(void) = take_over;

static void take_over(void)
{
    write(1, "42\n", 3);
    _exit(0);
}

int main(void)
{
    return 0;
}
