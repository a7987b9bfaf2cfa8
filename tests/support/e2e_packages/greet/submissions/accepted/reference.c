/* reference.c - the model solution. */
#include "greet.h"

#include <stdio.h>

void greet(const char *name, char *out, size_t room)
{
    snprintf(out, room, "hello, %s", name);
}
