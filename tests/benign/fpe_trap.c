/* fpe_trap.c - floating-point traps switched on, caught as SIGFPE.
 *
 * expect: exit 0
 * flags: -lm
 */
#define _GNU_SOURCE
#include <fenv.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>

static sigjmp_buf again;

static void on_fpe(int number)
{
    siglongjmp(again, number);
}

int main(void)
{
    volatile double zero = 0;
    signal(SIGFPE, on_fpe);
    feenableexcept(FE_DIVBYZERO);
    int number = sigsetjmp(again, 1);
    if (number) {
        printf("caught %d\n", number);
        return 0;
    }
    volatile double never = 1 / zero;
    printf("%f\n", never);
    return 1;
}
