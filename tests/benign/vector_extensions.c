/* vector_extensions.c - vector types and SSE intrinsics.
 *
 * expect: exit 0
 */
#include <emmintrin.h>
#include <stdio.h>

typedef int v4 __attribute__((vector_size(16)));

int main(void)
{
    v4 a = { 1, 2, 3, 4 }, b = { 10, 20, 30, 40 }, c = a * b + 1;
    printf("%d %d %d %d\n", c[0], c[1], c[2], c[3]);
    __m128i sum = _mm_setzero_si128();
    for (int i = 0; i < 100; i++)
        sum = _mm_add_epi32(sum, _mm_set_epi32(i, 2 * i, 3 * i, 4 * i));
    int out[4];
    _mm_storeu_si128((__m128i *)out, sum);
    printf("%d %d %d %d\n", out[0], out[1], out[2], out[3]);
    return 0;
}
