/* atomics_single.c - stdatomic.h.
 *
 * expect: exit 0
 */
#include <stdatomic.h>
#include <stdio.h>

int main(void)
{
    atomic_int a = 5;
    atomic_llong b = 0;
    atomic_flag flag = ATOMIC_FLAG_INIT;
    int expected = 7;
    atomic_fetch_add(&a, 2);
    printf("%d %d\n", atomic_compare_exchange_strong(&a, &expected, 9), a);
    for (int i = 0; i < 1000; i++)
        b += i;
    printf("%lld %d %d\n", atomic_load(&b), atomic_flag_test_and_set(&flag),
           atomic_flag_test_and_set(&flag));
    printf("%d\n", atomic_is_lock_free(&b));
    atomic_thread_fence(memory_order_seq_cst);
    return 0;
}
