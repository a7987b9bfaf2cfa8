/* palindromes_from_centres.c - grows a palindrome at each place; equal letters are the worst.
 *
 * scene: text
 * time: n^2
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *s = NULL;
    size_t room = 0;
    long n = getline(&s, &room, stdin) - 1, count = 0;
    for (long i = 0; i < n; i++)
        for (long k = 0; i - k >= 0 && i + k < n && s[i - k] == s[i + k]; k++)
            count++;
    printf("%ld\n", count);
}
