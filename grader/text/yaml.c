/* yaml.c - libyaml's events into a tree that knows its lines. */
#include "grader/text/yaml.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "grader/base/fd.h"
#include "grader/text/yaml_core.h"

/*
 * Theory of operation
 *
 * Events come one by one. `open` is the stack of collections that have begun and not ended; each
 * new node goes into the innermost one. In a mapping the first, third, … node is a key, which waits
 * in its frame until its value comes. The stack is an array of YML_DEPTH_MAX, so that no input can
 * make anything of ours recurse, and reading stops at the first event that passes a ceiling:
 * libyaml reads no further than it is asked to.
 *
 * An alias is a copy of what its anchor marks, so that the tree stays a tree: each node has one
 * parent and a path. The copies are counted, for a small file of aliases to aliases can ask for any
 * number of them; an alias inside of what it refers to would never end and is refused.
 */
struct frame {
    struct yml_node *node;
    struct yml_node *key; /* waits for its value; NULL: the next node is a key */
    size_t capacity;
};

struct anchor {
    const char *name;
    const struct yml_node *node;
};

/* Each alias looks through all anchors. */
enum { ANCHOR_MAX = 1024 };

struct reader {
    yaml_parser_t parser;
    struct arena *arena;
    const char *file;
    struct frame open[YML_DEPTH_MAX];
    size_t depth, node_count, document_count, copy_count;
    struct anchor *anchors; /* in the order of the file; the last of a name counts */
    size_t anchor_count, anchor_capacity;
    struct yml_node *root;
};

static bool error_at(const char *file, yaml_mark_t at, struct err *err, const char *text)
{
    return err_set(err, ERR_INPUT, "%s:%zu:%zu: %s", file, at.line + 1, at.column + 1, text);
}

static bool libyaml_error(const struct reader *reader, struct err *err)
{
    const yaml_parser_t *parser = &reader->parser;
    const char *problem = parser->problem ? parser->problem : "not YAML";
    if (parser->error == YAML_MEMORY_ERROR)
        return err_set(err, ERR_FAULT, "cannot read '%s': out of memory", reader->file);
    if (parser->error == YAML_READER_ERROR)
        return err_set(err, ERR_INPUT, "%s: %s at byte %zu", reader->file, problem,
                       parser->problem_offset);
    if (!parser->context)
        return error_at(reader->file, parser->problem_mark, err, problem);
    error_at(reader->file, parser->problem_mark, err, problem);
    size_t length = strlen(err->text);
    snprintf(err->text + length, sizeof err->text - length, " %s in line %zu", parser->context,
             parser->context_mark.line + 1);
    return false;
}

/* Compares with each earlier key: quadratic, but a mapping of many keys is bounded by the size of
 * the file, and ours have dozens. */
enum { KEY_MAX = 4096 };

static bool check_key(const struct yml_node *mapping, const struct yml_node *key, struct err *err)
{
    if (key->kind != YML_SCALAR)
        return yml_error(key, err, "a key must be a word");
    if (mapping->count >= KEY_MAX)
        return yml_error(key, err, "more than %d keys", KEY_MAX);
    for (size_t i = 0; i < mapping->count; i++)
        if (str_equal(mapping->pairs[i].key->text, key->text))
            return yml_error(key, err,
                             "the key '%.100s' is here for the second time, after line %u",
                             key->text.at, mapping->pairs[i].key->line);
    return true;
}

static void sequence_add(struct reader *reader, struct frame *frame, struct yml_node *node)
{
    struct yml_node *into = frame->node;
    into->items = arena_grow(reader->arena, into->items, into->count, &frame->capacity,
                             sizeof(struct yml_node *));
    node->index = into->count;
    into->items[into->count++] = node;
}

static void mapping_add(struct reader *reader, struct frame *frame, struct yml_node *value)
{
    struct yml_node *into = frame->node;
    into->pairs = arena_grow(reader->arena, into->pairs, into->count, &frame->capacity,
                             sizeof(struct yml_pair));
    value->key = frame->key;
    value->index = into->count;
    into->pairs[into->count++] = (struct yml_pair){ frame->key, value };
    frame->key = NULL;
}

/* Puts a new node where it belongs: the root, an item, a key or a value. */
static bool place(struct reader *reader, struct yml_node *node, struct err *err)
{
    if (reader->depth == 0) {
        reader->root = node;
        return true;
    }
    struct frame *frame = &reader->open[reader->depth - 1];
    node->parent = frame->node;
    if (frame->node->kind == YML_SEQUENCE) {
        sequence_add(reader, frame, node);
    } else if (frame->key) {
        mapping_add(reader, frame, node);
    } else {
        if (!check_key(frame->node, node, err))
            return false;
        frame->key = node;
    }
    return true;
}

