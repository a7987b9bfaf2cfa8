/* subtle: one exit for all errors */
#include <stdio.h>
#include <stdlib.h>

static int copy(const char *from, const char *to)
{
    int result = -1;
    char *buffer = NULL;
    FILE *out = NULL, *in = fopen(from, "rb");
    if (!in)
        goto done;
    out = fopen(to, "wb");
    if (!out)
        goto done;
    buffer = malloc(4096);
    if (!buffer)
        goto done;
    size_t length;
    while ((length = fread(buffer, 1, 4096, in)) > 0)
        if (fwrite(buffer, 1, length, out) != length)
            goto done;
    result = 0;
done:
    free(buffer);
    if (out)
        fclose(out);
    if (in)
        fclose(in);
    return result;
}

int main(int argc, char **argv)
{
    return argc == 3 ? copy(argv[1], argv[2]) != 0 : 2;
}
