/* test_verification.c - verifications as text, JSON and JUnit: golden files, hostile bytes. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/report/render_verification.h"
#include "tests/support/verify_sample.h"

/*
 * Golden files lie in tests/golden/verify/. After a change that is meant:
 *     GOLDEN=write make unit ONLY=verification/?*
 * and look at the difference with git.
 */

enum { SEEDS = 200 };

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(verification, .fini = release);

static void compare_golden(const char *file, const struct buf *out)
{
    struct err err = { 0 };
    struct str golden;
    const char *path = arena_printf(&arena, TREE "/tests/golden/verify/%s", file);
    const char *mode = getenv("GOLDEN");
    if (mode && strcmp(mode, "write") == 0)
        cr_assert(file_write(path, out->bytes, out->length, &err), "%s", err.text);
    cr_assert(file_read(path, RENDER_BYTES_MAX, &arena, &golden, &err), "%s", err.text);
    cr_assert(str_equal(golden, (struct str){ out->bytes, out->length }),
              "%s differs; see the top of " __FILE__ " for how to renew it", path);
}

static void draw_text(const struct verification_list *list, struct render_options look,
                      struct buf *out)
{
    buf_init(out, RENDER_BYTES_MAX);
    cr_assert(verification_text(list, &look, out));
}

Test(verification, text_is_as_agreed)
{
    static const struct {
        const char *file;
        struct render_options look;
    } rows[] = { { "plain.txt", { .width = 80 } },
                 { "wide.txt", { .width = 120 } },
                 { "colour.txt", { .colour = true, .width = 100 } } };
    struct verification_list list;
    verify_sample_make(&arena, &list);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        SCOPED_BUF out;
        draw_text(&list, rows[i].look, &out);
        compare_golden(rows[i].file, &out);
    }
}

Test(verification, json_is_as_agreed)
{
    struct verification_list list;
    SCOPED_BUF out;
    buf_init(&out, RENDER_BYTES_MAX);
    verify_sample_make(&arena, &list);
    cr_assert(verification_json(&list, &out));
    compare_golden("verify.json", &out);
}

Test(verification, junit_is_as_agreed)
{
    struct verification_list list;
    SCOPED_BUF out;
    buf_init(&out, RENDER_BYTES_MAX);
    verify_sample_make(&arena, &list);
    cr_assert(verification_junit(&list, &out));
    compare_golden("verify.xml", &out);
}

/* Python's validators are the judges. */
Test(verification, json_and_junit_are_what_others_read)
{
    static const char check[] =
        "import json,jsonschema,sys,xml.etree.ElementTree as E\n"
        "s=json.load(open(sys.argv[1]+'/grader/report/verification.schema.json'))\n"
        "jsonschema.Draft202012Validator.check_schema(s)\n"
        "d=json.load(open(sys.argv[1]+'/tests/golden/verify/verify.json'))\n"
        "jsonschema.Draft202012Validator(s).validate(d)\n"
        "r=E.parse(sys.argv[1]+'/tests/golden/verify/verify.xml').getroot()\n"
        "for t in r:\n"
        "  n=[len(t.findall('testcase')),len(t.findall('testcase/failure')),"
        "len(t.findall('testcase/error')),len(t.findall('testcase/skipped'))]\n"
        "  w=[int(t.get(k)) for k in ('tests','failures','errors','skipped')]\n"
        "  assert n==w,(t.get('name'),n,w)\n"
        "  c=[x.get('name') for x in t]\n"
        "  assert len(c)==len(set(c)),c\n"
        "assert [len(t.findall('testcase/failure')) for t in r]==[0,2,1,0]\n";
    const char *command = arena_printf(&arena, "/usr/bin/python3 -c \"%s\" " TREE " 2>&1", check);
    char said[4096] = "";
    FILE *python = popen(command, "r");
    cr_assert(python);
    size_t length = fread(said, 1, sizeof said - 1, python);
    said[length] = '\0';
    cr_assert_eq(pclose(python), 0, "%s", said);
}

/* UTF-8 with no control but the newline and nothing that turns text. */
static void assert_calm(const struct buf *out, bool has_tabs, uint64_t seed)
{
    struct str text = { out->bytes, out->length };
    for (size_t at = 0; at < text.length;) {
        long rune = str_next_rune(text, &at);
        cr_assert((rune >= 0x20 || rune == '\n' || (has_tabs && rune == '\t')) && rune != 0x7f &&
                      rune != 0x202e && rune != 0xffff,
                  "seed %llu has U+%04lx", (unsigned long long)seed, rune);
    }
}

Test(verification, whatever_a_package_holds_the_output_is_calm)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct verification_list list;
        verify_sample_hostile(seed, &arena, &list);
        SCOPED_BUF text;
        SCOPED_BUF xml;
        draw_text(&list, (struct render_options){ .width = 40 + seed % 120 }, &text);
        assert_calm(&text, false, seed);
        buf_init(&xml, RENDER_BYTES_MAX);
        cr_assert(verification_junit(&list, &xml));
        assert_calm(&xml, true, seed);
        cr_assert_null(strstr(xml.bytes, "<b>"));
        cr_assert_null(strstr(xml.bytes, "]]>"));
    }
}

Test(verification, json_comes_back_equal)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct verification_list list, again;
        struct err err = { 0 };
        SCOPED_BUF first;
        SCOPED_BUF second;
        verify_sample_hostile(seed, &arena, &list);
        buf_init(&first, RENDER_BYTES_MAX);
        buf_init(&second, RENDER_BYTES_MAX);
        cr_assert(verification_json(&list, &first));
        cr_assert(record_parse("it", (struct str){ buf_text(&first), first.length },
                               &verification_list_record, VERIFICATION_SCHEMA_VERSION, &arena,
                               &again, &err),
                  "%s", err.text);
        cr_assert(verification_json(&again, &second));
        cr_assert_str_eq(first.bytes, second.bytes);
    }
}

Test(verification, a_full_buffer_is_told)
{
    struct verification_list list;
    verify_sample_make(&arena, &list);
    for (int i = 0; i < 3; i++) {
        SCOPED_BUF out;
        buf_init(&out, 300);
        bool drawn = i == 0   ? verification_text(&list, &(struct render_options){ 0 }, &out)
                     : i == 1 ? verification_json(&list, &out)
                              : verification_junit(&list, &out);
        cr_assert_not(drawn);
    }
}

Test(verification, no_line_of_text_passes_the_width)
{
    struct verification_list list;
    verify_sample_make(&arena, &list);
    for (unsigned width = 80; width <= 160; width += 20) {
        SCOPED_BUF out;
        draw_text(&list, (struct render_options){ .width = width }, &out);
        struct str rest = { out.bytes, out.length }, line;
        while (str_next_line(&rest, &line)) {
            size_t columns = 0;
            for (size_t at = 0; at < line.length; columns++)
                (void)str_next_rune(line, &at);
            cr_assert_leq(columns, width, "%.*s", (int)line.length, line.at);
            cr_assert(line.length == 0 || line.at[line.length - 1] != ' ', "'%.*s'",
                      (int)line.length, line.at);
        }
    }
}
