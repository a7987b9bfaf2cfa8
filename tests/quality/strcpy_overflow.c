/* bad: the text is longer than its buffer */
#include <stdio.h>
#include <string.h>

int main(void)
{
    char name[8];
    strcpy(name, "a name that is too long"); /* TRUE: memory */
    puts(name);
    return 0;
}
