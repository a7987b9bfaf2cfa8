/* test_yaml.c - the tree, its lines, its ceilings; broken input with the message it earns. */
#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/text/yaml.h"

static struct arena arena;
static struct err err;

static void clean_up(void)
{
    arena_release(&arena);
}

TestSuite(yaml, .fini = clean_up);
TestSuite(yaml_get, .fini = clean_up);

static struct yml_node *parse(const char *text)
{
    struct yml_node *root = NULL;
    err_clear(&err);
    return yml_parse(str_of(text), "f.yaml", &arena, &root, &err) ? root : NULL;
}

static void refused(const char *text, const char *message)
{
    cr_assert_null(parse(text), "accepted: %s", text);
    cr_assert(eq(int, err.kind, ERR_INPUT));
    cr_assert(eq(str, err.text, (char *)message), "for: %s", text);
}

Test(yaml, keeps_order_kind_line_and_column)
{
    struct yml_node *root = parse("# head\nb: 1\na:\n  - x\n  - {k: \"v\"}\n");
    cr_assert(root && root->kind == YML_MAPPING && root->count == 2);
    cr_assert(str_is(root->pairs[0].key->text, "b"));
    struct yml_node *list = root->pairs[1].value;
    cr_assert(eq(int, list->kind, YML_SEQUENCE));
    cr_assert(eq(sz, list->count, 2));
    struct yml_node *inner = list->items[1]->pairs[0].value;
    cr_assert(eq(uint, inner->line, 5));
    cr_assert(eq(uint, inner->column, 9));
    cr_assert(eq(int, inner->type, YML_STRING));
    char path[YML_PATH_MAX];
    cr_assert(eq(str, (char *)yml_path(inner, path), "a[1].k"));
    cr_assert(eq(str, (char *)yml_path(root, path), "the file"));
}

Test(yaml, tells_the_types_of_the_core_schema_apart)
{
    static const struct {
        const char *text;
        enum yml_type type;
    } rows[] = {
        { "true", YML_BOOL },     { "FALSE", YML_BOOL },    { "yes", YML_STRING },
        { "null", YML_NULL },     { "~", YML_NULL },        { "", YML_NULL },
        { "12", YML_INT },        { "-12", YML_INT },       { "0x1F", YML_INT },
        { "0o17", YML_INT },      { "0x", YML_STRING },     { "0o8", YML_STRING },
        { "1.5", YML_FLOAT },     { "1.", YML_FLOAT },      { ".5", YML_FLOAT },
        { "1e-6", YML_FLOAT },    { "1e", YML_STRING },     { ".", YML_STRING },
        { "-", YML_STRING },      { "+.inf", YML_FLOAT },   { "2025-09", YML_STRING },
        { "1_000", YML_STRING },  { "012", YML_INT },       { "1.2.3", YML_STRING },
        { "'true'", YML_STRING }, { "\"12\"", YML_STRING }, { "tRue", YML_STRING },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[64];
        snprintf(text, sizeof text, "k: %s\n", strcmp(rows[i].text, "-") == 0 ? "+" : rows[i].text);
        struct yml_node *root = parse(text);
        cr_assert_not_null(root, "%s: %s", text, err.text);
        cr_assert_eq(root->pairs[0].value->type, rows[i].type, "%s", text);
    }
}

Test(yaml, takes_an_empty_file_and_one_of_comments_as_null)
{
    static const char *const texts[] = { "", "\n\n", "# nothing\n", "---\n", "---\n...\n" };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct yml_node *root = parse(texts[i]);
        cr_assert(root && yml_is_null(root), "%zu: %s", i, err.text);
    }
}

