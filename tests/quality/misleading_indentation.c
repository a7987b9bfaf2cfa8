/* bad: the second line is not guarded */
#include <stdio.h>

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1) /* TRUE: readability */
        puts("arguments");
        puts("many"); /* ALSO: readability */
    return 0;
}
