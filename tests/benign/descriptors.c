/* descriptors.c - fdopen, fcntl and closing of standard streams.
 *
 * expect: exit 0
 * stdin: by descriptor\n
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char word[16];
    FILE *in = fdopen(0, "r"), *out = fdopen(1, "w");
    if (!in || !out)
        return 1;
    fprintf(out, "%d %d\n", fscanf(in, "%15s", word), (fcntl(1, F_GETFL) & O_ACCMODE) != O_RDONLY);
    fprintf(out, "%s\n", word);
    fflush(out);
    return close(2) || close(2) == 0;
}