Test(yaml, copies_what_an_alias_refers_to)
{
    struct yml_node *root = parse("a: &m {k: [1, \"2\"]}\nb: *m\nc: &x word\n? *x\n: *x\n");
    cr_assert_not_null(root, "%s", err.text);
    cr_assert(eq(sz, root->count, 4));
    const struct yml_node *from = yml_find(root, "a"), *copy = yml_find(root, "b");
    cr_assert(copy != from && copy->parent == root && copy->kind == YML_MAPPING);
    const struct yml_node *list = yml_find(copy, "k");
    cr_assert(list && list->count == 2 && list != yml_find(from, "k"));
    cr_assert(str_is(list->items[0]->text, "1") && list->items[0]->type == YML_INT);
    cr_assert(eq(int, list->items[1]->type, YML_STRING));
    cr_assert(eq(uint, list->items[1]->line, 2));
    char path[YML_PATH_MAX];
    cr_assert(eq(str, (char *)yml_path(list->items[1], path), "b.k[1]"));
    cr_assert(str_is(yml_find(root, "word")->text, "word"));
}

/* The core schema of YAML 1.2.2 (10.3) has no merge; it was a type of YAML 1.1. */
Test(yaml, a_merge_key_is_a_key_as_any_other)
{
    struct yml_node *root = parse("a: &m {k: 1}\nb: {<<: *m, l: 2}\n");
    cr_assert_not_null(root, "%s", err.text);
    const struct yml_node *b = yml_find(root, "b");
    cr_assert(b->count == 2 && !yml_find(b, "k") && yml_find(b, "<<"));
}

Test(yaml, takes_the_last_anchor_of_a_name)
{
    struct yml_node *root = parse("- &a 1\n- *a\n- &a 2\n- *a\n");
    cr_assert(root && root->count == 4);
    cr_assert(str_is(root->items[1]->text, "1") && str_is(root->items[3]->text, "2"));
}

Test(yaml, refuses_aliases_without_an_anchor_or_an_end)
{
    static const char none[] = "this alias (*) has no anchor (&) before it; put quotes around a "
                               "text that begins so";
    static const char inside[] = "this alias (*) stands inside of what it refers to";
    static const struct {
        const char *text, *place, *message;
    } rows[] = {
        { "a: &x [*x]\n", "f.yaml:1:8", inside },       { "&r\na: *r\n", "f.yaml:2:4", inside },
        { "a: &x {b: [*x]}\n", "f.yaml:1:12", inside }, { "a: *unknown\n", "f.yaml:1:4", none },
        { "a: *x\nb: &x 1\n", "f.yaml:1:4", none },     { "? *x\n: 1\n", "f.yaml:1:3", none },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char wanted[256];
        snprintf(wanted, sizeof wanted, "%s: %s", rows[i].place, rows[i].message);
        refused(rows[i].text, wanted);
    }
    refused("a: &x [1]\n? *x\n: 1\n", "f.yaml:2:3: a key must be a word");
    refused("&k a: 1\n*k : 2\n",
            "f.yaml:2:1: the key 'a' is here for the second time, after line 1");
}

Test(yaml, refuses_tags_several_documents_and_duplicate_keys)
{
    refused("a: !!int 3\n", "f.yaml:1:4: tags (!) are not allowed here; put quotes around a text "
                            "that begins so");
    refused("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document begins here; only one is allowed");
    refused("a: 1\nb: 2\na: 3\n",
            "f.yaml:3:1: the key 'a' is here for the second time, after line 1");
    refused("x:\n  '1': 2\n  1: 3\n",
            "f.yaml:3:3: the key '1' is here for the second time, after line 2");
    refused("? [a, b]\n: 1\n", "f.yaml:1:3: a key must be a word");
    refused("a: \"x\\0y\"\n", "f.yaml:1:4: a text may not hold a NUL");
}

