/* bad: the pointer is used where it is known to be null */
#include <stdio.h>
#include <string.h>

static size_t length(const char *text)
{
    if (text == NULL)
        printf("no text of %zu\n", strlen(text)); /* TRUE: memory */
    return text ? strlen(text) : 0;
}

int main(void)
{
    printf("%zu\n", length("abc"));
    return 0;
}
