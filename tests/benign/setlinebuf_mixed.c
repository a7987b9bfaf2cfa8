/* setlinebuf_mixed.c - line buffered output and errors in turn.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    setlinebuf(stdout);
    for (int i = 0; i < 20; i++) {
        printf("out %d\n", i);
        fprintf(stderr, "err %d\n", i);
    }
    setbuf(stderr, NULL);
    fputs("last", stderr);
    return 0;
}
