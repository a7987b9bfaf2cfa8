/* getline_reverse.c - getline, lines in reverse order.
 *
 * expect: exit 0
 * stdin: one\ntwo\nthree\n
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *lines[100], *line = NULL;
    size_t room = 0, count = 0;
    while (count < 100 && getline(&line, &room, stdin) > 0) {
        lines[count++] = line;
        line = NULL;
        room = 0;
    }
    free(line);
    while (count > 0) {
        fputs(lines[--count], stdout);
        free(lines[count]);
    }
    return 0;
}
