/* getopt_both.c - getopt and getopt_long on arguments of its own.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *one[] = { "program", "-a", "-b", "value", "rest", "-x", NULL };
    opterr = 1;
    for (int c; (c = getopt(6, one, "ab:")) != -1;)
        printf("%c %s\n", c, c == 'b' ? optarg : "");
    printf("%d %s\n", optind, one[optind]);
    char *two[] = { "program", "--size=5", "--verbose", "--wrong", "file", NULL };
    static const struct option options[] = { { "size", required_argument, NULL, 's' },
                                             { "verbose", no_argument, NULL, 'v' },
                                             { 0 } };
    optind = 0;
    for (int c; (c = getopt_long(5, two, "", options, NULL)) != -1;)
        printf("%c %s\n", c, c == 's' ? optarg : "");
    char *sub = (char[]){ "ro,size=3" }, *value;
    char *const tokens[] = { "ro", "size", NULL };
    while (*sub) {
        int which = getsubopt(&sub, tokens, &value);
        printf("%d %s\n", which, value ? value : "-");
    }
    return 0;
}
