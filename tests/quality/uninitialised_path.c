/* bad: set on one path only */
#include <stdio.h>

static const char *grade(int points)
{
    const char *word;
    if (points > 89)
        word = "strong";
    else if (points > 49)
        word = "adequate";
    return word; /* TRUE: memory */
}

int main(void)
{
    puts(grade(60));
    return 0;
}
