/* stack_overflow_caught.c - a coroutine's stack overflows, caught on another stack.
 *
 * expect: exit 9
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

static void on_segv(int number)
{
    (void)number;
    write(1, "overflow\n", 9);
    _exit(9);
}

__attribute__((noinline)) static int descend(volatile int depth)
{
    volatile char frame[1000];
    frame[0] = (char)depth;
    return descend(depth + 1) + frame[0];
}

static void run(void)
{
    printf("%d\n", descend(0));
}

int main(void)
{
    static char other[65536];
    stack_t stack = { .ss_sp = other, .ss_size = sizeof other };
    sigaltstack(&stack, NULL);
    struct sigaction action = { .sa_handler = on_segv, .sa_flags = SA_ONSTACK };
    sigaction(SIGSEGV, &action, NULL);
    size_t size = 1 << 18;
    char *map = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mprotect(map, 4096, PROT_NONE);
    ucontext_t here, there;
    getcontext(&there);
    there.uc_stack.ss_sp = map;
    there.uc_stack.ss_size = size;
    there.uc_link = &here;
    makecontext(&there, run, 0);
    swapcontext(&here, &there);
    return 0;
}
