/* bad: what is freed was never allocated */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char line[32] = "hello";
    char *p = line;
    puts(p);
    free(p); /* TRUE: memory */
    return 0;
}
