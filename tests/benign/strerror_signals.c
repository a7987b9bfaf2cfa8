/* strerror_signals.c - texts for signals and errors.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    for (int i = 1; i < 32; i++)
        printf("%d %s %s\n", i, strsignal(i), sigabbrev_np(i));
    psignal(SIGSEGV, "psignal");
    printf("%s %s\n", strerrorname_np(ENOENT), strerrordesc_np(EACCES));
    char text[64];
    printf("%s\n", strerror_r(ERANGE, text, sizeof text));
    return 0;
}
