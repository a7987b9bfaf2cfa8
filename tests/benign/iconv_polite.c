/* iconv_polite.c - iconv between the sets that are built in, and one that may fail.
 *
 * expect: exit 0
 */
#include <iconv.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    iconv_t open = iconv_open("UCS-4LE", "UTF-8");
    if (open == (iconv_t)-1) {
        puts("none");
        return 0;
    }
    char in[] = "a\xc3\xa9z", out[64];
    char *from = in, *to = out;
    size_t left = strlen(in), room = sizeof out;
    printf("%zd\n", iconv(open, &from, &left, &to, &room));
    for (char *c = out; c < to; c++)
        printf("%02x ", (unsigned char)*c);
    iconv_close(open);
    open = iconv_open("NO-SUCH-SET", "UTF-8");
    printf("%d\n", open == (iconv_t)-1);
    return 0;
}
