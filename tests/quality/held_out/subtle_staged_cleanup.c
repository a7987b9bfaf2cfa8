/* odd but right: what is opened in stages is closed in stages, and success goes through too */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 4096 };

static int copy_stream(FILE *in, FILE *out, char *buffer)
{
    size_t got;
    while ((got = fread(buffer, 1, CHUNK, in)) > 0)
        if (fwrite(buffer, 1, got, out) != got)
            return -1;
    return ferror(in) ? -1 : 0;
}

static int copy_file(const char *from, const char *to)
{
    int rc = -1;
    FILE *in, *out;
    char *buffer;

    if (!(in = fopen(from, "rb")))
        goto fail;
    if (!(out = fopen(to, "wb")))
        goto close_in;
    if (!(buffer = malloc(CHUNK)))
        goto close_out;

    rc = copy_stream(in, out, buffer);

    free(buffer);
close_out:
    if (fclose(out) != 0)
        rc = -1;
    if (rc != 0)
        remove(to);
close_in:
    fclose(in);
fail:
    if (rc != 0)
        fprintf(stderr, "%s -> %s: %s\n", from, to, strerror(errno));
    return rc;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: copy FROM TO\n", stderr);
        return 2;
    }
    return copy_file(argv[1], argv[2]) == 0 ? 0 : 1;
}
