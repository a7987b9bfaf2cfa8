/* strtok_words.c - strtok and nested strtok_r.
 *
 * expect: exit 0
 * stdin: a=1&b=2&c=3
 */
#include <stdio.h>
#include <string.h>

int main(void)
{
    char line[64], copy[64];
    if (!fgets(line, sizeof line, stdin))
        return 1;
    strcpy(copy, line);
    for (char *part = strtok(copy, "&="); part; part = strtok(NULL, "&="))
        printf("%s ", part);
    putchar('\n');
    char *outer, *inner;
    for (char *pair = strtok_r(line, "&", &outer); pair; pair = strtok_r(NULL, "&", &outer)) {
        char *key = strtok_r(pair, "=", &inner);
        printf("%s -> %s\n", key, strtok_r(NULL, "=", &inner));
    }
    return 0;
}
