/* sscanf_dates.c - lines by fgets, fields by sscanf.
 *
 * expect: exit 0
 * stdin: 2024-02-29 leap\n1999-12-31 party\nnonsense\n
 */
#include <stdio.h>

int main(void)
{
    char line[80], what[20];
    int y, m, d;
    while (fgets(line, sizeof line, stdin)) {
        if (sscanf(line, "%4d-%2d-%2d %19s", &y, &m, &d, what) == 4)
            printf("%02d.%02d.%04d %s\n", d, m, y, what);
        else
            printf("not a date: %s", line);
    }
    return 0;
}
