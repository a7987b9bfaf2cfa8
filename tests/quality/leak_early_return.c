/* bad: a buffer is lost on the error path */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_name(FILE *in)
{
    char *name = malloc(64); /* TRUE: memory */
    if (!name)
        return NULL;
    if (!fgets(name, 64, in))
        return NULL;
    name[strcspn(name, "\n")] = '\0';
    return name;
}

int main(void)
{
    char *name = read_name(stdin);
    if (!name)
        return 1;
    puts(name);
    free(name);
    return 0;
}
