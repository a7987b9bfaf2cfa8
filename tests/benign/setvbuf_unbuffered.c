/* setvbuf_unbuffered.c - unbuffered output in many small writes.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    for (int i = 0; i < 5000; i++) {
        printf("%d", i);
        putchar(i % 10 == 9 ? '\n' : ' ');
    }
    return 0;
}
