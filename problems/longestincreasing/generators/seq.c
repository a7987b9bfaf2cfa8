/* seq.c - prints a sequence of a given shape: seq SHAPE N A B SEED. What A and B are: see shapes.
 */
#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_N = 200000 };

/* xoshiro256** seeded by splitmix64: D. Blackman and S. Vigna, https://prng.di.unimi.it */
static uint64_t state[4];

static uint64_t splitmix64(uint64_t *x)
{
    uint64_t z = *x += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

static uint64_t rotl(uint64_t x, int k)
{
    return x << k | x >> (64 - k);
}

static uint64_t next(void)
{
    uint64_t result = rotl(state[1] * 5, 7) * 9;
    uint64_t t = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= t;
    state[3] = rotl(state[3], 45);
    return result;
}

/* Uniform in low … high, by rejection of the incomplete last round. */
static int64_t between(int64_t low, int64_t high)
{
    assert(low <= high);
    uint64_t count = (uint64_t)(high - low) + 1;
    uint64_t rounds_end = UINT64_MAX - UINT64_MAX % count;
    uint64_t r = next();
    while (r >= rounds_end)
        r = next();
    return low + (int64_t)(r % count);
}

static int64_t a[MAX_N];

/* Every value uniform in A … B. */
static void uniform(int n, int64_t low, int64_t high)
{
    for (int i = 0; i < n; i++)
        a[i] = between(low, high);
}

/* A different values, in runs of 1 … B equal neighbours. */
static void runs(int n, int64_t distinct, int64_t longest)
{
    for (int i = 0; i < n;) {
        int64_t value = between(1, distinct);
        for (int64_t left = between(1, longest); left > 0 && i < n; left--)
            a[i++] = value;
    }
}

/* Steps that only rise, each of 1 … A equal elements; B % of the elements are a dip to far below.
 */
static void stairs(int n, int64_t longest, int64_t dips)
{
    int64_t value = -n;
    for (int i = 0; i < n;) {
        for (int64_t left = between(1, longest); left > 0 && i < n;) {
            if (between(0, 99) < dips) {
                a[i++] = value - between(1, 2 * longest);
            } else {
                a[i++] = value;
                left--;
            }
        }
        value += between(1, 3);
    }
}

/* A, A + B, A + 2B, …: constant if B is 0, falling if it is negative. */
static void line(int n, int64_t start, int64_t step)
{
    for (int i = 0; i < n; i++)
        a[i] = start + i * step;
}

/* A line of the slope A with noise of up to ±B. */
static void noisy(int n, int64_t step, int64_t noise)
{
    for (int i = 0; i < n; i++)
        a[i] = (i - n / 2) * step + between(-noise, noise);
}

/* Rising runs of A elements; each run is below the one before if B is 0, else the same again. */
static void teeth(int n, int64_t width, int64_t again)
{
    for (int i = 0; i < n; i++) {
        int64_t tooth = again != 0 ? 0 : i / width;
        a[i] = -tooth * width + i % width;
    }
}

/* Falling runs of A elements, each of them above the one before; the runs are 1 … B apart. */
static void blocks(int n, int64_t width, int64_t apart)
{
    int64_t floor = 0;
    for (int i = 0; i < n; i++) {
        if (i > 0 && i % width == 0)
            floor += width + between(0, apart - 1);
        a[i] = floor + width - 1 - i % width;
    }
}

/* Only values within A of INT32_MIN, of INT32_MAX and, B % of them, of 0. */
static void extremes(int n, int64_t width, int64_t middle)
{
    for (int i = 0; i < n; i++) {
        if (between(0, 99) < middle)
            a[i] = between(-width, width);
        else if (between(0, 1) == 0)
            a[i] = INT32_MIN + between(0, width);
        else
            a[i] = INT32_MAX - between(0, width);
    }
}

/*
 * One half that rises, then one of values that are uniform between A % and B % of its height. What
 * the second half does to an array of tops is what a linear search in that array must pay for.
 */
static void tail(int n, int64_t low, int64_t high)
{
    int half = (n + 1) / 2;
    int64_t gap = 1000;
    for (int i = 0; i < half; i++)
        a[i] = i * gap;
    for (int i = half; i < n; i++)
        a[i] = between(half * gap * low / 100 - gap, half * gap * high / 100 - gap);
}

/*
 * A rising sequence on B % of the places, uniform noise from the same range between: its tops get
 * overwritten all the time. The rise begins after A noisy elements.
 */
static void hidden(int n, int64_t lead, int64_t percent)
{
    int64_t gap = 2000;
    for (int i = 0; i < n; i++) {
        if (i >= lead && between(0, 99) < percent)
            a[i] = (i - lead) * gap;
        else
            a[i] = between(-n, n * gap);
    }
}

static const struct {
    const char *name;
    void (*fill)(int n, int64_t first, int64_t second);
} shapes[] = {
    { "uniform", uniform }, { "runs", runs },     { "stairs", stairs }, { "line", line },
    { "noisy", noisy },     { "teeth", teeth },   { "blocks", blocks }, { "extremes", extremes },
    { "tail", tail },       { "hidden", hidden },
};

static int64_t number(const char *text)
{
    char *end;
    long long value = strtoll(text, &end, 10);
    if (end == text || *end != '\0') {
        fprintf(stderr, "cannot read the number '%s'\n", text);
        exit(1);
    }
    return value;
}

static void print(int n)
{
    printf("%d\n", n);
    for (int i = 0; i < n; i++) {
        assert(a[i] >= INT32_MIN && a[i] <= INT32_MAX);
        printf("%s%lld", i > 0 ? " " : "", (long long)a[i]);
    }
    printf("\n");
}

int main(int argc, char **argv)
{
    if (argc != 6) {
        fprintf(stderr, "usage: seq SHAPE N A B SEED\n");
        return 1;
    }
    int64_t n = number(argv[2]);
    if (n < 0 || n > MAX_N) {
        fprintf(stderr, "N must be 0 … %d\n", MAX_N);
        return 1;
    }
    uint64_t seed = strtoull(argv[5], NULL, 10);
    for (int i = 0; i < 4; i++)
        state[i] = splitmix64(&seed);
    for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++) {
        if (strcmp(shapes[i].name, argv[1]) == 0) {
            shapes[i].fill((int)n, number(argv[3]), number(argv[4]));
            print((int)n);
            return 0;
        }
    }
    fprintf(stderr, "no shape '%s'\n", argv[1]);
    return 1;
}
