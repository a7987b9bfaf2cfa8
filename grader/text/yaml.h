/* yaml.h - YAML into a tree that knows its lines, and typed questions to it. */
#ifndef GRADER_TEXT_YAML_H
#define GRADER_TEXT_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/err.h"
#include "grader/base/str.h"
#include "grader/text/yaml_core.h"

/*
 * The only user of libyaml, which owns the prefix yaml_; ours is yml_. One document a file, UTF-8
 * without a byte-order mark, the core schema of YAML 1.2 (true, null, 12, 1e-6; "yes" and "012e"
 * are words). An alias is a copy of what its anchor marks, with the alias's line and column; of the
 * values copied there are at most YML_COPY_MAX, so that no small file becomes large. Tags are
 * refused; so are duplicate keys and keys that are not words. "<<" is a key as any other.
 *
 * All errors are ERR_INPUT and begin with FILE:LINE:COLUMN.
 */

enum {
    YML_DEPTH_MAX = 32,
    YML_NODE_MAX = 100000,
    YML_COPY_MAX = 10000,
    YML_FILE_MAX = 1024 * 1024, /* bytes */
};

enum yml_kind { YML_SCALAR, YML_SEQUENCE, YML_MAPPING };

struct yml_node;

struct yml_pair {
    struct yml_node *key, *value;
};

/* All in the arena given to yml_parse. */
struct yml_node {
    enum yml_kind kind;
    enum yml_type type;            /* of a scalar; quoted or block: always YML_STRING */
    struct str text;               /* of a scalar; a NUL behind, none inside */
    struct yml_node **items;       /* of a sequence */
    struct yml_pair *pairs;        /* of a mapping, as in the file */
    size_t count;                  /* of items or pairs */
    const char *file;              /* for messages, borrowed from yml_parse's caller */
    unsigned line, column;         /* from 1 */
    const struct yml_node *parent; /* NULL at the root */
    const struct yml_node *key;    /* when the parent is a mapping */
    size_t index;                  /* in the parent, from 0 */
};

/*
 * `file` is only the name for messages and is borrowed as long as the tree lives. An empty file (or
 * one of comments) is a null scalar at line 1.
 */
bool yml_parse(struct str bytes, const char *file, struct arena *arena, struct yml_node **out_root,
               struct err *err) MUST_CHECK;

/* Reads the file at `path`, at most `ceiling` bytes, and parses it; messages call it `file`. */
bool yml_read(const char *path, const char *file, size_t ceiling, struct arena *arena,
              struct yml_node **out_root, struct err *err) MUST_CHECK;

/* Sets "FILE:LINE:COLUMN: text" (ERR_INPUT) and returns false. */
bool yml_error(const struct yml_node *node, struct err *err, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* Where a node is, as in "limits.memory" or "keywords[2]", cut at the front when long; "the file"
 * for the root. */
enum { YML_PATH_MAX = 160 };
const char *yml_path(const struct yml_node *node, char out[YML_PATH_MAX]);

bool yml_is_null(const struct yml_node *node);
bool yml_is_string(const struct yml_node *node);

/*
 * Typed getters. On a wrong type they set "FILE:LINE:COLUMN: 'limits.memory' must be …" and leave
 * the output alone. Texts live as long as the tree.
 */

/* A string: not a number, not true, false or null unless it is quoted. */
bool yml_string(const struct yml_node *node, const char **out, struct err *err) MUST_CHECK;
/* A string or a number, the latter as it is written: arguments, versions. */
bool yml_word(const struct yml_node *node, const char **out, struct err *err) MUST_CHECK;
bool yml_bool(const struct yml_node *node, bool *out, struct err *err) MUST_CHECK;
/* A decimal integer within [least, most]. */
bool yml_whole(const struct yml_node *node, uint64_t least, uint64_t most, uint64_t *out,
               struct err *err) MUST_CHECK;
/* A finite number within [least, most]; with `above` the least itself is excluded. */
bool yml_number(const struct yml_node *node, double least, double most, bool above, double *out,
                struct err *err) MUST_CHECK;
/* A sequence of yml_word; the array is new in the arena. */
bool yml_words(const struct yml_node *node, struct arena *arena, const char ***out,
               size_t *out_count, struct err *err) MUST_CHECK;
/* One string or a sequence of strings, which may not be empty when `filled`. */
bool yml_strings(const struct yml_node *node, bool filled, struct arena *arena, const char ***out,
                 size_t *out_count, struct err *err) MUST_CHECK;

/*
 * A mapping by table: a row a key. read gets the row, so that one reader serves many rows with the
 * help of `offset` and `data`. A mapping that is null counts as empty. A last row without a name
 * reads all other keys; the key is value->key.
 */
struct yml_key {
    const char *name;
    bool (*read)(const struct yml_key *key, const struct yml_node *value, void *ctx,
                 struct err *err);
    bool is_required;
    size_t offset;    /* the reader's own: a member of what ctx points to */
    const void *data; /* the reader's own */
};

/*
 * Calls read for each pair in the file's order, then wants the required keys. An unknown key is an
 * error that names the nearest known one. `what` names the mapping in the message about its type:
 * "a person".
 */
bool yml_mapping(const struct yml_node *node, const char *what, const struct yml_key *keys,
                 size_t key_count, void *ctx, struct err *err) MUST_CHECK;

/* NULL when there is none; node may be of any kind. */
const struct yml_node *yml_find(const struct yml_node *node, const char *key);

#endif
