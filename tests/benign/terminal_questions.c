/* terminal_questions.c - isatty, fileno, ttyname and terminal settings.
 *
 * expect: exit 0
 */
#include <errno.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

int main(void)
{
    struct winsize size;
    struct termios settings;
    int in = isatty(0), out = isatty(1);
    printf("%d %d %d\n", in, out, errno == ENOTTY);
    printf("%d %d %d\n", fileno(stdin), fileno(stdout), fileno(stderr));
    printf("%d %d\n", ioctl(1, TIOCGWINSZ, &size), tcgetattr(0, &settings));
    printf("%d %s\n", ttyname(0) == NULL, ctermid(NULL));
    return 0;
}