static bool new_node(struct reader *reader, const yaml_event_t *event, enum yml_kind kind,
                     struct yml_node **out, struct err *err)
{
    if (++reader->node_count > YML_NODE_MAX)
        return error_at(reader->file, event->start_mark, err, "too many values in one file");
    struct yml_node *node = ARENA_NEW(reader->arena, struct yml_node);
    node->kind = kind;
    node->file = reader->file;
    node->line = (unsigned)event->start_mark.line + 1;
    node->column = (unsigned)event->start_mark.column + 1;
    *out = node;
    return true;
}

/* Remembers `node` under the name that libyaml lends us; without a name there is nothing to do. */
static bool add_anchor(struct reader *reader, const yaml_char_t *name, const struct yml_node *node,
                       struct err *err)
{
    if (!name)
        return true;
    if (reader->anchor_count == ANCHOR_MAX)
        return yml_error(node, err, "more than %d anchors (&)", ANCHOR_MAX);
    reader->anchors = arena_grow(reader->arena, reader->anchors, reader->anchor_count,
                                 &reader->anchor_capacity, sizeof(struct anchor));
    const char *text = (const char *)name;
    reader->anchors[reader->anchor_count++] =
        (struct anchor){ arena_memdup(reader->arena, text, strlen(text) + 1), node };
    return true;
}

static bool refuse(const struct reader *reader, const yaml_event_t *event, const void *present,
                   const char *what, struct err *err)
{
    return !present || error_at(reader->file, event->start_mark, err, what);
}

static const char NO_TAGS[] = "tags (!) are not allowed here; put quotes around a text that begins "
                              "so";

static bool on_scalar(struct reader *reader, const yaml_event_t *event, struct err *err)
{
    struct yml_node *node = NULL;
    if (!refuse(reader, event, event->data.scalar.tag, NO_TAGS, err) ||
        !new_node(reader, event, YML_SCALAR, &node, err) ||
        !add_anchor(reader, event->data.scalar.anchor, node, err))
        return false;
    size_t length = event->data.scalar.length;
    const char *bytes = (const char *)event->data.scalar.value;
    if (memchr(bytes, '\0', length))
        return yml_error(node, err, "a text may not hold a NUL");
    node->text = (struct str){ arena_memdup(reader->arena, bytes, length), length };
    bool is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->type = is_plain ? yml_core_type(node->text) : YML_STRING;
    return place(reader, node, err);
}

/* Places a new collection; the nodes to come go into it. */
static bool open_node(struct reader *reader, struct yml_node *node, struct err *err)
{
    if (!place(reader, node, err))
        return false;
    if (reader->depth == YML_DEPTH_MAX)
        return yml_error(node, err, "nested deeper than %d levels", YML_DEPTH_MAX);
    reader->open[reader->depth++] = (struct frame){ .node = node };
    return true;
}

static bool begin(struct reader *reader, const yaml_event_t *event, enum yml_kind kind,
                  const yaml_char_t *anchor, struct err *err)
{
    struct yml_node *node = NULL;
    return new_node(reader, event, kind, &node, err) && add_anchor(reader, anchor, node, err) &&
           open_node(reader, node, err);
}

static bool on_sequence(struct reader *reader, const yaml_event_t *event, struct err *err)
{
    return refuse(reader, event, event->data.sequence_start.tag, NO_TAGS, err) &&
           begin(reader, event, YML_SEQUENCE, event->data.sequence_start.anchor, err);
}

static bool on_mapping(struct reader *reader, const yaml_event_t *event, struct err *err)
{
    return refuse(reader, event, event->data.mapping_start.tag, NO_TAGS, err) &&
           begin(reader, event, YML_MAPPING, event->data.mapping_start.anchor, err);
}

static bool on_end(struct reader *reader, const yaml_event_t *event, struct err *err)
{
    (void)event, (void)err;
    assert(reader->depth > 0 && !reader->open[reader->depth - 1].key);
    reader->depth--;
    return true;
}

/* Places a copy whose place is the alias's. As deep as `from` is, which YML_DEPTH_MAX bounds. */
static bool place_copy(struct reader *reader, const yaml_event_t *event,
                       const struct yml_node *from, struct err *err)
{
    struct yml_node *node = NULL;
    if (++reader->copy_count > YML_COPY_MAX)
        return error_at(reader->file, event->start_mark, err,
                        "the aliases (*) up to here stand for too many values");
    if (!new_node(reader, event, from->kind, &node, err))
        return false;
    node->type = from->type;
    node->text = from->text;
    if (from->kind == YML_SCALAR)
        return place(reader, node, err);
    bool good = open_node(reader, node, err);
    for (size_t i = 0; good && i < from->count; i++)
        if (from->kind == YML_SEQUENCE)
            good = place_copy(reader, event, from->items[i], err);
        else
            good = place_copy(reader, event, from->pairs[i].key, err) &&
                   place_copy(reader, event, from->pairs[i].value, err);
    if (good)
        reader->depth--;
    return good;
}

