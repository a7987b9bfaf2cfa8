/* bad: one function does everything, five levels deep */
#include <stdio.h>

static int classify(const int *a, int n) /* TRUE: structure */
{
    int kind = 0;
    for (int i = 0; i < n; i++) {
        if (a[i] > 0) {
            if (a[i] % 2 == 0) {
                for (int k = 0; k < i; k++) {
                    if (a[k] == a[i] || a[k] == -a[i]) {
                        kind++;
                    } else if (a[k] > a[i]) {
                        kind--;
                    }
                }
            } else {
                kind += 2;
            }
        } else if (a[i] < 0) {
            while (kind > 10) {
                kind /= 2;
                if (kind % 3 == 0)
                    kind--;
            }
        }
    }
    return kind;
}

int main(void)
{
    int a[] = { 3, 4, -4, 8 };
    printf("%d\n", classify(a, 4));
    return 0;
}
