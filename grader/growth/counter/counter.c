/* counter.c - linked into a counted program: weighs the C library, sums up, tells at the end. */

/*
 * Theory of operation
 *
 *   candidate's objects ──strlen──> __count_strlen ──> strlen     (objcopy renames, weighted.h)
 *   driver, C library   ──malloc──> __wrap_malloc  ──> malloc     (ld --wrap: every block has a
 * head) anything            ──_exit───> __wrap__exit   ──> the record, then the kernel
 *
 * clang puts one 64-bit counter at each region of the candidate's source into a section; they are
 * set to zero before any constructor runs, and summed up when the process leaves, after its exit
 * handlers. The record is the last line of standard error and begins with a key that is drawn for
 * each build and patched into this object, so that nothing a program prints, by accident or on
 * purpose, is taken for one. A program that searches its own memory can find the key, as it can
 * find the counters: against that stand the rules of suspicion, which look at CPU time.
 *
 * All functions are weak: a candidate's own `strlen` is renamed too, and wins.
 *
 * Weights, in units of one executed source region: memory functions 1 + bytes/4, string functions
 * 1 + characters touched, stdio 1 + characters (blocks: bytes/4), allocation 1, qsort 1 + n (its
 * comparator counts itself), realloc 1, or a copy when a size class with four steps a doubling
 * changes.
 */

#include <errno.h>
#include <inttypes.h>
#include <malloc.h>
#include <search.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/syscall.h>
#include <unistd.h>

/* In a section of their own, so that a call of one by another is known for what it is. */
#define API    __attribute__((weak, noinline, section("counter_text")))
#define INLINE static inline __attribute__((always_inline))

/* The sums. */
static uint64_t weighted, heap_now, heap_peak, heap_total;
static uintptr_t stack_top;
/* clang's -fsanitize-coverage=stack-depth keeps it at the lowest frame. */
__thread uintptr_t __sancov_lowest_stack __attribute__((tls_model("initial-exec"))) = UINTPTR_MAX;

extern uint64_t __start___llvm_prf_cnts[] __attribute__((weak));
extern uint64_t __stop___llvm_prf_cnts[] __attribute__((weak));

/* clang's record of a function, LLVM 11 to 14 and later: the number of its name, where its counters
 * are (absolute, or as a distance from the record), and how many. */
struct function {
    uint64_t name, hash, counters, function, values;
    uint32_t count;
    uint16_t kinds[2];
};
extern const struct function __start___llvm_prf_data[] __attribute__((weak));
extern const struct function __stop___llvm_prf_data[] __attribute__((weak));

/* Replaced in the object file; COUNTER_KEY_HOLE in count_build.h says how it looks before. */
static volatile const char key[] = "@grader-counter-key-goes-here-32@";

/*
 * Which call of the candidate's cost how much, by the address it returns to: a table with open
 * addressing. What finds no place is in the sum all the same.
 */
enum { SITES = 1024, PROBES = 16 };
static struct site {
    uintptr_t address;
    uint64_t units;
} sites[SITES];

static void charge(uint64_t units, uintptr_t address)
{
    weighted += units;
    unsigned at = (unsigned)(address * UINT64_C(0x9e3779b97f4a7c15) >> 54);
    for (unsigned i = 0; i < PROBES; i++, at = (at + 1) % SITES) {
        if (sites[at].address == 0)
            sites[at].address = address;
        if (sites[at].address == address) {
            sites[at].units += units;
            return;
        }
    }
}

/* clang looks at the stack when a function begins; an array whose length is a variable comes later.
 * Whoever calls us has made his. The caller's stack ended above our frame and the address to return
 * to. */
static void see_stack(const void *frame)
{
    uintptr_t callers = (uintptr_t)frame + 2 * sizeof(void *);
    if (callers < __sancov_lowest_stack)
        __sancov_lowest_stack = callers;
}

extern const char __start_counter_text[], __stop_counter_text[];

static int is_ours(const void *address)
{
    return (const char *)address >= __start_counter_text &&
           (const char *)address < __stop_counter_text;
}

/* The candidate's own call, past one of ours: this file is compiled with frame pointers. */
#define CALLER()                                                                                   \
    (uintptr_t)(is_ours(__builtin_return_address(0)) ? __builtin_return_address(1)                 \
                                                     : __builtin_return_address(0))
#define add(units) (see_stack(__builtin_frame_address(0)), charge((units), CALLER()))

