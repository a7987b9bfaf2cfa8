/* bad: == on texts */
#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc > 1 && argv[1] == "help") /* TRUE: memory */
        puts("usage");
    return 0;
}
