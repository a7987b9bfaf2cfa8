/* driver.c - reads a name, prints the greeting. */
#include <stdio.h>

#include "greet.h"

static const char of_the_driver_alone[] = "driver-secret-constant";

int main(void)
{
    char name[64], out[128];
    if (scanf("%63s", name) != 1)
        return 2;
    greet(name, out, sizeof out);
    puts(out);
    return of_the_driver_alone[0] == 'd' ? 0 : 1;
}
