/* bad: a semicolon too much */
#include <stdio.h>

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1); /* TRUE: readability */
        puts("arguments"); /* ALSO: readability */
    return 0;
}
