/* bad: the input is the format */
#include <stdio.h>

int main(void)
{
    char line[100];
    if (!fgets(line, sizeof line, stdin))
        return 1;
    printf(line); /* TRUE: memory */
    return 0;
}