/* ---- what gcc counted ---- */

/* Its counters are in the section where clang's are; there is nothing to merge and no file. */
void __gcov_init(void *unit);
void __gcov_init(void *unit)
{
    (void)unit;
}
void __gcov_exit(void);
void __gcov_exit(void)
{
}
void __gcov_merge_add(void *counters, unsigned count);
void __gcov_merge_add(void *counters, unsigned count)
{
    (void)counters, (void)count;
}
void __cyg_profile_func_enter(void *function, void *caller);
void __cyg_profile_func_enter(void *function, void *caller)
{
    (void)function, (void)caller;
    see_stack(__builtin_frame_address(0));
}
void __cyg_profile_func_exit(void *function, void *caller);
void __cyg_profile_func_exit(void *function, void *caller)
{
    (void)function, (void)caller;
}

/* ---- beginning and end ---- */

static long kernel_write(int fd, const char *bytes, size_t size)
{
#if defined(__x86_64__)
    long out;
    __asm__ volatile("syscall"
                     : "=a"(out)
                     : "a"((long)SYS_write), "D"((long)fd), "S"(bytes), "d"(size)
                     : "rcx", "r11", "memory");
    return out;
#else
    return write(fd, bytes, size);
#endif
}

static void begin(void)
{
    /* cppcheck-suppress comparePointers ; the linker sets both ends of one section */
    for (uint64_t *at = __start___llvm_prf_cnts; at < __stop___llvm_prf_cnts; at++)
        *at = 0;
    weighted = heap_now = heap_peak = heap_total = 0;
    __builtin_memset(sites, 0, sizeof sites);
    __sancov_lowest_stack = UINTPTR_MAX;
    stack_top = (uintptr_t)__builtin_frame_address(0);
}
__attribute__((section(".preinit_array"), used)) static void (*const first)(void) = begin;

static char *put_number(char *at, uint64_t number)
{
    char digits[20];
    int count = 0;
    do
        digits[count++] = (char)('0' + number % 10);
    while (number /= 10);
    *at++ = ' ';
    while (count > 0)
        *at++ = digits[--count];
    return at;
}

static char *put_key(char *at)
{
    *at++ = '\n';
    for (const volatile char *k = key; *k; k++)
        *at++ = *k;
    return at;
}

/* Text on its way out. */
enum { OUT_ROOM = 4096, OUT_LONGEST = 80 };
struct out {
    char *at;
    char bytes[OUT_ROOM];
};
static void send(struct out *out)
{
    kernel_write(2, out->bytes, (size_t)(out->at - out->bytes));
    out->at = out->bytes;
}
static void put(struct out *out, uint64_t number)
{
    out->at = put_number(out->at, number);
    if (out->at > out->bytes + OUT_ROOM - OUT_LONGEST)
        send(out);
}
static void put_bar(struct out *out)
{
    *out->at++ = ' ';
    *out->at++ = '|';
}

/* The index of a function's first counter. */
static uint64_t first_counter(const struct function *function)
{
    uintptr_t begin = (uintptr_t)__start___llvm_prf_cnts, end = (uintptr_t)__stop___llvm_prf_cnts;
    uintptr_t at = (uintptr_t)function->counters;
    if (at < begin || at >= end)
        at += (uintptr_t)function;
    return (at - begin) / sizeof(uint64_t);
}

/* A line of its own before the record: all counters; a bar, address and units of each call; a bar,
 * name, first counter and number of counters of each function. */
static void tell_details(void)
{
    struct out out;
    out.at = put_key(out.bytes);
    *out.at++ = '=';
    /* cppcheck-suppress comparePointers ; the linker sets both ends of one section */
    for (const uint64_t *c = __start___llvm_prf_cnts; c < __stop___llvm_prf_cnts; c++)
        put(&out, *c);
    put_bar(&out);
    for (unsigned i = 0; i < SITES; i++)
        if (sites[i].units > 0) {
            put(&out, sites[i].address);
            put(&out, sites[i].units);
        }
    put_bar(&out);
    /* cppcheck-suppress comparePointers ; likewise */
    for (const struct function *f = __start___llvm_prf_data; f < __stop___llvm_prf_data; f++) {
        put(&out, f->name);
        put(&out, first_counter(f));
        put(&out, f->count);
    }
    send(&out);
}

