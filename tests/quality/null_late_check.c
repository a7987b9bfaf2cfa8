/* bad: checked after it was used */
#include <stdio.h>

struct item {
    int value;
};

static int value_of(const struct item *item)
{
    int value = item->value; /* TRUE: memory */
    if (!item) /* ALSO: memory */
        return 0;
    return value;
}

int main(void)
{
    struct item one = { 1 };
    printf("%d\n", value_of(&one));
    return 0;
}
