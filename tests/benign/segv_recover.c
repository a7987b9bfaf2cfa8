/* segv_recover.c - SIGSEGV caught, with a stack of its own, and gone on from.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static sigjmp_buf again;

static void on_segv(int number, siginfo_t *info, void *context)
{
    (void)context;
    siglongjmp(again, number + (info->si_addr == (void *)16 ? 100 : 0));
}

int main(void)
{
    stack_t stack = { .ss_sp = malloc(65536), .ss_size = 65536 };
    sigaltstack(&stack, NULL);
    struct sigaction action = { .sa_sigaction = on_segv, .sa_flags = SA_SIGINFO | SA_ONSTACK };
    sigaction(SIGSEGV, &action, NULL);
    for (volatile int i = 0; i < 3; i++) {
        int number = sigsetjmp(again, 1);
        if (!number)
            *(volatile int *volatile)16 = 1;
        printf("%d\n", number);
    }
    return 0;
}
