/* odd but right: cases fall through on purpose, and say so (UTF-8 decoder as a state machine) */
#include <stdint.h>
#include <stdio.h>

#define REPLACEMENT 0xFFFDu

struct decoder {
    uint32_t code;
    uint32_t least; /* what a sequence of this length may not be below */
    int missing;    /* continuation bytes still to come */
};

static void start(struct decoder *d, uint32_t bits, uint32_t least, int missing)
{
    d->code = bits;
    d->least = least;
    d->missing = missing;
}

static void emit(uint32_t code)
{
    printf("U+%04X\n", (unsigned)code);
}

static void feed_start(struct decoder *d, unsigned char byte)
{
    switch (byte >> 4) {
    case 0x0: case 0x1: case 0x2: case 0x3:
    case 0x4: case 0x5: case 0x6: case 0x7:
        emit(byte);
        break;
    case 0xC: case 0xD:
        start(d, byte & 0x1Fu, 0x80, 1);
        break;
    case 0xE:
        start(d, byte & 0x0Fu, 0x800, 2);
        break;
    case 0xF:
        if (byte < 0xF5) {
            start(d, byte & 0x07u, 0x10000, 3);
            break;
        }
        /* fall through */
    default:
        emit(REPLACEMENT);
    }
}

static void finish(struct decoder *d)
{
    uint32_t code = d->code;
    if (code < d->least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = REPLACEMENT;
    emit(code);
}

static void feed(struct decoder *d, unsigned char byte)
{
    if (d->missing == 0) {
        feed_start(d, byte);
        return;
    }
    if ((byte & 0xC0) != 0x80) {
        d->missing = 0;
        emit(REPLACEMENT);
        feed_start(d, byte);
        return;
    }
    d->code = d->code << 6 | (byte & 0x3Fu);
    if (--d->missing == 0)
        finish(d);
}

int main(void)
{
    struct decoder d = { 0, 0, 0 };
    int c;
    while ((c = getchar()) != EOF)
        feed(&d, (unsigned char)c);
    if (d.missing > 0)
        emit(REPLACEMENT);
    return 0;
}
