/* bad: a local array is returned */
#include <stdio.h>

static char *digits(int n)
{
    char text[16];
    snprintf(text, sizeof text, "%d", n);
    return text; /* TRUE: memory */
}

int main(void)
{
    puts(digits(42)); /* FALSE: memory */
    return 0;
}
