/* coroutines.c - coroutines by ucontext.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

static ucontext_t main_context, generator;
static int value;

static void generate(void)
{
    int a = 0, b = 1;
    for (;;) {
        value = a;
        int next = a + b;
        a = b;
        b = next;
        swapcontext(&generator, &main_context);
    }
}

int main(void)
{
    char *stack = malloc(65536);
    getcontext(&generator);
    generator.uc_stack.ss_sp = stack;
    generator.uc_stack.ss_size = 65536;
    generator.uc_link = &main_context;
    makecontext(&generator, generate, 0);
    for (int i = 0; i < 20; i++) {
        swapcontext(&main_context, &generator);
        printf("%d ", value);
    }
    free(stack);
    return 0;
}
