/* memory_streams.c - open_memstream and fmemopen.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; i < 1000; i++)
        fprintf(out, "%d ", i * i);
    fclose(out);
    FILE *in = fmemopen(text, size, "r");
    long number, sum = 0;
    while (fscanf(in, "%ld", &number) == 1)
        sum += number;
    fclose(in);
    printf("%zu %ld\n", size, sum);
    free(text);
    return 0;
}
