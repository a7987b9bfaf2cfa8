/* starter.c - linked into a candidate's program: one fresh copy of the process for each run. */
#include "sandbox/starter/protocol.h"

#include <linux/sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>

/*
 * Stands in front of constructors and main (.preinit_array, and -Wl,--wrap=main for the arguments),
 * uses no function of the C library and no thread-local data: the program may define any symbol as
 * it likes. Nothing here protects anybody. The protection is that all of this runs under the full
 * filter, and that the supervisor believes only the kernel.
 */

int __real_main(int argc, char **argv, char **envp);
int __wrap_main(int argc, char **argv, char **envp);

#if defined(__x86_64__)
static long call(long number, long a, long b, long c, long d, long e)
{
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    long out;
    __asm__ volatile("syscall"
                     : "=a"(out)
                     : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8)
                     : "rcx", "r11", "memory");
    return out;
}
#elif defined(__aarch64__)
static long call(long number, long a, long b, long c, long d, long e)
{
    register long x8 __asm__("x8") = number;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    register long x4 __asm__("x4") = e;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4) : "memory");
    return x0;
}
#else
#error "the starter knows the system call instruction of x86-64 and AArch64 only"
#endif

static char arg_bytes[STARTER_ARG_BYTES + 1];
static char *args[STARTER_ARGS + 1];
static int arg_count;

/*
 * A copy waits for its run. Its descriptors get the numbers 0, 1, 2, which are the lowest free
 * ones. Returns the bytes of the arguments, < 0: the end. A message for a copy that died before it
 * could read is passed over.
 */
static long next_run(void)
{
    int self = (int)call(SYS_getpid, 0, 0, 0, 0, 0);
    for (;;) {
        union {
            char bytes[CMSG_SPACE(3 * sizeof(int))];
            struct cmsghdr align;
        } control;
        int copy = 0;
        struct iovec data[2] = { { &copy, sizeof copy }, { arg_bytes, STARTER_ARG_BYTES } };
        struct msghdr message = { 0 };
        message.msg_iov = data;
        message.msg_iovlen = 2;
        message.msg_control = control.bytes;
        message.msg_controllen = sizeof control.bytes;
        long size = call(SYS_recvmsg, STARTER_SOCKET, (long)&message, 0, 0, 0);
        if (size <= (long)sizeof copy || copy == self)
            return size - (long)sizeof copy;
        for (int fd = 0; fd < 3; fd++)
            call(SYS_close, fd, 0, 0, 0, 0);
    }
}

static int split_args(long size)
{
    int count = 0;
    /* cppcheck-suppress negativeIndex ; size < 0 has ended the process */
    arg_bytes[size] = '\0';
    for (long at = 0; at < size && count < STARTER_ARGS; at++) {
        args[count++] = arg_bytes + at;
        while (arg_bytes[at] != '\0')
            at++;
    }
    args[count] = NULL;
    return count;
}

static void say_hello(void)
{
    char hello = STARTER_HELLO;
    struct iovec data = { &hello, 1 };
    struct msghdr message = { 0 };
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    call(SYS_sendmsg, STARTER_SOCKET, (long)&message, MSG_NOSIGNAL, 0, 0);
}

static _Noreturn void end(int code)
{
    for (;;)
        call(SYS_exit_group, code, 0, 0, 0, 0);
}

/*
 * The C library keeps the thread's number at the address that it gave to the kernel; a copy made
 * behind its back has another number. Where the kernel does not tell the address, what asks for it
 * (the clock of the first thread, mutexes that inherit priority) goes wrong in a copy.
 */
static int *thread_number_place(void)
{
    int *place = NULL;
    call(SYS_prctl, PR_GET_TID_ADDRESS, (long)&place, 0, 0, 0);
    return place;
}

static void take_number(int *place)
{
    if (place)
        *place = (int)call(SYS_set_tid_address, (long)place, 0, 0, 0, 0);
}

/* The starter never comes back from here; each copy does, with its run. */
static void become_a_run(void)
{
    int *place = thread_number_place();
    for (int fd = 0; fd < 3; fd++)
        call(SYS_close, fd, 0, 0, 0, 0);
    for (;;) {
        /* The kernel holds this call until the supervisor wants another copy. */
        long pid = call(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
        if (pid < 0)
            end(1);
        if (pid > 0)
            continue;
        call(SYS_prctl, PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        take_number(place);
        say_hello();
        long size = next_run();
        if (size < 0)
            end(0);
        call(SYS_close, STARTER_SOCKET, 0, 0, 0, 0);
        arg_count = split_args(size);
        return;
    }
}

/* Before every constructor, after the C library has made itself ready: what a constructor prints,
 * reads or changes belongs to the run. */
static void (*const before_constructors)(void)
    __attribute__((section(".preinit_array"), used)) = become_a_run;

int __wrap_main(int argc, char **argv, char **envp)
{
    (void)argc;
    (void)argv;
    return __real_main(arg_count, args, envp);
}
