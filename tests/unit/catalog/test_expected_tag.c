/* test_expected_tag.c - DOMjudge's @EXPECTED_RESULTS@. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/catalog/expected_tag.h"

static struct expected_tag read_text(const char *text)
{
    struct source_file files[] = { { "a.h", { "/* nothing */\n", 14 } }, { "a.c", str_of(text) } };
    const struct source_set sources = { "accepted/a", files, COUNT_OF(files) };
    struct expected_tag tag;
    expected_tag_read(&sources, &tag);
    return tag;
}

/* The codes of all permitted verdicts. */
static const char *permitted(const struct expected_tag *tag)
{
    static char text[128];
    text[0] = '\0';
    for (int i = 0; i < VERDICT_COUNT; i++)
        if (tag->permitted[i])
            snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s", *text ? " " : "",
                     verdict_code((enum verdict)i));
    return text;
}

Test(expected_tag, words_of_domjudge_and_their_other_names)
{
    static const struct {
        const char *list, *wanted;
    } rows[] = {
        { "CORRECT", "AC" },
        { "ACCEPTED", "AC" },
        { "WRONG-ANSWER", "WA" },
        { "wrong_answer", "WA" },
        { "TIMELIMIT", "TLE" },
        { "TIME_LIMIT_EXCEEDED", "TLE" },
        { "RUN-ERROR", "MLE RTE SV" },
        { "RUN_TIME_ERROR", "MLE RTE SV" },
        { "MEMORY-LIMIT", "MLE" },
        { "OUTPUT-LIMIT", "OLE" },
        { "NO-OUTPUT", "WA" },
        { "COMPILER-ERROR", "CE" },
        { "CORRECT, TIMELIMIT", "AC TLE" },
        { "CORRECT ,WRONG-ANSWER,TIMELIMIT", "AC WA TLE" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[256];
        snprintf(text, sizeof text, "int x;\n/* @EXPECTED_RESULTS@: %s */\n", rows[i].list);
        struct expected_tag tag = read_text(text);
        cr_expect(tag.found && !tag.is_anything);
        cr_expect_str_eq(tag.words, rows[i].list);
        cr_expect_str_eq(permitted(&tag), rows[i].wanted, "%s", rows[i].list);
        cr_expect_str_eq(tag.unknown, "");
    }
}

Test(expected_tag, without_one_nothing_is_found)
{
    static const char *const texts[] = { "", "int main(void) {}\n", "EXPECTED_RESULTS: CORRECT\n",
                                         "@EXPECTED_RESULTS@ CORRECT\n" };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        cr_expect_not(read_text(texts[i]).found, "%s", texts[i]);
}

Test(expected_tag, a_person_checks_what_is_to_be_checked_manually)
{
    struct expected_tag tag = read_text("// @EXPECTED_RESULTS@: CHECK-MANUALLY\n");
    cr_expect(tag.found && tag.is_anything);
}

Test(expected_tag, an_unknown_word_is_kept_and_cut)
{
    struct expected_tag tag = read_text("// @EXPECTED_RESULTS@: CORRECT, CORECT, TIMLIMIT\n");
    cr_expect_str_eq(tag.unknown, "CORECT");
    cr_expect_str_eq(permitted(&tag), "AC");
    char text[1000] = "// @EXPECTED_RESULTS@: ";
    memset(text + strlen(text), 'X', 900);
    tag = read_text(text);
    cr_expect_eq(strlen(tag.unknown), sizeof tag.unknown - 1);
    cr_expect_eq(strlen(tag.words), sizeof tag.words - 1);
}

Test(expected_tag, a_tag_at_the_very_end_has_no_words)
{
    struct expected_tag tag = read_text("// @EXPECTED_RESULTS@:");
    cr_expect_str_eq(permitted(&tag), "");
}
