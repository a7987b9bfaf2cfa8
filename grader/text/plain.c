/* plain.c - strangers' bytes as text. */
#include "grader/text/plain.h"

#include <string.h>

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/* Goes through every code point or bad byte up to the ceiling; returns the size of the text, which
 * is written when out is not NULL. */
static size_t convert(struct str bytes, size_t ceiling, char *out)
{
    size_t size = 0;
    for (size_t at = 0; at < bytes.length;) {
        size_t from = at;
        long rune = str_next_rune(bytes, &at);
        if (at > ceiling)
            break;
        bool good = rune > 0;
        const char *piece = good ? bytes.at + from : replacement;
        size_t length = good ? at - from : sizeof replacement - 1;
        if (out)
            memcpy(out + size, piece, length);
        size += length;
    }
    return size;
}

char *plain_text(struct arena *arena, struct str bytes, size_t ceiling)
{
    char *out = arena_alloc(arena, convert(bytes, ceiling, NULL) + 1);
    convert(bytes, ceiling, out);
    return out;
}
