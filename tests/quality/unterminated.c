/* subtle: strncpy leaves no NUL */
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char name[8];
    strncpy(name, argc > 1 ? argv[1] : "nobody at all", sizeof name); /* TRUE: memory */
    puts(name);
    return 0;
}
