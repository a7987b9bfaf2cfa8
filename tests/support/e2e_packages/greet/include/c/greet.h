/* greet.h - what a candidate writes. */
#ifndef GREET_H
#define GREET_H

#include <stddef.h>

/* Puts "hello, NAME" into out, cut to room bytes with the NUL. */
void greet(const char *name, char *out, size_t room);

#endif