Test(yaml, refuses_what_is_not_utf8_with_its_place)
{
    refused("a: 1\nb: \xff\n", "f.yaml:2:4: not UTF-8");
    refused("a: \xc0\xaf\n", "f.yaml:1:4: not UTF-8");
    refused("\xef\xbb\xbf"
            "a: 1\n",
            "f.yaml:1:1: begins with a byte-order mark; save it without");
    struct yml_node *root;
    static const char utf16[] = "\xff\xfe"
                                "a\0:\0";
    cr_assert(not(yml_parse((struct str){ utf16, 6 }, "f.yaml", &arena, &root, &err)));
    static const char nul[] = "a: b\0c\n";
    cr_assert(not(yml_parse((struct str){ nul, 7 }, "f.yaml", &arena, &root, &err)));
    cr_assert(eq(int, err.kind, ERR_INPUT));
}

Test(yaml, refuses_bad_grammar_with_line_and_column)
{
    static const char *const texts[] = {
        "a: [1, 2\n", "a: 1\n b: 2\n", "\t- a\n",          "a: 'x\n",   "}",
        "a: |x\n",    "- a\nb\n",      "%YAML 3.0\n---\n", "a: b: c\n", "@\n"
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        cr_assert_null(parse(texts[i]), "accepted: %s", texts[i]);
        cr_assert(eq(int, err.kind, ERR_INPUT));
        cr_assert(strncmp(err.text, "f.yaml:", 7) == 0 && strchr(err.text + 7, ':'), "%s",
                  err.text);
        cr_assert_null(strchr(err.text, '\n'));
    }
}

static struct buf repeated(const char *text, size_t times)
{
    struct buf all;
    buf_init(&all, 64 * 1024 * 1024);
    for (size_t i = 0; i < times; i++)
        buf_puts(&all, text);
    return all;
}

Test(yaml, stops_at_its_ceilings)
{
    SCOPED_BUF deep = repeated("[", 200000);
    refused(buf_text(&deep), "f.yaml:1:33: nested deeper than 32 levels");
    SCOPED_BUF blocks = repeated("- ", 100000);
    refused(buf_text(&blocks), "f.yaml:1:65: nested deeper than 32 levels");
    SCOPED_BUF many = repeated("- a\n", YML_NODE_MAX);
    refused(buf_text(&many), "f.yaml:100000:3: too many values in one file");
    SCOPED_BUF fits = repeated("- a\n", YML_NODE_MAX - 1);
    cr_assert_not_null(parse(buf_text(&fits)));
    SCOPED_BUF copies = repeated("- *a\n", YML_COPY_MAX + 1);
    SCOPED_BUF fan = repeated("- &a x\n", 1);
    buf_puts(&fan, buf_text(&copies));
    refused(buf_text(&fan), "f.yaml:10002:3: the aliases (*) up to here stand for too many values");
    SCOPED_BUF anchors = repeated("- &a x\n", 1025);
    refused(buf_text(&anchors), "f.yaml:1025:3: more than 1024 anchors (&)");
    refused("- &a [[[[[[[[1]]]]]]]]\n- [[[[[[[[[[[[[[[[[[[[[[[[*a]]]]]]]]]]]]]]]]]]]]]]]]\n",
            "f.yaml:2:27: nested deeper than 32 levels");
}

/* Any cut and any one changed byte of a good file ends in a tree or in a message, and the same
 * twice. */
Test(yaml, survives_every_cut_and_many_changes_of_a_good_file)
{
    static const char good[] =
        "a: [1, {b: \"c\\n\"}, 'd']\ne:\n  - |\n    f\n  - >-\n    g\n? h\n: i\n";
    char text[sizeof good];
    for (size_t cut = 0; cut < sizeof good; cut++) {
        memcpy(text, good, cut);
        text[cut] = '\0';
        if (!parse(text))
            cr_assert(err_is_set(&err));
    }
    static const char bytes[] = "&*!%@{}[]:,-\n\t\"'\x7f\xc3#?|";
    for (size_t at = 0; at + 1 < sizeof good; at++)
        for (size_t i = 0; i + 1 < sizeof bytes; i++) {
            memcpy(text, good, sizeof good);
            text[at] = bytes[i];
            struct yml_node *root = parse(text);
            cr_assert(eq(int, root == NULL, err_is_set(&err)));
        }
}

