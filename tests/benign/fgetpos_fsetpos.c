/* fgetpos_fsetpos.c - places in the input kept and gone back to.
 *
 * expect: exit 0
 * stdin: head\nmiddle\ntail\n
 */
#include <stdio.h>

int main(void)
{
    char line[32];
    fpos_t second;
    fgets(line, sizeof line, stdin);
    if (fgetpos(stdin, &second) != 0)
        return 1;
    for (int i = 0; i < 3; i++) {
        fgets(line, sizeof line, stdin);
        fputs(line, stdout);
        fsetpos(stdin, &second);
    }
    fgets(line, sizeof line, stdin);
    fgets(line, sizeof line, stdin);
    fputs(line, stdout);
    return 0;
}
