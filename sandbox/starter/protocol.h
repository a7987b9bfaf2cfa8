/* protocol.h - what supervisor and starter agree on. The starter's side of it is hostile ground. */
#ifndef SANDBOX_STARTER_PROTOCOL_H
#define SANDBOX_STARTER_PROTOCOL_H

/*
 * Before any constructor the starter clones with CLONE_PARENT, again and again; the kernel holds
 * each call until the supervisor lets it through. The copy says one byte on descriptor
 * STARTER_SOCKET (the kernel adds its pid) and waits there for its run: one message with the copy's
 * pid (an int), the run's arguments, each ended by a NUL, and three descriptors, which become 0, 1
 * and 2. It closes the socket and goes on to constructors and main.
 */
enum {
    STARTER_SOCKET = 3,
    STARTER_ARG_BYTES = 4096, /* of all arguments with their NULs */
    STARTER_ARGS = 128,
    STARTER_HELLO = 'h',
};

#endif
