/* unit.h - one parsed source file, as a reader of code looks at it. */
#ifndef GRADER_CODE_UNIT_H
#define GRADER_CODE_UNIT_H

#include <stddef.h>

#include "grader/base/arena.h"
#include "grader/base/str.h"
#include "grader/code/libclang.h"

enum { UNIT_DEPTH_MAX = 400, UNIT_EXPANSION_MAX = 200000 };

/* Of a piece of source in the file it was written in; a macro's body counts where it is expanded.
 */
struct unit_place {
    void *file; /* libclang's */
    unsigned line, column, offset;
};

struct unit_expansion {
    void *file;
    unsigned begin, end;
};

struct unit {
    const struct libclang *clang;
    struct arena *arena;
    void *handle;             /* libclang's translation unit */
    const char *const *flags; /* for clang, beside those for C17 with GNU's extensions */
    size_t flag_count;
    const char *const *paths; /* of the submission's own files */
    size_t path_count;
    struct unit_expansion *expansions; /* of macros, by place */
    size_t expansion_count, expansion_capacity;
    void *last_file; /* asked about, and the answer */
    bool last_is_own;
};

/* A cursor and those directly below it; NULL children when there are none. */
struct unit_node {
    clang_cursor cursor;
    struct unit_node *children;
    size_t child_count, capacity;
    struct unit_place begin, end;
    bool is_macro; /* it comes from the body of a macro */
};

enum { UNIT_FLAG_MAX = 32 }; /* more are not looked at */

/* Parses; false when libclang gives nothing. Errors in the source are no failure. */
bool unit_open(struct unit *unit, const char *file) MUST_CHECK;

/* How many errors libclang found; the first one's place and message, when there are any. */
size_t unit_errors(const struct unit *unit, struct unit_place *out_first, const char **out_message);

/* Every definition of a function in one of the own files, with the file's index. */
typedef void unit_function_visitor(struct unit *unit, clang_cursor function, size_t file,
                                   void *context);
void unit_each_function(struct unit *unit, unit_function_visitor *visit, void *context);

/* The whole tree below a cursor, in the arena; what lies deeper than UNIT_DEPTH_MAX is left out and
 * *out_is_cut says so. */
struct unit_node *unit_tree(struct unit *unit, clang_cursor cursor, bool *out_is_cut);

struct unit_place unit_place(const struct unit *unit, clang_location location);
/* The index of the own file; path_count when it is none. */
size_t unit_own_file(const struct unit *unit, void *file);
const char *unit_spelling(const struct unit *unit, clang_cursor cursor);
/* A declaration without its body and values, attributes and all, as clang would write it: whatever
 * macros and pragmas they came from. */
const char *unit_declaration(const struct unit *unit, clang_cursor cursor);
/* The name that an object file has for what is declared; "" for what has none. */
const char *unit_symbol(const struct unit *unit, clang_cursor cursor);
/* The name of a file without "./" in front, as it was found; "" for NULL. */
const char *unit_file_name(const struct unit *unit, void *file);

/* The tokens of a cursor joined without blanks: "s->items[i]". At most 200 bytes, "" beyond. */
const char *unit_text(const struct unit *unit, clang_cursor cursor);

/* What is in parentheses and implicit conversions. */
const struct unit_node *unit_inner(const struct unit_node *node);

/* enum clang_type_kind of what is in parentheses and implicit conversions, behind typedefs. */
int unit_type(const struct unit *unit, const struct unit_node *node);

/* The operator of a binary node: the first token behind its left side. "" when not found. */
const char *unit_operator(const struct unit *unit, const struct unit_node *node);

#endif
