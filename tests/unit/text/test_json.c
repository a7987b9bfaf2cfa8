/* test_json.c - reading JSON strictly; positions counted by hand. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/text/json.h"
#include "grader/text/json_locate.h"
#include "grader/text/json_write.h"

static struct json_doc doc;
static struct err err;

static bool parse(const char *text)
{
    return json_parse("f", str_of(text), &doc, &err);
}

static void release(void)
{
    json_release(&doc);
}

TestSuite(json, .fini = release);

#define ERROR(json, expected)                                                                      \
    do {                                                                                           \
        cr_assert_not(parse(json), "%s", json);                                                    \
        cr_assert_str_eq(err.text, expected);                                                      \
        cr_assert_eq(err.kind, ERR_INPUT);                                                         \
    } while (0)

Test(json, names_line_and_column_of_a_syntax_error)
{
    ERROR("{\n  \"a\": 1,\n  b: 2\n}",
          "f:3:3: not valid JSON at 'b: 2': is a comma, a quote or a bracket missing, or one too "
          "many?");
    ERROR("[1, 2", "f:1:6: not valid JSON: the text ends too early");
    ERROR("", "f:1:1: not valid JSON: the text ends too early");
    cr_assert_not(parse("{} x"));
    cr_assert_not(parse("[1,]"));
}

Test(json, refuses_bytes_that_are_no_text)
{
    ERROR("[\"\xc3\xa4\xff\"]", "f:1:4: not valid UTF-8; save the file as UTF-8");
    ERROR("[\n\"a\x01\"]", "f:2:3: a control character; JSON has none");
    ERROR("[\"a\\u0000b\"]", "f:1:4: \\u0000 is not allowed in a text");
    cr_assert(parse("[\"a\\\\u0000b\"]"), "an escaped backslash before u0000");
}

Test(json, refuses_depth_without_falling_over)
{
    static char deep[200001];
    memset(deep, '[', sizeof deep - 1);
    cr_assert_not(parse(deep));
    cr_assert_eq(err.kind, ERR_INPUT);
}

Test(json, names_the_path_of_a_wrong_value)
{
    cr_assert(parse("{ \"a\": 1,\n  \"list\": [ {}, { \"\\u0077eight\": \"x\" } ] }"));
    struct json_at root = json_root(&doc), list, item, member;
    cr_assert(json_get(&root, "list", JSON_LIST, &list, &err));
    cr_assert(json_first(&list, &item) && json_next(&item));
    cr_assert(json_find(&item, "weight", &member));
    double number;
    cr_assert_not(json_number(&member, 0, 1, &number, &err));
    cr_assert_str_eq(err.text, "f:2:34: list[1].weight must be a number, but is a text");
    cr_assert_not(json_get(&item, "other", JSON_TEXT, &member, &err));
    cr_assert_str_eq(err.text, "f:2:17: list[1] needs the key 'other'");
    cr_assert_not(json_expect(&root, JSON_LIST, &err));
    cr_assert_str_eq(err.text, "f:1:1: the document must be a list, but is an object");
}

Test(json, names_unknown_and_repeated_keys)
{
    static const char *const keys[] = { "a", "b" };
    cr_assert(parse("{ \"a\": 1,\n\"c\": 2 }"));
    struct json_at root = json_root(&doc);
    cr_assert_not(json_check_keys(&root, keys, 2, &err));
    cr_assert_str_eq(err.text, "f:2:1: c is not a known key; remove it or use one of: a, b");
    json_release(&doc);
    cr_assert(parse("{ \"a\": 1, \"a\": 2 }"));
    root = json_root(&doc);
    cr_assert_not(json_check_keys(&root, keys, 2, &err));
    cr_assert_str_eq(err.text, "f:1:11: a is given twice; remove one");
}

Test(json, whole_numbers_are_whole_and_within_bounds)
{
    cr_assert(parse("[1.5, -1, 1e400, 9007199254740993, 7]"));
    struct json_at root = json_root(&doc), item;
    int64_t value = 42;
    cr_assert(json_first(&root, &item));
    for (int i = 0; i < 4; i++) {
        cr_assert_not(json_whole(&item, 0, 1000, &value, &err), "%d", i);
        cr_assert(json_next(&item));
    }
    cr_assert_eq(value, 42, "left alone");
    cr_assert(json_whole(&item, 0, 1000, &value, &err));
    cr_assert_eq(value, 7);
}

Test(json, finds_places_behind_brackets_and_escapes_in_strings)
{
    struct str text = str_of(" {\"a\":\"]}\\\"\", \"b\" : [ [1,[2]] , {\"x\":{}} ,true ] }");
    const size_t b[] = { 1 }, b1x[] = { 1, 1, 0 }, b2[] = { 1, 2 }, none[] = { 5 };
    cr_assert_eq(json_locate(text, b, 1, true), (size_t)(strstr(text.at, "\"b\"") - text.at));
    cr_assert_eq(json_locate(text, b, 1, false), (size_t)(strstr(text.at, "[ [") - text.at));
    cr_assert_eq(json_locate(text, b1x, 3, false), (size_t)(strstr(text.at, "{}") - text.at));
    cr_assert_eq(json_locate(text, b2, 2, false), (size_t)(strstr(text.at, "true") - text.at));
    cr_assert_leq(json_locate(text, none, 1, false), text.length);
}

Test(json, the_finder_stays_inside_whatever_it_is_given)
{
    static const char alphabet[] = "{}[]\",:\\ a1\n";
    uint64_t state = 7;
    for (int round = 0; round < 20000; round++) {
        char text[24];
        size_t length = (size_t)round % sizeof text;
        for (size_t i = 0; i < length; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            text[i] = alphabet[(state >> 33) % (sizeof alphabet - 1)];
        }
        const size_t steps[] = { (size_t)round % 3, (size_t)round % 2, 1 };
        cr_assert_leq(json_locate((struct str){ text, length }, steps, 3, round & 1), length);
    }
}

Test(json, counts_columns_in_code_points)
{
    struct str text = str_of("\xc3\xa4\xc3\xa4"
                             "x\ny");
    struct text_position x = text_position_of(text, 4), y = text_position_of(text, 6);
    cr_assert(x.line == 1 && x.column == 3);
    cr_assert(y.line == 2 && y.column == 1);
}

Test(json, written_numbers_are_short_and_exact)
{
    SCOPED_BUF buf;
    buf_init(&buf, 1000);
    struct json_writer writer = { .buf = &buf };
    json_open(&writer, NULL, '[');
    json_put_number(&writer, NULL, 0.1);
    json_put_number(&writer, NULL, 1.0 / 3);
    json_put_number(&writer, NULL, 60);
    json_put_number(&writer, NULL, 1e300 * 1e300);
    json_put_whole(&writer, NULL, -5);
    json_open(&writer, NULL, '{');
    json_close(&writer, '}');
    json_close(&writer, ']');
    cr_assert_str_eq(buf_text(&buf),
                     "[\n  0.1,\n  0.3333333333333333,\n  60,\n  null,\n  -5,\n  {}\n]\n");
}
