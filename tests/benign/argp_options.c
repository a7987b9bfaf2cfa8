/* argp_options.c - argp on arguments of its own.
 *
 * expect: exit 0
 */
#include <argp.h>
#include <stdio.h>

static error_t take(int key, char *value, struct argp_state *state)
{
    int *sum = state->input;
    if (key == 'n')
        *sum += value[0] - '0';
    else if (key == ARGP_KEY_ARG)
        *sum += 100;
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

int main(void)
{
    static const struct argp_option options[] = { { "number", 'n', "N", 0, "a number", 0 }, { 0 } };
    const struct argp argp = { options, take, "FILE", "doc", NULL, NULL, NULL };
    char *argv[] = { "program", "-n5", "--number=3", "file", NULL };
    int sum = 0;
    printf("%d", argp_parse(&argp, 4, argv, 0, NULL, &sum));
    printf(" %d\n", sum);
    return 0;
}