static void tell(void)
{
    char line[256];
    char *at = line;
    uint64_t units = weighted, stack = 0;
    /* cppcheck-suppress comparePointers ; likewise */
    for (const uint64_t *c = __start___llvm_prf_cnts; c < __stop___llvm_prf_cnts; c++)
        units += *c;
    if (__sancov_lowest_stack < stack_top)
        stack = stack_top - __sancov_lowest_stack;
    at = put_key(at);
    at = put_number(at, units);
    at = put_number(at, heap_peak);
    at = put_number(at, heap_total);
    at = put_number(at, stack);
    *at++ = '\n';
    tell_details();
    kernel_write(2, line, (size_t)(at - line));
}

void __real__exit(int code) __attribute__((noreturn));
void __wrap__exit(int code) __attribute__((noreturn));
void __wrap__Exit(int code) __attribute__((noreturn));
void __wrap__exit(int code)
{
    tell();
    __real__exit(code);
}
void __wrap__Exit(int code)
{
    __wrap__exit(code);
}

/* ---- allocation: a head of 16 bytes before each block ---- */

struct head {
    uint64_t size;  /* as asked for */
    uint32_t shift; /* from the block that malloc gave to the caller's */
    uint32_t mark;  /* of a block with a head; its lowest bit: the candidate's */
};
enum { HEAD = sizeof(struct head) };
_Static_assert(HEAD == 16, "blocks stay aligned for any object");

static int charging; /* a library function allocates on the candidate's behalf */

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__real_memalign(size_t alignment, size_t size);
void __real_free(void *block);

static uint32_t mark_of(const void *block)
{
    uint64_t mixed = ((uintptr_t)block ^ 0x67726164) * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(mixed >> 32) & ~1u;
}

static struct head *head_of(void *block)
{
    struct head *head = (struct head *)((char *)block - HEAD);
    return (head->mark & ~1u) == mark_of(block) ? head : NULL;
}

static void *set_head(char *base, size_t shift, size_t size, int charged)
{
    if (!base)
        return NULL;
    void *block = base + shift;
    struct head *head = (struct head *)((char *)block - HEAD);
    *head = (struct head){ size, (uint32_t)shift, mark_of(block) | (charged ? 1u : 0u) };
    if (charged) {
        heap_now += size;
        heap_total += size;
        if (heap_now > heap_peak)
            heap_peak = heap_now;
    }
    return block;
}

static void *too_much(void)
{
    errno = ENOMEM;
    return NULL;
}

static void *get(size_t size, int charged)
{
    if (size > PTRDIFF_MAX - HEAD)
        return too_much();
    return set_head(__real_malloc(size + HEAD), HEAD, size, charged);
}

static void *get_zeroed(size_t count, size_t each, int charged)
{
    size_t size;
    if (__builtin_mul_overflow(count, each, &size) || size > PTRDIFF_MAX - HEAD)
        return too_much();
    return set_head(__real_calloc(1, size + HEAD), HEAD, size, charged);
}

static void *get_aligned(size_t alignment, size_t size, int charged)
{
    size_t shift = alignment < HEAD ? HEAD : alignment;
    if (alignment & (alignment - 1) || shift > UINT32_MAX || size > PTRDIFF_MAX - shift)
        return too_much();
    return set_head(__real_memalign(shift, size + shift), shift, size, charged);
}

static void give(void *block)
{
    struct head *head = block ? head_of(block) : NULL;
    if (!head) {
        __real_free(block);
        return;
    }
    if (head->mark & 1)
        heap_now -= head->size;
    head->mark = 0;
    __real_free((char *)block - head->shift);
}

static void *resize(void *block, size_t size, int charged)
{
    struct head *head = block ? head_of(block) : NULL;
    if (!block)
        return get(size, charged);
    if (!head)
        return __real_realloc(block, size);
    if (size == 0) {
        give(block);
        return NULL;
    }
    struct head old = *head;
    if (old.shift != HEAD || size > PTRDIFF_MAX - HEAD) {
        void *fresh = get(size, charged);
        if (fresh) {
            memcpy(fresh, block, old.size < size ? old.size : size);
            give(block);
        }
        return fresh;
    }
    char *base = __real_realloc((char *)block - HEAD, size + HEAD);
    if (base && old.mark & 1) {
        heap_now -= old.size;
        heap_total -= old.size < size ? old.size : size;
    }
    return set_head(base, HEAD, size, charged || (old.mark & 1));
}

