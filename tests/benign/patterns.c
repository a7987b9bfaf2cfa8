/* patterns.c - fnmatch, and glob that finds nothing.
 *
 * expect: exit 0
 */
#include <fnmatch.h>
#include <glob.h>
#include <stdio.h>

int main(void)
{
    printf("%d %d %d\n", fnmatch("*.c", "main.c", 0), fnmatch("a?c", "abd", 0) != 0,
           fnmatch("[!a-c]x", "dx", 0));
    glob_t found;
    printf("%d\n", glob("no-such-*", 0, NULL, &found) != 0);
    return 0;
}
