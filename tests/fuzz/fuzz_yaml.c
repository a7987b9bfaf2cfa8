/* fuzz_yaml.c - what the YAML reader takes keeps its promises, and reads the same when it is
 * printed and read again; what it refuses is told in one line. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/buf.h"
#include "grader/text/yaml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char FILE_NAME[] = "fuzz.yaml";

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_refusal(const struct err *err)
{
    check(err->kind == ERR_INPUT);
    check(str_starts(err->text, FILE_NAME));
    check(!strchr(err->text, '\n'));
}

/* ---- what every tree must be ---- */

static void check_scalar(const struct yml_node *node)
{
    check(strlen(node->text.at) == node->text.length);
    check(str_is_utf8(node->text));
    check(node->count == 0);
}

/* Returns the number of nodes. */
static size_t check_tree(const struct yml_node *node, const struct yml_node *parent, unsigned depth)
{
    size_t nodes = 1;
    check(depth <= YML_DEPTH_MAX && node->parent == parent);
    check(node->line >= 1 && node->column >= 1 && node->file == FILE_NAME);
    if (node->kind == YML_SCALAR)
        check_scalar(node);
    for (size_t i = 0; node->kind == YML_SEQUENCE && i < node->count; i++) {
        check(node->items[i]->index == i);
        nodes += check_tree(node->items[i], node, depth + 1);
    }
    for (size_t i = 0; node->kind == YML_MAPPING && i < node->count; i++) {
        const struct yml_pair *pair = &node->pairs[i];
        check(pair->key->kind == YML_SCALAR && pair->value->key == pair->key);
        check(yml_find(node, pair->key->text.at) == pair->value); /* no key twice */
        nodes += 1 + check_tree(pair->value, node, depth + 1);
    }
    return nodes;
}

/* ---- print and read again ---- */

static void put_quoted(struct buf *out, const struct yml_node *node)
{
    buf_putc(out, '"');
    for (size_t at = 0; at < node->text.length;) {
        long rune = str_next_rune(node->text, &at);
        buf_printf(out, "\\U%08lX", (unsigned long)rune);
    }
    buf_putc(out, '"');
}

static void put_scalar(struct buf *out, const struct yml_node *node)
{
    if (node->type == YML_STRING)
        put_quoted(out, node);
    else
        buf_puts(out, node->text.at[0] ? node->text.at : "null");
}

static void put_tree(struct buf *out, const struct yml_node *node)
{
    if (node->kind == YML_SCALAR) {
        put_scalar(out, node);
        return;
    }
    bool is_mapping = node->kind == YML_MAPPING;
    buf_putc(out, is_mapping ? '{' : '[');
    for (size_t i = 0; i < node->count; i++) {
        if (is_mapping) {
            buf_puts(out, "? "); /* a key without it has at most 1024 characters */
            put_quoted(out, node->pairs[i].key);
            buf_puts(out, " : ");
        }
        put_tree(out, is_mapping ? node->pairs[i].value : node->items[i]);
        buf_puts(out, " ,\n ");
    }
    buf_putc(out, is_mapping ? '}' : ']');
}

static void check_equal(const struct yml_node *a, const struct yml_node *b)
{
    check(a->kind == b->kind && a->count == b->count);
    if (a->kind == YML_SCALAR)
        check(a->type == b->type && (a->type == YML_NULL || str_equal(a->text, b->text)));
    for (size_t i = 0; i < a->count; i++) {
        if (a->kind == YML_MAPPING)
            check(str_equal(a->pairs[i].key->text, b->pairs[i].key->text));
        check_equal(a->kind == YML_MAPPING ? a->pairs[i].value : a->items[i],
                    a->kind == YML_MAPPING ? b->pairs[i].value : b->items[i]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    SCOPED_ARENA arena = { 0 };
    struct err err = { 0 };
    struct yml_node *tree, *again;
    if (!yml_parse((struct str){ (const char *)data, size }, FILE_NAME, &arena, &tree, &err)) {
        check_refusal(&err);
        return 0;
    }
    check(check_tree(tree, NULL, 1) <= YML_NODE_MAX);
    SCOPED_BUF text;
    buf_init(&text, YML_FILE_MAX);
    put_tree(&text, tree);
    if (!buf_ok(&text))
        return 0;
    struct str printed = { text.bytes, text.length };
    check(yml_parse(printed, FILE_NAME, &arena, &again, &err));
    check_equal(tree, again);
    return 0;
}
