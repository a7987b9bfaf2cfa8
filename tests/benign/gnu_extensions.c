/* gnu_extensions.c - statement expressions, typeof, computed goto, case ranges, labels.
 *
 * expect: exit 0
 */
#include <stdio.h>

#define MAX(a, b)                                                                                  \
    ({                                                                                             \
        __typeof__(a) a_ = (a);                                                                    \
        __typeof__(b) b_ = (b);                                                                    \
        a_ > b_ ? a_ : b_;                                                                         \
    })

static int run(const unsigned char *code)
{
    static void *const table[] = { &&push, &&add, &&multiply, &&halt };
    int stack[16], top = 0;
    goto *table[*code++];
push:
    stack[top++] = *code++;
    goto *table[*code++];
add:
    top--;
    stack[top - 1] += stack[top];
    goto *table[*code++];
multiply:
    top--;
    stack[top - 1] *= stack[top];
    goto *table[*code++];
halt:
    return stack[0];
}

static const char *kind(int c)
{
    switch (c) {
    case '0' ... '9':
        return "digit";
    case 'a' ... 'z':
    case 'A' ... 'Z':
        return "letter";
    default:
        return "other";
    }
}

int main(void)
{
    const unsigned char code[] = { 0, 6, 0, 7, 2, 0, 8, 1, 3 };
    printf("%d %d\n", run(code), MAX(3, 2 + 2));
    printf("%s %s %s\n", kind('5'), kind('q'), kind('?'));
    printf("%.1f\n", MAX(2.5, 1) ?: 7);
    return 0;
}
