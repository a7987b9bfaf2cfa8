/* gen.c - the inputs of all scenes: gen KIND …, the last word is the seed where there is one. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;
static char **words;

static uint32_t draw(void)
{
    state ^= state >> 12, state ^= state << 25, state ^= state >> 27;
    return (uint32_t)(state * UINT64_C(2685821657736338717) >> 33);
}
static long word(int i)
{
    return strtol(words[i], NULL, 10);
}
static void seed(int i)
{
    state = strtoull(words[i], NULL, 10) | 1;
    for (int k = 0; k < 8; k++)
        draw();
}

/* numbers random|rising|falling|equal n seed */
static void numbers(void)
{
    long n = word(3);
    seed(4);
    printf("%ld\n", n);
    for (long i = 0; i < n; i++)
        printf("%ld\n", words[2][1] == 'i'   ? 3 * i
                        : words[2][0] == 'f' ? 3 * (n - i)
                        : words[2][0] == 'e' ? 7
                                             : (long)(draw() % 1000000000));
}

/* text random|same|period n seed; letters a … d */
static void text(void)
{
    long n = word(3);
    seed(4);
    for (long i = 0; i < n; i++)
        putchar('a' + (words[2][0] == 's' ? 0 : words[2][0] == 'p' ? i % 3 : draw() % 4));
    putchar('\n');
}

/* words n seed: of six to nine letters, each twice on average */
static void dictionary(void)
{
    long n = word(2);
    seed(3);
    uint64_t base = draw();
    printf("%ld\n", n);
    for (long i = 0; i < n; i++) {
        uint64_t x = (base + draw() % (unsigned)n) * UINT64_C(0x9e3779b97f4a7c15);
        for (int k = 0, length = 6 + (int)(x >> 62); k < length; k++, x /= 26)
            putchar('a' + (int)(x % 26));
        putchar('\n');
    }
}

/* operations n count seed: "type a b", type 0 for the first n, then 1 or 2; a below 2³⁰, b below n */
static void operations(void)
{
    long n = word(2), count = word(3);
    seed(4);
    printf("%ld %ld\n", n, count);
    for (long i = 0; i < count; i++) {
        unsigned type = i < n ? 0 : 1 + draw() % 2, a = draw() >> 1, b = draw() % (unsigned)n;
        printf("%u %u %u\n", type, a, b);
    }
}

/* search n count seed: n rising numbers, then those that are looked for */
static void search(void)
{
    long n = word(2), count = word(3), last = 0;
    seed(4);
    printf("%ld %ld\n", n, count);
    for (long i = 0; i < n; i++)
        printf("%ld\n", last += 1 + draw() % 99);
    for (long i = 0; i < count; i++)
        printf("%ld\n", (long)(draw() % (unsigned)last));
}

/* pair n m seed: n and m, then n + m numbers below 1000 */
static void pair(void)
{
    long n = word(2), m = word(3);
    seed(4);
    printf("%ld %ld\n", n, m);
    for (long i = 0; i < n + m; i++)
        printf("%u\n", draw() % 1000);
}

/* graph n m seed: a tree and further edges, "from to weight" */
static void graph(void)
{
    long n = word(2), m = word(3);
    seed(4);
    printf("%ld %ld\n", n, m);
    for (long i = 0; i < m; i++) {
        long to = i + 1 < n ? i + 1 : (long)(draw() % (unsigned)n);
        printf("%ld %ld %u\n", (long)(draw() % (unsigned)(i + 1 < n ? to : n)), to,
               1 + draw() % 1000);
    }
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*make)(void);
    } kinds[] = { { "numbers", numbers },       { "text", text },   { "words", dictionary },
                  { "operations", operations }, { "search", search }, { "pair", pair },
                  { "graph", graph } };
    words = argv;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && argc > 2; i++)
        if (strcmp(argv[1], kinds[i].name) == 0) {
            kinds[i].make();
            return 0;
        }
    if (argc > 2 && strcmp(argv[1], "number") == 0)
        printf("%s\n", argv[2]);
    return argc < 3;
}
