/* words_of_assembly.c - sums up, with words and attributes that hide nothing.
 *
 * scene: array
 * time: n
 */
#include "array.h"
#include <stdint.h>

/* asm("nop"); __attribute__((section(".text"))) #pragma clang attribute push */
#define UNUSED      __attribute__((unused))
#define BARRIER()   __asm__ volatile("" ::: "memory") /* which nobody uses */
#define JOIN(a, b)  a##b
#define COUNT(name) JOIN(name, _count)

struct __attribute__((packed)) record {
    char section;
    int32_t asm_count;
};
static const char *const words[] UNUSED = { "asm", "__attribute__((naked))", "section" };

__attribute__((noinline, const)) static long naked(long a, long b)
{
    return a + b;
}
__attribute__((constructor)) static void alias(void)
{
}
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"
static inline int no_sanitize(const char *asm_text UNUSED, int section)
{
    return section;
}
#pragma GCC diagnostic pop

long solve(int *a, int n)
{
    struct record record = { 'a', 0 };
    long COUNT(asm) = 0;
    for (int i = 0; i < n; i++) {
        record.asm_count++;
        COUNT(asm) = naked(COUNT(asm), no_sanitize(words[0], a[i]));
    }
    return COUNT(asm) + (record.asm_count != n);
}
