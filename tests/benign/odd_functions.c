/* odd_functions.c - a64l, ffs, swab, strfmon, nl_langinfo and their like.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <inttypes.h>
#include <libgen.h>
#include <monetary.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

int main(void)
{
    char text[32], swapped[8], path[] = "/usr/lib/file.txt", again[] = "/usr/lib/file.txt";
    printf("%s %ld\n", l64a(1000000), a64l("zz"));
    printf("%d %d %d\n", ffs(8), ffsll(1ll << 40), ffsl(0));
    swab("badcfe", swapped, 6);
    printf("%.6s %zd\n", swapped, strfmon(text, sizeof text, "%n", 12.5));
    printf("%s %s\n", dirname(path), basename(again));
    printf("%jd %ju\n", strtoimax("-5", NULL, 0), strtoumax("077", NULL, 0));
    bzero(text, 4);
    bcopy("xyz", text, 3);
    printf("%s %d\n", text, bcmp("a", "a", 1));
    int sign, point;
    char *digits = ecvt(3.25, 5, &point, &sign);
    printf("%s %d %s\n", digits, point, gcvt(0.1, 5, text));
    printf("%d\n", rpmatch("yes"));
    return 0;
}
