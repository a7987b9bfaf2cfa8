/* c11_features.c - alignment, anonymous members, compound literals, designators.
 *
 * expect: exit 0
 */
#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <stdnoreturn.h>

struct shape {
    enum { CIRCLE, SQUARE } kind;
    union {
        struct {
            double radius;
        };
        struct {
            double side;
            int corners;
        };
    };
};

static noreturn void leave(int code)
{
    exit(code);
}

static int total(const int *v, size_t n)
{
    int sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += v[i];
    return sum;
}

int main(void)
{
    alignas(64) char aligned[10];
    struct shape s = { .kind = SQUARE, .side = 2, .corners = 4 };
    int sparse[10] = { [9] = 1, [2] = 7, 8 };
    printf("%d %zu %zu\n", (uintptr_t)aligned % 64 == 0, alignof(max_align_t),
           offsetof(struct shape, side));
    printf("%.1f %d %d\n", s.side, s.corners, total(sparse, 10));
    printf("%d\n", total((int[]){ 1, 2, 3 }, 3));
    bool flag = 5;
    printf("%d %s\n", flag, __func__);
    _Static_assert(_Alignof(double) == 8, "double");
    leave(0);
}