Test(yaml, reads_files_and_refuses_the_huge_and_the_strange)
{
    char folder[] = "/tmp/grader-yaml-XXXXXX", path[64];
    cr_assert_not_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/f", folder);
    struct yml_node *root = NULL;
    cr_assert(file_write(path, "a: 1\n", 5, &err));
    cr_assert(yml_read(path, "f", YML_FILE_MAX, &arena, &root, &err));
    cr_assert(eq(sz, root->count, 1));
    cr_assert(eq(int, truncate(path, 100 * 1024 * 1024), 0));
    cr_assert(not(yml_read(path, "f", YML_FILE_MAX, &arena, &root, &err)));
    cr_assert_not_null(strstr(err.text, "larger than 1048576 bytes"), "%s", err.text);
    unlink(path);
    cr_assert(eq(int, mkfifo(path, 0600), 0));
    cr_assert(not(yml_read(path, "f", YML_FILE_MAX, &arena, &root, &err)));
    cr_assert_not_null(strstr(err.text, "not a regular file"), "%s", err.text);
    unlink(path);
    cr_assert(not(yml_read(path, "f", YML_FILE_MAX, &arena, &root, &err)));
    rmdir(folder);
}

/* The value of the key k. */
static const struct yml_node *value(const char *text)
{
    struct yml_node *root = parse(text);
    cr_assert_not_null(root, "%s", err.text);
    const struct yml_node *node = yml_find(root, "k");
    cr_assert_not_null(node);
    return node;
}

static void told(const char *message)
{
    cr_assert(eq(int, err.kind, ERR_INPUT));
    cr_assert(eq(str, err.text, (char *)message));
    err_clear(&err);
}

