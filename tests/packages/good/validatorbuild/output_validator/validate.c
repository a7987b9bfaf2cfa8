/* Any two numbers, none below 0, with the right sum. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const char *feedback;

static void tell(const char *name, const char *format, ...)
{
    char path[4096];
    snprintf(path, sizeof path, "%s%s", feedback, name);
    FILE *file = fopen(path, "a");
    va_list args;
    va_start(args, format);
    if (file) {
        vfprintf(file, format, args);
        fclose(file);
    }
    va_end(args);
}

int main(int argc, char **argv)
{
    int n, a, b;
    char more;
    if (argc < 4)
        return 1;
    feedback = argv[3];
    FILE *input = fopen(argv[1], "r");
    if (!input || fscanf(input, "%d", &n) != 1)
        return 1;
    fclose(input);
    if (scanf("%d %d", &a, &b) != 2 || scanf(" %c", &more) == 1) {
        tell("judgemessage.txt", "not two numbers\n");
        return 43;
    }
    if (a < 0 || b < 0 || a + b != n) {
        tell("judgemessage.txt", "%d + %d is not %d\n", a, b, n);
        tell("teammessage.txt", "wrong sum\n");
        return 43;
    }
    return 42;
}
