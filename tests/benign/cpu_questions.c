/* cpu_questions.c - cpuid, rdtsc and rdrand's question.
 *
 * expect: exit 0
 */
#include <cpuid.h>
#include <stdio.h>
#include <x86intrin.h>

int main(void)
{
    unsigned a, b, c, d;
    printf("%d\n", __get_cpuid(1, &a, &b, &c, &d));
    unsigned long long start = __rdtsc();
    for (volatile int i = 0; i < 1000; i++)
        ;
    printf("%d %d\n", __rdtsc() > start, (d >> 26 & 1) == 1);
    return 0;
}
