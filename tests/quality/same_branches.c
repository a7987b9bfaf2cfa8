/* bad: both branches do the same */
#include <stdio.h>

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1) /* TRUE: duplication */
        puts("hello");
    else
        puts("hello");
    return 0;
}
