/* diagnostics.c - what gcc and ld printed, as data. */
#include "grader/build/diagnostics.h"

#include <assert.h>
#include <limits.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/num.h"
#include "grader/text/plain.h"

static const char undefined_prefix[] = "undefined reference to ";
static const char twice_prefix[] = "multiple definition of ";

/* ---- pieces of lines ---- */

static bool find(struct str text, const char *word, size_t *out_at)
{
    const char *at = text.length > 0 ? memmem(text.at, text.length, word, strlen(word)) : NULL;
    if (at)
        *out_at = (size_t)(at - text.at);
    return at;
}

static struct str head(struct str text, size_t length)
{
    return (struct str){ text.at, length };
}

static struct str tail(struct str text, size_t from)
{
    return (struct str){ text.at + from, text.length - from };
}

static bool starts_with(struct str text, const char *word)
{
    size_t length = strlen(word);
    return text.length >= length && memcmp(text.at, word, length) == 0;
}

/* Cuts ":NUMBER" off the end of *text; false and unchanged when there is none. */
static bool cut_number(struct str *text, unsigned *out)
{
    size_t at = text->length;
    while (at > 0 && text->at[at - 1] >= '0' && text->at[at - 1] <= '9')
        at--;
    uint64_t value;
    if (at == 0 || text->at[at - 1] != ':' || !num_u64(tail(*text, at), 0, UINT_MAX, &value))
        return false;
    *out = (unsigned)value;
    *text = head(*text, at - 1);
    return true;
}

/* The name as it was laid, or NULL. */
static const char *known_name(struct known_files known, struct str name)
{
    if (starts_with(name, "./"))
        name = tail(name, 2);
    for (size_t i = 0; i < known.count; i++)
        if (str_is(name, known.files[i].path))
            return known.files[i].path;
    return NULL;
}

/* ---- one line ---- */

static const struct {
    const char *word, *marker;
} kinds[] = {
    { "internal compiler error", ": internal compiler error: " },
    { "fatal error", ": fatal error: " },
    { "error", ": error: " },
    { "warning", ": warning: " },
    { "note", ": note: " },
    { "error", ": Error: " }, /* the assembler's */
    { "warning", ": Warning: " },
};

static bool is_error(const char *kind)
{
    return str_ends(kind, "error");
}

/* The first ": KIND: " of the line: the name of a real file is in front of it. */
static const char *find_kind(struct str line, struct str *out_place, struct str *out_message)
{
    const char *kind = NULL;
    size_t first = line.length;
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        size_t at;
        if (!find(line, kinds[i].marker, &at) || at >= first)
            continue;
        first = at;
        kind = kinds[i].word;
        *out_place = head(line, at);
        *out_message = tail(line, at + strlen(kinds[i].marker));
    }
    return kind;
}

/* A line in pieces; they become a diagnostic when the line is kept. */
struct finding {
    const char *kind;
    struct str file, message;
    unsigned line, column;
    const char *linker; /* what stands before the message, a name; NULL: not of the linker */
};

static bool read_compiler_line(struct str line, struct finding *out)
{
    struct finding made = { 0 };
    made.kind = find_kind(line, &made.file, &made.message);
    if (!made.kind || starts_with(made.message, "ld returned"))
        return false;
    unsigned last = 0;
    if (cut_number(&made.file, &last)) {
        bool has_column = cut_number(&made.file, &made.line);
        made.column = has_column ? last : 0;
        made.line = has_column ? made.line : last;
    }
    *out = made;
    return true;
}

/* "/usr/bin/ld: FILE": ld names itself where it repeats no function. */
static struct str without_linker(struct str place)
{
    static const char marker[] = "ld: ";
    size_t at;
    if (!starts_with(place, "/") || !find(place, marker, &at))
        return place;
    return tail(place, at + strlen(marker));
}

/* FILE:(SECTION+OFFSET): undefined reference to `NAME' */
static bool read_linker_line(struct str line, struct finding *out)
{
    static const char *const prefixes[] = { undefined_prefix, twice_prefix };
    for (size_t i = 0; i < COUNT_OF(prefixes); i++) {
        size_t at, section = 0, end;
        if (!find(line, prefixes[i], &at))
            continue;
        struct str name = tail(line, at + strlen(prefixes[i]));
        if (!starts_with(name, "`") || !find(name, "'", &end))
            continue;
        bool has_file = find(line, ":(", &section);
        *out = (struct finding){ .kind = "error",
                                 .file = without_linker(head(line, has_file ? section : 0)),
                                 .message = { name.at + 1, end - 1 },
                                 .linker = prefixes[i] };
        return true;
    }
    return false;
}

static bool read_line(struct str line, struct finding *out)
{
    return read_compiler_line(line, out) || read_linker_line(line, out);
}

/* ---- the log ---- */

/* ld tells a name again for each function that uses it, and knows no lines. */
static bool is_told(const struct diagnostics *made, const struct diagnostic *next)
{
    for (size_t i = 0; i < made->count; i++)
        if (strcmp(made->list[i].file, next->file) == 0 &&
            strcmp(made->list[i].message, next->message) == 0)
            return true;
    return false;
}

static size_t count_errors(struct str log)
{
    size_t count = 0;
    struct finding finding;
    for (struct str line; count < DIAGNOSTICS_MAX && str_next_line(&log, &line);)
        count += read_line(line, &finding) && is_error(finding.kind);
    return count;
}

