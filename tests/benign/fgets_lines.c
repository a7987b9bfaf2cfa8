/* fgets_lines.c - lines longer than the buffer.
 *
 * expect: exit 0
 * stdin: a line that is longer than sixteen bytes\nshort\n\nno newline at the end
 */
#include <stdio.h>
#include <string.h>

int main(void)
{
    char part[16];
    int lines = 0;
    while (fgets(part, sizeof part, stdin)) {
        size_t length = strlen(part);
        int whole = part[length - 1] == '\n';
        lines += whole;
        printf("[%.*s]%s", (int)(length - (size_t)whole), part, whole ? "\n" : "");
    }
    printf("\n%d\n", lines);
    return 0;
}