Test(yaml_get, whole_numbers_within_their_bounds_only)
{
    uint64_t out = 77;
    cr_assert(yml_whole(value("k: 2048\n"), 1, 4096, &out, &err));
    cr_assert(eq(u64, out, 2048));
    static const struct {
        const char *text, *is;
    } rows[] = {
        { "0", "0" },        { "4097", "4097" },
        { "-1", "-1" },      { "1.0", "1.0" },
        { "'5'", "'5'" },    { "abc", "'abc'" },
        { "0x10", "0x10" },  { "99999999999999999999999", "99999999999999999999999" },
        { "[1]", "a list" }, { "{a: 1}", "a mapping" },
        { "", "nothing" },   { "true", "true" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[64], wanted[160];
        snprintf(text, sizeof text, "k: %s\n", rows[i].text);
        const struct yml_node *node = value(text);
        cr_assert(not(yml_whole(node, 1, 4096, &out, &err)));
        snprintf(wanted, sizeof wanted,
                 "f.yaml:1:%u: 'k' must be a whole number between 1 and 4096, not %s", node->column,
                 rows[i].is);
        told(wanted);
    }
    cr_assert(eq(u64, out, 2048));
}

Test(yaml_get, numbers_strings_words_and_truth)
{
    double number = 0;
    cr_assert(yml_number(value("k: 2\n"), 1, 10, false, &number, &err) && number == 2.0);
    cr_assert(yml_number(value("k: 1.5e0\n"), 1, 10, true, &number, &err) && number == 1.5);
    cr_assert(not(yml_number(value("k: 1\n"), 1, 10, true, &number, &err)));
    told("f.yaml:1:4: 'k' must be a number above 1 and at most 10, not 1");
    cr_assert(not(yml_number(value("k: .inf\n"), 1, 10, true, &number, &err)));
    cr_assert(not(yml_number(value("k: .nan\n"), 1, 10, true, &number, &err)));
    cr_assert(not(yml_number(value("k: 1e999\n"), 1, 10, true, &number, &err)));
    const char *text = NULL;
    cr_assert(yml_string(value("k: yes\n"), &text, &err));
    cr_assert(eq(str, (char *)text, "yes"));
    cr_assert(not(yml_string(value("k: 12\n"), &text, &err)));
    told("f.yaml:1:4: 'k' must be a string (put quotes around it), not 12");
    cr_assert(yml_word(value("k: 1e-6\n"), &text, &err));
    cr_assert(eq(str, (char *)text, "1e-6"));
    cr_assert(not(yml_word(value("k: ~\n"), &text, &err)));
    bool flag = false;
    cr_assert(yml_bool(value("k: True\n"), &flag, &err) && flag);
    cr_assert(not(yml_bool(value("k: 'true'\n"), &flag, &err)));
    told("f.yaml:1:4: 'k' must be true or false, not 'true'");
}

Test(yaml_get, a_message_is_one_line_whatever_it_quotes)
{
    bool flag = false;
    cr_assert(not(yml_bool(value("k: \"a\\nb\\e[31m\"\n"), &flag, &err)));
    told("f.yaml:1:4: 'k' must be true or false, not 'a?b?[31m'");
}

Test(yaml_get, lists_of_strings)
{
    const char **words = NULL;
    size_t count = 0;
    cr_assert(yml_words(value("k: [a, 1e-6, '']\n"), &arena, &words, &count, &err));
    cr_assert(count == 3 && strcmp(words[1], "1e-6") == 0 && words[2][0] == '\0');
    cr_assert(not(yml_words(value("k: a\n"), &arena, &words, &count, &err)));
    told("f.yaml:1:4: 'k' must be a list of strings, not 'a'");
    cr_assert(not(yml_words(value("k: [a, [b]]\n"), &arena, &words, &count, &err)));
    told("f.yaml:1:8: 'k[1]' must be a string, not a list");
    cr_assert(yml_strings(value("k: one\n"), true, &arena, &words, &count, &err) && count == 1);
    cr_assert(not(yml_strings(value("k: []\n"), true, &arena, &words, &count, &err)));
    cr_assert(yml_strings(value("k: []\n"), false, &arena, &words, &count, &err) && count == 0);
}

static bool count_call(const struct yml_key *key, const struct yml_node *node, void *ctx,
                       struct err *error)
{
    (void)node, (void)error;
    ((unsigned char *)ctx)[key->offset]++;
    return true;
}

Test(yaml_get, mappings_go_by_their_table)
{
    static const struct yml_key keys[] = {
        { .name = "memory", .read = count_call, .offset = 0, .is_required = true },
        { .name = "output", .read = count_call, .offset = 1 },
    };
    unsigned char calls[2] = { 0 };
    cr_assert(yml_mapping(parse("memory: 1\n"), "a mapping", keys, 2, calls, &err));
    cr_assert(calls[0] == 1 && calls[1] == 0);
    cr_assert(not(yml_mapping(parse("memory: 1\nuotput: 2\n"), "a mapping", keys, 2, calls, &err)));
    told("f.yaml:2:1: unknown key 'uotput'; did you mean 'output'?");
    cr_assert(not(
        yml_mapping(parse("k: {colour: 2}\n")->pairs[0].value, "a mapping", keys, 2, calls, &err)));
    told("f.yaml:1:5: unknown key 'k.colour'");
    cr_assert(not(yml_mapping(parse("output: 1\n"), "a mapping", keys, 2, calls, &err)));
    told("f.yaml:1:1: the key 'memory' is missing");
    cr_assert(not(yml_mapping(parse(""), "a mapping", keys, 2, calls, &err)));
    told("f.yaml:1:1: the key 'memory' is missing");
    cr_assert(not(yml_mapping(parse("[1]\n"), "a mapping", keys, 2, calls, &err)));
    told("f.yaml:1:1: 'the file' must be a mapping, not a list");
}
