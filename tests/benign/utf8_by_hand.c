/* utf8_by_hand.c - UTF-8 decoded by hand.
 *
 * expect: exit 0
 * stdin: grüße, 世界 🙂\n
 */
#include <stdio.h>

int main(void)
{
    unsigned code = 0;
    int left = 0, count = 0;
    for (int c; (c = getchar()) != EOF;) {
        if (c < 0x80) {
            code = (unsigned)c;
        } else if (c >= 0xc0) {
            left = c >= 0xf0 ? 3 : c >= 0xe0 ? 2 : 1;
            code = (unsigned)c & (0x3fu >> left);
        } else {
            code = code << 6 | ((unsigned)c & 0x3f);
            left--;
        }
        if (left == 0) {
            printf("U+%04X ", code);
            count++;
        }
    }
    printf("\n%d äöü\n", count);
    return 0;
}
