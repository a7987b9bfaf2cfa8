/* language.c - codes of natural languages. */
#include "grader/catalog/language.h"

#include <ctype.h>
#include <stddef.h>

bool language_is_good(const char *code)
{
    size_t letters = 0;
    while (letters < 4 && islower((unsigned char)code[letters]))
        letters++;
    if (letters != 2 && letters != 3)
        return false;
    const char *rest = code + letters;
    return rest[0] == '\0' || (rest[0] == '-' && isupper((unsigned char)rest[1]) &&
                               isupper((unsigned char)rest[2]) && rest[3] == '\0');
}
