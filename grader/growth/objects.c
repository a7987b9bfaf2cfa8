/* objects.c - what a candidate's compiled files say: what they call, hold and do not count. */
#include "grader/growth/objects.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/num.h"
#include "grader/growth/weighted.h"
#include "grader/text/plain.h"

enum { NAME_SHOWN_MAX = 100, NAME_MAX_BYTES = 2000, COUNTER_ROOM = 3000 };

/* ---- symbols ---- */

/* A line of nm's portable format: "name type value size"; headings end in a colon. */
struct symbol {
    struct str name;
    char type;
};

static bool next_symbol(struct str *rest, struct symbol *out)
{
    struct str line, name, type;
    while (str_next_line(rest, &line))
        if (str_next_word(&line, &name) && str_next_word(&line, &type) && type.length == 1) {
            *out = (struct symbol){ name, type.at[0] };
            return true;
        }
    return false;
}

static bool is_undefined(const struct symbol *symbol)
{
    return symbol->type == 'U' || symbol->type == 'w' || symbol->type == 'v';
}

/* For others to see: what is static in one file does not define what another one calls. */
static bool is_defined(struct str listing, struct str name)
{
    struct symbol symbol;
    while (next_symbol(&listing, &symbol))
        if (!is_undefined(&symbol) && isupper((unsigned char)symbol.type) &&
            str_equal(symbol.name, name))
            return true;
    return false;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void find_blind_spots(const struct objects_request *request, struct arena *arena,
                             struct objects *out)
{
    struct str rest = request->symbols;
    struct symbol symbol;
    out->blind_spots = ARENA_ARRAY(arena, OBJECTS_BLIND_SPOT_MAX, const char *);
    while (next_symbol(&rest, &symbol) && out->blind_spot_count < OBJECTS_BLIND_SPOT_MAX)
        if (is_undefined(&symbol) && !weighted_is_known(symbol.name) &&
            !is_defined(request->driver, symbol.name))
            out->blind_spots[out->blind_spot_count++] =
                plain_text(arena, symbol.name, NAME_SHOWN_MAX);
    if (out->blind_spot_count > 1)
        qsort(out->blind_spots, out->blind_spot_count, sizeof *out->blind_spots, by_text);
}

/* ---- functions ---- */

/* Whoever defines these has the heap, or the end of the program, in his own hands. */
static const char *const foundations[] = {
    "malloc",        "calloc",         "realloc",
    "free",          "reallocarray",   "memalign",
    "aligned_alloc", "posix_memalign", "malloc_usable_size",
    "exit",          "_exit",          "_Exit",
    "quick_exit",    "atexit",         "__libc_start_main",
};

/* The names of all counters, sorted. */
struct counters {
    const char **names;
    size_t count;
    bool has_gccs;
};

static const char clang_counter[] = "__profc_", gcc_counter[] = "__gcov0.";

static bool begins(struct str name, const char *beginning)
{
    size_t length = strlen(beginning);
    return name.length >= length && memcmp(name.at, beginning, length) == 0;
}

static void find_counters(struct str listing, struct arena *arena, struct counters *out)
{
    struct symbol symbol;
    size_t capacity = 0;
    *out = (struct counters){ 0 };
    while (out->count < OBJECTS_FUNCTION_MAX && next_symbol(&listing, &symbol)) {
        bool is_gccs = begins(symbol.name, gcc_counter);
        if ((!is_gccs && !begins(symbol.name, clang_counter)) ||
            symbol.name.length > NAME_MAX_BYTES)
            continue;
        out->has_gccs |= is_gccs;
        out->names = arena_grow(arena, out->names, out->count, &capacity, sizeof *out->names);
        out->names[out->count++] = arena_memdup(arena, symbol.name.at, symbol.name.length);
    }
    if (out->count > 1)
        qsort(out->names, out->count, sizeof *out->names, by_text);
}

static bool has_counter(const struct counters *counters, const char *name)
{
    return counters->count > 0 &&
           bsearch(&name, counters->names, counters->count, sizeof *counters->names, by_text);
}

/* A static function's counter is named with its file, in which LLVM replaces some characters. */
static bool is_counted_in(const struct counters *counters, const char *path, const char *function)
{
    char name[COUNTER_ROOM];
    const char *slash = strrchr(path, '/');
    const char *file = slash ? slash + 1 : path;
    int length = snprintf(name, sizeof name, "%s%s_%s", clang_counter, file, function);
    for (char *at = name; at < name + strlen(clang_counter) + strlen(file); at++)
        if (strchr("-:;<>/\"'", *at))
            *at = '_';
    return length > 0 && (size_t)length < sizeof name && has_counter(counters, name);
}

static bool is_counted_as(const struct counters *counters, const char *prefix, const char *function)
{
    char name[COUNTER_ROOM];
    int length = snprintf(name, sizeof name, "%s%s", prefix, function);
    return length > 0 && (size_t)length < sizeof name && has_counter(counters, name);
}

/* What gcc itself adds to each file that it counts, to run before and after main. */
static bool is_of_gcc(const char *name)
{
    return strcmp(name, "_sub_I_00100_0") == 0 || strcmp(name, "_sub_D_00100_1") == 0;
}

static bool is_counted(const struct objects_request *request, const struct counters *counters,
                       const char *name, bool is_static)
{
    if (is_counted_as(counters, clang_counter, name) ||
        is_counted_as(counters, gcc_counter, name) || is_of_gcc(name))
        return true;
    for (size_t i = 0; is_static && i < request->counted_count; i++)
        if (is_counted_in(counters, request->counted[i], name))
            return true;
    return false;
}

static const char *escape_of_function(const struct objects_request *request,
                                      const struct counters *counters, const struct symbol *symbol,
                                      struct arena *arena)
{
    const char *text = arena_memdup(arena, symbol->name.at, symbol->name.length);
    const char *shown = plain_text(arena, symbol->name, NAME_SHOWN_MAX);
    /* A clang that names no counter at all leaves this to those who look at the source. */
    if (counters->count > 0 && !is_counted(request, counters, text, symbol->type == 't'))
        return arena_printf(arena, "the function '%s' is not counted", shown);
    for (size_t i = 0; i < COUNT_OF(foundations); i++)
        if (strcmp(text, foundations[i]) == 0)
            return arena_printf(arena, "the program has a '%s' of its own", shown);
    return "";
}

static void check_functions(const struct objects_request *request, struct arena *arena,
                            struct objects *out)
{
    struct str rest = request->symbols;
    struct symbol symbol;
    struct counters counters;
    const char *escape = "";
    find_counters(request->symbols, arena, &counters);
    out->is_by_gcc = counters.has_gccs;
    for (size_t n = 0; !*escape && n < OBJECTS_FUNCTION_MAX && next_symbol(&rest, &symbol);)
        if (memchr("tTWi", symbol.type, 4) && symbol.name.length <= NAME_MAX_BYTES) {
            escape = escape_of_function(request, &counters, &symbol, arena);
            n++;
        }
    out->escape = escape;
}

/* ---- sections ---- */

/* Beginnings of what gcc and clang make by themselves; code and constructors exactly. */
static const char *const beginnings[] = {
    ".data",    ".bss",           ".tdata",        ".tbss",     ".rodata",    "COMMON",
    ".comment", ".note",          ".sframe",       ".gcc",      ".eh_",       ".debug",
    ".llvm",    ".gnu",           ".group",        ".rel",      ".symtab",    ".strtab",
    "__llvm",   ".text.unlikely", ".text.startup", ".text.hot", ".text.exit",
};
static const char *const whole[] = { ".text", ".init_array", ".fini_array", ".init_array.00100",
                                     ".fini_array.00100" };

static bool is_usual(struct str section)
{
    for (size_t i = 0; i < COUNT_OF(beginnings); i++)
        if (begins(section, beginnings[i]))
            return true;
    for (size_t i = 0; i < COUNT_OF(whole); i++)
        if (str_is(section, whole[i]))
            return true;
    return false;
}

/* Variables: .data, .bss and their like, without what belongs to counting. */
static bool is_variables(struct str section)
{
    static const char *const parts[] = { ".data", ".bss", ".tdata", ".tbss", "COMMON" };
    static const char *const counting[] = { ".__gcov_", "..LPBX" };
    for (size_t i = 0; i < COUNT_OF(counting); i++)
        if (memmem(section.at, section.length, counting[i], strlen(counting[i])))
            return false;
    for (size_t i = 0; i < COUNT_OF(parts); i++)
        if (begins(section, parts[i]))
            return true;
    return false;
}

/* A line of size -A: "section size address". */
static bool next_section(struct str *rest, struct str *out_name, uint64_t *out_size)
{
    struct str line, size, address;
    while (str_next_line(rest, &line))
        if (str_next_word(&line, out_name) && str_next_word(&line, &size) &&
            str_next_word(&line, &address) && num_u64(size, 0, UINT64_MAX / 4, out_size))
            return true;
    return false;
}

static void read_sections(const struct objects_request *request, struct arena *arena,
                          struct objects *out)
{
    struct str rest = request->sections, name;
    uint64_t size;
    while (next_section(&rest, &name, &size)) {
        if (is_variables(name))
            out->static_bytes += size;
        if (!*out->escape && !is_usual(name))
            out->escape = arena_printf(arena, "the program has a section of its own (%s)",
                                       plain_text(arena, name, NAME_SHOWN_MAX));
    }
}

void objects_read(const struct objects_request *request, struct arena *arena, struct objects *out)
{
    *out = (struct objects){ 0 };
    check_functions(request, arena, out);
    find_blind_spots(request, arena, out);
    read_sections(request, arena, out);
}
