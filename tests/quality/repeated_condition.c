/* bad: the second test can't hold any more */
#include <stdio.h>

int main(int argc, char **argv)
{
    (void)argv;
    if (argc == 1)
        puts("one");
    else if (argc == 1) /* TRUE: duplication */
        puts("two");
    return 0;
}
