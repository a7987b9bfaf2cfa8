/* palindromes_by_manacher.c - all palindromes in linear time.
 *
 * scene: text
 * time: n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *s = NULL;
    size_t room = 0;
    long n = getline(&s, &room, stdin) - 1, sum = 0, left = 0, right = -1;
    if (n < 1)
        return 1;
    long *odd = calloc((size_t)n, sizeof *odd);
    for (long i = 0; i < n; i++) {
        long k = i > right ? 1 : odd[left + right - i];
        if (i <= right && k > right - i + 1)
            k = right - i + 1;
        while (i - k >= 0 && i + k < n && s[i - k] == s[i + k])
            k++;
        odd[i] = k;
        sum += k;
        if (i + k - 1 > right)
            left = i - k + 1, right = i + k - 1;
    }
    printf("%ld\n", sum);
}