/* Four size classes a doubling, as jemalloc has them. */
static unsigned size_class(size_t size)
{
    if (size < 16)
        return 0;
    unsigned power = 63u - (unsigned)__builtin_clzll(size);
    return power * 4 + (unsigned)(size >> (power - 2) & 3);
}

INLINE void weigh_resize(void *block, size_t size)
{
    struct head *head = block ? head_of(block) : NULL;
    add(1);
    if (head && size_class(head->size) != size_class(size))
        add((head->size < size ? head->size : size) / 4);
}

void *__wrap_malloc(size_t size);
void *__wrap_malloc(size_t size)
{
    return get(size, charging);
}
void *__wrap_calloc(size_t count, size_t each);
void *__wrap_calloc(size_t count, size_t each)
{
    return get_zeroed(count, each, charging);
}
void *__wrap_realloc(void *block, size_t size);
void *__wrap_realloc(void *block, size_t size)
{
    return resize(block, size, charging);
}
void *__wrap_reallocarray(void *block, size_t count, size_t each);
void *__wrap_reallocarray(void *block, size_t count, size_t each)
{
    size_t size;
    return __builtin_mul_overflow(count, each, &size) ? too_much() : resize(block, size, charging);
}
void *__wrap_memalign(size_t alignment, size_t size);
void *__wrap_memalign(size_t alignment, size_t size)
{
    return get_aligned(alignment, size, charging);
}
void *__wrap_aligned_alloc(size_t alignment, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size)
{
    return get_aligned(alignment, size, charging);
}
int __wrap_posix_memalign(void **out, size_t alignment, size_t size);
int __wrap_posix_memalign(void **out, size_t alignment, size_t size)
{
    void *block = get_aligned(alignment, size, charging);
    if (!block)
        return ENOMEM;
    *out = block;
    return 0;
}
void __wrap_free(void *block);
void __wrap_free(void *block)
{
    give(block);
}
size_t __wrap_malloc_usable_size(void *block);
size_t __wrap_malloc_usable_size(void *block)
{
    struct head *head = block ? head_of(block) : NULL;
    return head ? head->size : 0;
}

API void *__count_malloc(size_t size)
{
    add(1);
    return get(size, 1);
}
API void *__count_calloc(size_t count, size_t each)
{
    void *block = get_zeroed(count, each, 1);
    add(1 + (block ? count * each / 4 : 0));
    return block;
}
API void *__count_realloc(void *block, size_t size)
{
    weigh_resize(block, size);
    return resize(block, size, 1);
}
API void *__count_reallocarray(void *block, size_t count, size_t each)
{
    size_t size;
    if (__builtin_mul_overflow(count, each, &size))
        return too_much();
    return __count_realloc(block, size);
}
API void *__count_aligned_alloc(size_t alignment, size_t size)
{
    add(1);
    return get_aligned(alignment, size, 1);
}
API void *__count_memalign(size_t alignment, size_t size)
{
    return __count_aligned_alloc(alignment, size);
}
API int __count_posix_memalign(void **out, size_t alignment, size_t size)
{
    void *block = __count_aligned_alloc(alignment, size);
    if (!block)
        return ENOMEM;
    *out = block;
    return 0;
}
API void __count_free(void *block)
{
    add(1);
    give(block);
}
API void __count_cfree(void *block)
{
    __count_free(block);
}

/* ---- memory ---- */

#define MEMORY(type, name, parameters, call, bytes)                                                \
    API type __count_##name parameters                                                             \
    {                                                                                              \
        add(1 + (uint64_t)(bytes) / 4);                                                            \
        return call;                                                                               \
    }

MEMORY(void *, memcpy, (void *a, const void *b, size_t n), memcpy(a, b, n), n)
MEMORY(void *, mempcpy, (void *a, const void *b, size_t n), mempcpy(a, b, n), n)
MEMORY(void *, memmove, (void *a, const void *b, size_t n), memmove(a, b, n), n)
MEMORY(void *, memset, (void *a, int c, size_t n), memset(a, c, n), n)
MEMORY(void *, memrchr, (const void *a, int c, size_t n), memrchr(a, c, n), n)
MEMORY(void *, memmem, (const void *a, size_t n, const void *b, size_t m), memmem(a, n, b, m),
       n + m)