static struct diagnostic kept(const struct finding *finding, struct known_files known,
                              struct arena *arena)
{
    const char *file = known_name(known, finding->file);
    const char *text = plain_text(arena, finding->message, DIAGNOSTIC_TEXT_MAX);
    if (finding->linker)
        text = arena_printf(arena, "%s'%s'", finding->linker, text);
    return (struct diagnostic){ .file = file ? file : "",
                                .line = file ? finding->line : 0,
                                .column = file ? finding->column : 0,
                                .kind = finding->kind,
                                .message = text };
}

void diagnostics_read(struct str log, struct known_files known, struct arena *arena,
                      struct diagnostics *out)
{
    assert(arena && out);
    size_t errors = count_errors(log);
    size_t room[] = { DIAGNOSTICS_MAX - errors, errors }; /* for others, for errors */
    struct diagnostics made = { ARENA_ARRAY(arena, DIAGNOSTICS_MAX, struct diagnostic), 0 };
    struct finding finding;
    for (struct str line; room[0] + room[1] > 0 && str_next_line(&log, &line);) {
        if (!read_line(line, &finding))
            continue;
        size_t *left = &room[is_error(finding.kind)];
        if (*left == 0)
            continue;
        --*left;
        struct diagnostic next = kept(&finding, known, arena);
        if (!finding.linker || !is_told(&made, &next))
            made.list[made.count++] = next;
    }
    *out = made;
}

/* ---- causes ---- */

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

static bool has_word(struct str text, const char *word)
{
    size_t at, length = strlen(word);
    for (; length > 0 && find(text, word, &at); text = tail(text, at + 1)) {
        bool begins = at == 0 || !is_word_byte(text.at[at - 1]);
        bool ends = at + length == text.length || !is_word_byte(text.at[at + length]);
        if (begins && ends)
            return true;
    }
    return false;
}

static const char *declaring_header(const struct source_set *include, const char *name)
{
    for (size_t i = 0; include && i < include->count; i++)
        if (str_ends(include->files[i].path, ".h") && has_word(include->files[i].bytes, name))
            return include->files[i].path;
    return NULL;
}

/* The NAME of "PREFIX'NAME'" in the arena, or NULL. */
static const char *linker_name(const char *message, const char *prefix, struct arena *arena)
{
    size_t length = strlen(message), before = strlen(prefix) + 1;
    if (!str_starts(message, prefix) || length < before + 1)
        return NULL;
    return arena_memdup(arena, message + before, length - before - 1);
}

static const char *undefined_cause(const char *name, const struct source_set *include,
                                   struct arena *arena)
{
    const char *header = declaring_header(include, name);
    if (strcmp(name, "main") == 0)
        return "there is no function 'main'";
    if (header)
        return arena_printf(arena, "'%s' is missing: %s declares it and no file defines it", name,
                            header);
    return arena_printf(arena, "'%s' is used and no file defines it", name);
}

static const char *twice_cause(const char *name, const struct source_set *include,
                               struct arena *arena)
{
    for (size_t i = 0; include && i < include->count; i++)
        if (str_ends(include->files[i].path, ".c") && has_word(include->files[i].bytes, name))
            return arena_printf(arena,
                                "'%s' is defined twice: %s comes with the problem and has it", name,
                                include->files[i].path);
    return arena_printf(arena, "'%s' is defined in more than one file", name);
}

static const char *error_cause(const struct diagnostic *error, const struct source_set *include,
                               struct arena *arena)
{
    const char *name = linker_name(error->message, undefined_prefix, arena);
    if (name)
        return undefined_cause(name, include, arena);
    name = linker_name(error->message, twice_prefix, arena);
    if (name)
        return twice_cause(name, include, arena);
    return arena_printf(arena, "%s:%u: %s", error->file, error->line, error->message);
}

/* Lines of gcc's own programs about what the source made them do. */
static const struct {
    const char *from, *word, *cause;
} excesses[] = {
    { "cc1: out of memory", "", "the compiler ran out of memory" },
    { "virtual memory exhausted", "", "the compiler ran out of memory" },
    { "/usr/bin/", "as: out of memory", "the assembler ran out of memory" },
    { "collect2:", "File size limit exceeded", "the program is too large" },
    { "gcc:", "File size limit exceeded", "the program is too large" },
    { "gcc:", "Segmentation fault signal terminated program cc1",
      "the compiler crashed: is something nested too deep?" },
    { "/usr/bin/ld:", "final link failed: File too large", "the program is too large" },
    { "", "relocation truncated to fit", "the program's static data is too large" },
};

static const char *excess_cause(struct str log)
{
    for (struct str line; str_next_line(&log, &line);)
        for (size_t i = 0; i < COUNT_OF(excesses); i++) {
            size_t at;
            if (starts_with(line, excesses[i].from) && find(line, excesses[i].word, &at))
                return excesses[i].cause;
        }
    return NULL;
}

const char *diagnostics_cause(const struct diagnostics *diagnostics, struct str log,
                              const struct source_set *include, struct arena *arena)
{
    assert(diagnostics && arena);
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *item = &diagnostics->list[i];
        bool is_linker =
            str_starts(item->message, undefined_prefix) || str_starts(item->message, twice_prefix);
        if (is_error(item->kind) && (item->line > 0 || is_linker))
            return error_cause(item, include, arena);
    }
    return excess_cause(log);
}
