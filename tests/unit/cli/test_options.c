/* test_options.c - command lines by table. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/cli/options.h"

struct wanted {
    bool flag;
    const char *text;
    struct text_list list;
    unsigned number;
    int word;
};

static const char *const words[] = { "minimal", "standard", "full", NULL };

#define AT(member) offsetof(struct wanted, member)
static const struct option table[] = {
    { "--flag", OPTION_FLAG, AT(flag), NULL },  { "--text", OPTION_TEXT, AT(text), NULL },
    { "--list", OPTION_LIST, AT(list), NULL },  { "--number", OPTION_NUMBER, AT(number), NULL },
    { "--word", OPTION_WORD, AT(word), words },
};

static struct arena arena;
static struct err err;
static struct wanted got;
static struct text_list operands;

static void end(void)
{
    arena_release(&arena);
}

TestSuite(options, .fini = end);

/* Words are split at blanks; "_" is an empty one. */
static bool parse(const char *line)
{
    char *argv[32];
    int argc = 0;
    char *copy = arena_strdup(&arena, line), *state = NULL;
    for (char *word = strtok_r(copy, " ", &state); word; word = strtok_r(NULL, " ", &state)) {
        if (strcmp(word, "_") == 0)
            word[0] = '\0';
        argv[argc++] = word;
    }
    got = (struct wanted){ .number = 77, .word = -1 };
    operands = (struct text_list){ 0 };
    return options_parse(table, COUNT_OF(table), argc, argv, &arena, &got, &operands, &err);
}

Test(options, takes_values_behind_a_blank_or_an_equals_sign)
{
    cr_assert(parse("--text a --list=b --number 12 --flag --word=full"), "%s", err.text);
    cr_expect_str_eq(got.text, "a");
    cr_expect(got.list.count == 1 && strcmp(got.list.at[0], "b") == 0);
    cr_expect(got.number == 12 && got.flag && got.word == 2 && operands.count == 0);
    cr_assert(parse("--text=a=b=c"), "%s", err.text);
    cr_expect_str_eq(got.text, "a=b=c");
}

Test(options, the_last_of_one_holds_and_all_of_a_list)
{
    cr_assert(parse("--text a --text b --list 1 --list 2 --list 3"), "%s", err.text);
    cr_expect_str_eq(got.text, "b");
    cr_expect(got.list.count == 3 && strcmp(got.list.at[2], "3") == 0);
}

Test(options, what_is_not_given_stays)
{
    cr_assert(parse(""));
    cr_expect(!got.flag && !got.text && got.list.count == 0 && got.number == 77 && got.word == -1);
}

Test(options, all_else_is_an_operand)
{
    cr_assert(parse("a --flag - b -- --text -x --"), "%s", err.text);
    static const char *const wanted[] = { "a", "-", "b", "--text", "-x", "--" };
    cr_assert(operands.count == COUNT_OF(wanted), "%zu", operands.count);
    for (size_t i = 0; i < COUNT_OF(wanted); i++)
        cr_expect_str_eq(operands.at[i], wanted[i]);
    cr_expect(got.flag && !got.text);
    cr_assert(parse("_"), "an empty operand is the command's matter");
    cr_expect(operands.count == 1);
}

/* A value may look like an option: it is what was written behind it. */
Test(options, a_value_is_not_looked_at)
{
    cr_assert(parse("--text --flag"), "%s", err.text);
    cr_expect_str_eq(got.text, "--flag");
    cr_expect(!got.flag);
}

Test(options, refuses_what_is_not_in_the_table)
{
    static const struct {
        const char *line, *text;
    } cases[] = {
        { "--flga", "unknown option '--flga': did you mean '--flag'?" },
        { "--txet=x", "unknown option '--txet': did you mean '--text'?" },
        { "--Flag", "unknown option '--Flag': did you mean '--flag'?" },
        { "--zzzzzzzzzzzz", "unknown option '--zzzzzzzzzzzz'" },
        { "-f", "unknown option '-f'" },
        { "---", "unknown option '---'" },
        { "--=x", "unknown option '--'" },
        { "--flag=yes", "option '--flag' takes no value" },
        { "--flag=", "option '--flag' takes no value" },
        { "--text", "option '--text' needs a value" },
        { "--text=", "option '--text' has an empty value" },
        { "--text _", "option '--text' has an empty value" },
        { "--list _", "option '--list' has an empty value" },
        { "--number 0", "option '--number' needs a whole number from 1 to 256, not '0'" },
        { "--number 257", "option '--number' needs a whole number from 1 to 256, not '257'" },
        { "--number=1e2", "option '--number' needs a whole number from 1 to 256, not '1e2'" },
        { "--number -1", "option '--number' needs a whole number from 1 to 256, not '-1'" },
        { "--word ful", "option '--word' does not know 'ful': did you mean 'full'?" },
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        cr_expect(!parse(cases[i].line), "%s", cases[i].line);
        cr_expect(err.kind == ERR_USAGE);
        cr_expect_str_eq(err.text, cases[i].text);
    }
}

Test(options, a_very_long_option_is_refused_like_any_other)
{
    char *line = arena_alloc(&arena, 10001);
    memset(line, '-', 10000);
    cr_expect(!parse(line) && err.kind == ERR_USAGE);
    cr_expect(strncmp(err.text, "unknown option '", 16) == 0, "%.80s", err.text);
}

Test(options, a_command_without_options_knows_none)
{
    char flag[] = "--flag", *argv[] = { flag };
    cr_expect(!options_parse(NULL, 0, 1, argv, &arena, NULL, &operands, &err));
    cr_expect_str_eq(err.text, "unknown option '--flag'");
}

/* All values of all kinds, put together at random, come back. */
Test(options, what_was_written_is_what_is_read)
{
    srandom(3);
    for (int round = 0; round < 500; round++) {
        unsigned number = (unsigned)(random() % 256) + 1;
        int word = (int)(random() % 3);
        const char *between[] = { random() % 2 ? "=" : " ", random() % 2 ? "=" : " " };
        cr_assert(parse(arena_printf(&arena, "%s --number%s%u --word%s%s", random() % 2 ? "x" : "",
                                     between[0], number, between[1], words[word])),
                  "%s", err.text);
        cr_assert(got.number == number && got.word == word);
    }
}