API void __count_bzero(void *a, size_t n)
{
    __count_memset(a, 0, n);
}
API void __count_explicit_bzero(void *a, size_t n)
{
    __count_memset(a, 0, n);
}
API void __count_bcopy(const void *a, void *b, size_t n)
{
    __count_memmove(b, a, n);
}
API void *__count_memchr(const void *a, int c, size_t n)
{
    const char *at = memchr(a, c, n);
    add(1 + (at ? (uint64_t)(at - (const char *)a) : n) / 4);
    return (void *)(uintptr_t)at;
}
API void *__count_rawmemchr(const void *a, int c)
{
    const char *at = rawmemchr(a, c);
    add(1 + (uint64_t)(at - (const char *)a) / 4);
    return (void *)(uintptr_t)at;
}
API int __count_memcmp(const void *a, const void *b, size_t n)
{
    const unsigned char *x = a, *y = b;
    size_t same = 0;
    while (same + 64 <= n && memcmp(x + same, y + same, 64) == 0)
        same += 64;
    while (same < n && x[same] == y[same])
        same++;
    add(1 + same / 4);
    return same == n ? 0 : x[same] - y[same];
}
API int __count_bcmp(const void *a, const void *b, size_t n)
{
    return __count_memcmp(a, b, n);
}

/* ---- strings ---- */

API size_t __count_strlen(const char *s)
{
    size_t n = strlen(s);
    add(1 + n);
    return n;
}
API size_t __count_strnlen(const char *s, size_t most)
{
    size_t n = strnlen(s, most);
    add(1 + n);
    return n;
}
API char *__count_strcpy(char *a, const char *b)
{
    add(1 + strlen(b));
    return strcpy(a, b);
}
API char *__count_stpcpy(char *a, const char *b)
{
    add(1 + strlen(b));
    return stpcpy(a, b);
}
API char *__count_strncpy(char *a, const char *b, size_t n)
{
    add(1 + n);
    return strncpy(a, b, n);
}
API char *__count_stpncpy(char *a, const char *b, size_t n)
{
    add(1 + n);
    return stpncpy(a, b, n);
}
API char *__count_strcat(char *a, const char *b)
{
    add(1 + strlen(a) + strlen(b));
    return strcat(a, b);
}
API char *__count_strncat(char *a, const char *b, size_t n)
{
    add(1 + strlen(a) + strnlen(b, n));
    return strncat(a, b, n);
}

static uint64_t common(const char *a, const char *b, size_t most)
{
    size_t n = 0;
    while (n < most && a[n] && a[n] == b[n])
        n++;
    return n;
}
static uint64_t common_case(const char *a, const char *b, size_t most)
{
    size_t n = 0;
    while (n < most && a[n] && (a[n] | 32) == (b[n] | 32))
        n++;
    return n;
}
API int __count_strcmp(const char *a, const char *b)
{
    add(1 + common(a, b, SIZE_MAX));
    return strcmp(a, b);
}
API int __count_strcoll(const char *a, const char *b)
{
    return __count_strcmp(a, b);
}
API int __count_strncmp(const char *a, const char *b, size_t n)
{
    add(1 + common(a, b, n));
    return strncmp(a, b, n);
}
API int __count_strcasecmp(const char *a, const char *b)
{
    add(1 + common_case(a, b, SIZE_MAX));
    return strcasecmp(a, b);
}
API int __count_strncasecmp(const char *a, const char *b, size_t n)
{
    add(1 + common_case(a, b, n));
    return strncasecmp(a, b, n);
}
API size_t __count_strxfrm(char *a, const char *b, size_t n)
{
    add(1 + strlen(b));
    return strxfrm(a, b, n);
}

