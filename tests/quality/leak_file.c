/* bad: a file is not closed */
#include <stdio.h>

static int first_byte(const char *path)
{
    FILE *in = fopen(path, "rb"); /* TRUE: memory */
    if (!in)
        return -1;
    int c = fgetc(in);
    if (c == EOF)
        return -1;
    fclose(in);
    return c;
}

int main(void)
{
    printf("%d\n", first_byte("/dev/zero"));
    return 0;
}
