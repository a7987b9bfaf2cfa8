/* regex_match.c - POSIX regular expressions.
 *
 * expect: exit 0
 * stdin: key = value\nother=7\n# comment\nbad line\n
 */
#include <regex.h>
#include <stdio.h>

int main(void)
{
    regex_t pattern;
    regmatch_t found[3];
    char line[80], why[80];
    if (regcomp(&pattern, "^[[:space:]]*([a-z]+)[[:space:]]*=[[:space:]]*([[:alnum:]]+)",
                REG_EXTENDED))
        return 1;
    while (fgets(line, sizeof line, stdin)) {
        if (regexec(&pattern, line, 3, found, 0) == 0)
            printf("%.*s: %.*s\n", (int)(found[1].rm_eo - found[1].rm_so), line + found[1].rm_so,
                   (int)(found[2].rm_eo - found[2].rm_so), line + found[2].rm_so);
        else
            puts("no");
    }
    regfree(&pattern);
    regerror(regcomp(&pattern, "(", REG_EXTENDED), &pattern, why, sizeof why);
    puts(why);
    return 0;
}