/* How far a search had to look. */
INLINE char *searched(const char *s, const char *found, size_t extra)
{
    add(1 + (found ? (uint64_t)(found - s) + extra : strlen(s)));
    return (char *)(uintptr_t)found;
}
API char *__count_strchr(const char *s, int c)
{
    return searched(s, strchr(s, c), 0);
}
API char *__count_index(const char *s, int c)
{
    return searched(s, strchr(s, c), 0);
}
API char *__count_strchrnul(const char *s, int c)
{
    return searched(s, strchrnul(s, c), 0);
}
API char *__count_strrchr(const char *s, int c)
{
    add(1 + strlen(s));
    return strrchr(s, c);
}
API char *__count_rindex(const char *s, int c)
{
    return __count_strrchr(s, c);
}
API char *__count_strstr(const char *s, const char *needle)
{
    return searched(s, strstr(s, needle), strlen(needle));
}
API char *__count_strcasestr(const char *s, const char *needle)
{
    return searched(s, strcasestr(s, needle), strlen(needle));
}
API char *__count_strpbrk(const char *s, const char *set)
{
    return searched(s, strpbrk(s, set), strlen(set));
}
API size_t __count_strspn(const char *s, const char *set)
{
    size_t n = strspn(s, set);
    add(1 + n + strlen(set));
    return n;
}
API size_t __count_strcspn(const char *s, const char *set)
{
    size_t n = strcspn(s, set);
    add(1 + n + strlen(set));
    return n;
}
API char *__count_strtok_r(char *s, const char *set, char **save)
{
    const char *from = s ? s : *save;
    char *token = strtok_r(s, set, save);
    add(1 + strlen(set));
    if (from && *save)
        add((uint64_t)(*save - from));
    return token;
}
API char *__count_strtok(char *s, const char *set)
{
    static char *save;
    return __count_strtok_r(s, set, &save);
}
API char *__count_strsep(char **s, const char *set)
{
    char *token = strsep(s, set);
    add(1 + strlen(set) + (token ? strlen(token) : 0));
    return token;
}
API char *__count_strndup(const char *s, size_t most)
{
    size_t n = strnlen(s, most);
    char *copy = get(n + 1, 1);
    add(2 + n);
    if (!copy)
        return NULL;
    memcpy(copy, s, n);
    copy[n] = '\0';
    return copy;
}
API char *__count_strdup(const char *s)
{
    return __count_strndup(s, SIZE_MAX);
}

/* ---- numbers from text ---- */

#define CONVERSION(type, name)                                                                     \
    API type __count_##name(const char *s, char **end, int base)                                   \
    {                                                                                              \
        char *stop;                                                                                \
        type value = name(s, &stop, base);                                                         \
        add(1 + (uint64_t)(stop - s));                                                             \
        if (end)                                                                                   \
            *end = stop;                                                                           \
        return value;                                                                              \
    }
#define CONVERSION_REAL(type, name)                                                                \
    API type __count_##name(const char *s, char **end)                                             \
    {                                                                                              \
        char *stop;                                                                                \
        type value = name(s, &stop);                                                               \
        add(1 + (uint64_t)(stop - s));                                                             \
        if (end)                                                                                   \
            *end = stop;                                                                           \
        return value;                                                                              \
    }
CONVERSION(long, strtol)
CONVERSION(unsigned long, strtoul)
CONVERSION(long long, strtoll)
CONVERSION(unsigned long long, strtoull)
CONVERSION(intmax_t, strtoimax)
CONVERSION(uintmax_t, strtoumax)
CONVERSION_REAL(double, strtod)
CONVERSION_REAL(float, strtof)
CONVERSION_REAL(long double, strtold)

API int __count_atoi(const char *s)
{
    return (int)__count_strtol(s, NULL, 10);
}
API long __count_atol(const char *s)
{
    return __count_strtol(s, NULL, 10);
}
API long long __count_atoll(const char *s)
{
    return __count_strtoll(s, NULL, 10);
}
API double __count_atof(const char *s)
{
    return __count_strtod(s, NULL);
}

/* ---- output ---- */

INLINE int printed(int characters)
{
    add(1 + (uint64_t)(characters > 0 ? characters : 0));
    return characters;
}
#define WITH_LIST(last, call)                                                                      \
    va_list list;                                                                                  \
    va_start(list, last);                                                                          \
    int result = call;                                                                             \
    va_end(list);                                                                                  \
    return result