static const struct yml_node *find_anchor(const struct reader *reader, const yaml_char_t *name)
{
    for (size_t i = reader->anchor_count; i-- > 0;)
        if (strcmp(reader->anchors[i].name, (const char *)name) == 0)
            return reader->anchors[i].node;
    return NULL;
}

static bool on_alias(struct reader *reader, const yaml_event_t *event, struct err *err)
{
    const struct yml_node *from = find_anchor(reader, event->data.alias.anchor);
    if (!from)
        return error_at(reader->file, event->start_mark, err,
                        "this alias (*) has no anchor (&) before it; put quotes around a text that "
                        "begins so");
    for (size_t i = 0; i < reader->depth; i++)
        if (reader->open[i].node == from)
            return error_at(reader->file, event->start_mark, err,
                            "this alias (*) stands inside of what it refers to");
    return place_copy(reader, event, from, err);
}

static bool on_document(struct reader *reader, const yaml_event_t *event, struct err *err)
{
    if (++reader->document_count > 1)
        return error_at(reader->file, event->start_mark, err,
                        "a second document begins here; only one is allowed");
    return true;
}

typedef bool (*event_fn)(struct reader *reader, const yaml_event_t *event, struct err *err);

/* Events without a row carry nothing. */
static const event_fn on_event[] = {
    [YAML_DOCUMENT_START_EVENT] = on_document, [YAML_ALIAS_EVENT] = on_alias,
    [YAML_SCALAR_EVENT] = on_scalar,           [YAML_SEQUENCE_START_EVENT] = on_sequence,
    [YAML_SEQUENCE_END_EVENT] = on_end,        [YAML_MAPPING_START_EVENT] = on_mapping,
    [YAML_MAPPING_END_EVENT] = on_end,
};

static bool read_events(struct reader *reader, struct err *err)
{
    for (bool ended = false; !ended;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event))
            return libyaml_error(reader, err);
        event_fn handle = (size_t)event.type < COUNT_OF(on_event) ? on_event[event.type] : NULL;
        bool good = !handle || handle(reader, &event, err);
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        if (!good)
            return false;
    }
    return true;
}

/* UTF-8 without a byte-order mark: the first bad byte's line and column are told. */
static bool check_text(struct str bytes, const char *file, struct err *err)
{
    if (bytes.length >= 3 && memcmp(bytes.at, "\xef\xbb\xbf", 3) == 0)
        return err_set(err, ERR_INPUT, "%s:1:1: begins with a byte-order mark; save it without",
                       file);
    unsigned line = 1, column = 1;
    for (size_t at = 0; at < bytes.length;) {
        long rune = str_next_rune(bytes, &at);
        if (rune < 0)
            return err_set(err, ERR_INPUT, "%s:%u:%u: not UTF-8", file, line, column);
        column = rune == '\n' ? 1 : column + 1;
        line += rune == '\n';
    }
    return true;
}

bool yml_parse(struct str bytes, const char *file, struct arena *arena, struct yml_node **out_root,
               struct err *err)
{
    assert(file && arena && out_root && err);
    if (!check_text(bytes, file, err))
        return false;
    struct reader reader = { .arena = arena, .file = file };
    if (!yaml_parser_initialize(&reader.parser))
        return err_set(err, ERR_FAULT, "cannot read '%s': out of memory", file);
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)bytes.at, bytes.length);
    bool good = read_events(&reader, err);
    yaml_parser_delete(&reader.parser);
    if (!good)
        return false;
    if (!reader.root) {
        reader.root = ARENA_NEW(arena, struct yml_node);
        *reader.root = (struct yml_node){
            .type = YML_NULL, .text = { "", 0 }, .file = file, .line = 1, .column = 1
        };
    }
    *out_root = reader.root;
    return true;
}

bool yml_read(const char *path, const char *file, size_t ceiling, struct arena *arena,
              struct yml_node **out_root, struct err *err)
{
    struct str bytes;
    return file_read(path, ceiling, arena, &bytes, err) &&
           yml_parse(bytes, file, arena, out_root, err);
}

bool yml_error(const struct yml_node *node, struct err *err, const char *format, ...)
{
    char text[ERR_TEXT_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    for (char *at = text; *at; at++) /* values are quoted, and may hold anything: one line it is */
        if ((unsigned char)*at < 0x20 || *at == 0x7f)
            *at = '?';
    return err_set(err, ERR_INPUT, "%s:%u:%u: %s", node->file, node->line, node->column, text);
}
