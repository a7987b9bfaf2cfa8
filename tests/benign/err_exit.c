/* err_exit.c - err.h and error.h end it with a word.
 *
 * expect: exit 4
 */
#include <err.h>
#include <errno.h>
#include <error.h>
#include <stdio.h>

int main(void)
{
    errno = ENOENT;
    warn("warning %d", 1);
    warnx("plain warning");
    error(0, EINVAL, "error number %d", 2);
    errno = EDOM;
    err(4, "the end");
}