API int __count_vprintf(const char *format, va_list list)
{
    return printed(vprintf(format, list));
}
API int __count_vfprintf(FILE *file, const char *format, va_list list)
{
    return printed(vfprintf(file, format, list));
}
API int __count_vsprintf(char *s, const char *format, va_list list)
{
    return printed(vsprintf(s, format, list));
}
API int __count_vsnprintf(char *s, size_t size, const char *format, va_list list)
{
    return printed(vsnprintf(s, size, format, list));
}
API int __count_vdprintf(int fd, const char *format, va_list list)
{
    return printed(vdprintf(fd, format, list));
}
API int __count_vasprintf(char **out, const char *format, va_list list)
{
    charging++;
    int result = vasprintf(out, format, list);
    charging--;
    return printed(result);
}
API int __count_printf(const char *format, ...)
{
    WITH_LIST(format, printed(vprintf(format, list)));
}
API int __count_fprintf(FILE *file, const char *format, ...)
{
    WITH_LIST(format, printed(vfprintf(file, format, list)));
}
API int __count_sprintf(char *s, const char *format, ...)
{
    WITH_LIST(format, printed(vsprintf(s, format, list)));
}
API int __count_snprintf(char *s, size_t size, const char *format, ...)
{
    WITH_LIST(format, printed(vsnprintf(s, size, format, list)));
}
API int __count_dprintf(int fd, const char *format, ...)
{
    WITH_LIST(format, printed(vdprintf(fd, format, list)));
}
API int __count_asprintf(char **out, const char *format, ...)
{
    WITH_LIST(format, __count_vasprintf(out, format, list));
}
API int __count_puts(const char *s)
{
    add(2 + strlen(s));
    return puts(s);
}
API int __count_fputs(const char *s, FILE *file)
{
    add(1 + strlen(s));
    return fputs(s, file);
}
API int __count_fputs_unlocked(const char *s, FILE *file)
{
    return __count_fputs(s, file);
}
#define CHARACTER_OUT(name, parameters, call)                                                      \
    API int __count_##name parameters                                                              \
    {                                                                                              \
        add(2);                                                                                    \
        return call;                                                                               \
    }
CHARACTER_OUT(putchar, (int c), fputc(c, stdout))
CHARACTER_OUT(putchar_unlocked, (int c), fputc_unlocked(c, stdout))
CHARACTER_OUT(putc, (int c, FILE *file), fputc(c, file))
CHARACTER_OUT(putc_unlocked, (int c, FILE *file), fputc_unlocked(c, file))
CHARACTER_OUT(_IO_putc, (int c, FILE *file), fputc(c, file))
CHARACTER_OUT(fputc, (int c, FILE *file), fputc(c, file))
CHARACTER_OUT(fputc_unlocked, (int c, FILE *file), fputc_unlocked(c, file))
CHARACTER_OUT(ungetc, (int c, FILE *file), ungetc(c, file))
MEMORY(size_t, fwrite, (const void *a, size_t n, size_t m, FILE *f), fwrite(a, n, m, f), n *m)
MEMORY(size_t, fwrite_unlocked, (const void *a, size_t n, size_t m, FILE *f), fwrite(a, n, m, f),
       n *m)
MEMORY(ssize_t, write, (int fd, const void *a, size_t n), write(fd, a, n), n)

/* ---- input ---- */

/* The place in the file that the program has read up to; glibc keeps it itself once it is told. */
static int64_t place(FILE *file)
{
    if (file->_offset < 0) {
        off_t offset = lseek(fileno(file), 0, SEEK_CUR);
        if (offset < 0)
            return 0;
        file->_offset = offset;
    }
    return file->_offset - (file->_IO_read_end - file->_IO_read_ptr);
}
INLINE int scanned(FILE *file, int64_t from, int result)
{
    int64_t to = place(file);
    add(1 + (uint64_t)(to > from ? to - from : 0));
    return result;
}
API int __count_vfscanf(FILE *file, const char *format, va_list list)
{
    int64_t from = place(file);
    if (!file->_IO_buf_base)
        ungetc(fgetc(file), file);
    charging++;
    int result = vfscanf(file, format, list);
    charging--;
    return scanned(file, from, result);
}
API int __count_vscanf(const char *format, va_list list)
{
    return __count_vfscanf(stdin, format, list);
}
/* What sscanf looks at: all of the string, as glibc's own strlen does at each call. */
API int __count_vsscanf(const char *s, const char *format, va_list list)
{
    add(1 + strlen(s));
    return vsscanf(s, format, list);
}
API int __count_scanf(const char *format, ...)
{
    WITH_LIST(format, __count_vfscanf(stdin, format, list));
}
API int __count_fscanf(FILE *file, const char *format, ...)
{
    WITH_LIST(format, __count_vfscanf(file, format, list));
}
API int __count_sscanf(const char *s, const char *format, ...)
{
    WITH_LIST(format, __count_vsscanf(s, format, list));
}
API int __count___isoc99_scanf(const char *format, ...)
{
    WITH_LIST(format, __count_vfscanf(stdin, format, list));
}
API int __count___isoc99_fscanf(FILE *file, const char *format, ...)
{
    WITH_LIST(format, __count_vfscanf(file, format, list));
}
API int __count___isoc99_sscanf(const char *s, const char *format, ...)
{
    WITH_LIST(format, __count_vsscanf(s, format, list));
}
API int __count___isoc99_vscanf(const char *format, va_list list)
{
    return __count_vfscanf(stdin, format, list);
}
API int __count___isoc99_vfscanf(FILE *file, const char *format, va_list list)
{
    return __count_vfscanf(file, format, list);
}
API int __count___isoc99_vsscanf(const char *s, const char *format, va_list list)
{
    return __count_vsscanf(s, format, list);
}
CHARACTER_OUT(getchar, (void), fgetc(stdin))
CHARACTER_OUT(getchar_unlocked, (void), fgetc_unlocked(stdin))
CHARACTER_OUT(getc, (FILE * file), fgetc(file))
CHARACTER_OUT(getc_unlocked, (FILE * file), fgetc_unlocked(file))
CHARACTER_OUT(_IO_getc, (FILE * file), fgetc(file))
CHARACTER_OUT(fgetc, (FILE * file), fgetc(file))
CHARACTER_OUT(fgetc_unlocked, (FILE * file), fgetc_unlocked(file))
API char *__count_fgets(char *s, int size, FILE *file)
{
    char *line = fgets(s, size, file);
    add(1 + (line ? strlen(line) : 0));
    return line;
}
API char *__count_fgets_unlocked(char *s, int size, FILE *file)
{
    return __count_fgets(s, size, file);
}
API ssize_t __count_getdelim(char **line, size_t *size, int end, FILE *file)
{
    if (!file->_IO_buf_base)
        ungetc(fgetc(file), file); /* the file's own buffer is not the candidate's */
    charging++;
    ssize_t length = getdelim(line, size, end, file);
    charging--;
    add(1 + (uint64_t)(length > 0 ? length : 0));
    return length;
}
API ssize_t __count___getdelim(char **line, size_t *size, int end, FILE *file)
{
    return __count_getdelim(line, size, end, file);
}
API ssize_t __count_getline(char **line, size_t *size, FILE *file)
{
    return __count_getdelim(line, size, '\n', file);
}
API size_t __count_fread(void *a, size_t n, size_t m, FILE *file)
{
    size_t got = fread(a, n, m, file);
    add(1 + got * n / 4);
    return got;
}
API size_t __count_fread_unlocked(void *a, size_t n, size_t m, FILE *file)
{
    return __count_fread(a, n, m, file);
}
API ssize_t __count_read(int fd, void *a, size_t n)
{
    ssize_t got = read(fd, a, n);
    add(1 + (uint64_t)(got > 0 ? got : 0) / 4);
    return got;
}

/* ---- sort and search ---- */

API void __count_qsort(void *a, size_t n, size_t size, int (*compare)(const void *, const void *))
{
    add(1 + n);
    qsort(a, n, size, compare);
}
API void __count_qsort_r(void *a, size_t n, size_t size,
                         int (*compare)(const void *, const void *, void *), void *context)
{
    add(1 + n);
    qsort_r(a, n, size, compare, context);
}
API void *__count_bsearch(const void *wanted, const void *a, size_t n, size_t size,
                          int (*compare)(const void *, const void *))
{
    add(1);
    return bsearch(wanted, a, n, size, compare);
}
API void *__count_lfind(const void *wanted, const void *a, size_t *n, size_t size,
                        int (*compare)(const void *, const void *))
{
    add(1);
    return lfind(wanted, a, n, size, compare);
}
API void *__count_lsearch(const void *wanted, void *a, size_t *n, size_t size,
                          int (*compare)(const void *, const void *))
{
    add(1 + size / 4);
    return lsearch(wanted, a, n, size, compare);
}
API void *__count_tsearch(const void *wanted, void **root,
                          int (*compare)(const void *, const void *))
{
    add(1);
    charging++;
    void *node = tsearch(wanted, root, compare);
    charging--;
    return node;
}
API void *__count_tfind(const void *wanted, void *const *root,
                        int (*compare)(const void *, const void *))
{
    add(1);
    return tfind(wanted, root, compare);
}
API void *__count_tdelete(const void *wanted, void **root,
                          int (*compare)(const void *, const void *))
{
    add(1);
    return tdelete(wanted, root, compare);
}
API void __count_twalk(const void *root, void (*act)(const void *, VISIT, int))
{
    add(1);
    twalk(root, act);
}
