/* expected_tag.c - DOMjudge's @EXPECTED_RESULTS@ in the source of an example submission. */
#include "grader/catalog/expected_tag.h"

#include <ctype.h>
#include <string.h>

#include "grader/base/attr.h"

static const char tag[] = "@EXPECTED_RESULTS@:";

#define BIT(verdict) (1u << (verdict))
enum { ANYTHING = 1u << VERDICT_COUNT };

/* A run error of DOMjudge's is any end that is not an orderly one; NO-OUTPUT is a wrong answer. */
static const struct {
    const char *word; /* '-' for '_' */
    unsigned verdicts;
} words[] = {
    { "CORRECT", BIT(VERDICT_ACCEPTED) },
    { "ACCEPTED", BIT(VERDICT_ACCEPTED) },
    { "WRONG-ANSWER", BIT(VERDICT_WRONG_ANSWER) },
    { "TIMELIMIT", BIT(VERDICT_TIME_LIMIT) },
    { "TIME-LIMIT-EXCEEDED", BIT(VERDICT_TIME_LIMIT) },
    { "RUN-ERROR",
      BIT(VERDICT_RUN_ERROR) | BIT(VERDICT_FORBIDDEN_CALL) | BIT(VERDICT_MEMORY_LIMIT) },
    { "RUN-TIME-ERROR",
      BIT(VERDICT_RUN_ERROR) | BIT(VERDICT_FORBIDDEN_CALL) | BIT(VERDICT_MEMORY_LIMIT) },
    { "MEMORY-LIMIT", BIT(VERDICT_MEMORY_LIMIT) },
    { "OUTPUT-LIMIT", BIT(VERDICT_OUTPUT_LIMIT) },
    { "NO-OUTPUT", BIT(VERDICT_WRONG_ANSWER) },
    { "COMPILER-ERROR", BIT(VERDICT_COMPILE_ERROR) },
    { "CHECK-MANUALLY", ANYTHING },
};

static bool is_word(struct str text, const char *word)
{
    if (text.length != strlen(word))
        return false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i] == '_' ? '-' : (char)toupper((unsigned char)text.at[i]);
        if (c != word[i])
            return false;
    }
    return true;
}

static void copy_cut(char *out, size_t room, struct str text)
{
    size_t length = text.length < room - 1 ? text.length : room - 1;
    memcpy(out, text.at, length);
    out[length] = '\0';
}

static struct str trimmed(struct str text)
{
    while (text.length > 0 && isspace((unsigned char)text.at[0]))
        text = (struct str){ text.at + 1, text.length - 1 };
    while (text.length > 0 && isspace((unsigned char)text.at[text.length - 1]))
        text.length--;
    return text;
}

static void read_word(struct str word, struct expected_tag *out)
{
    for (size_t row = 0; row < COUNT_OF(words); row++) {
        if (!is_word(word, words[row].word))
            continue;
        for (int i = 0; i < VERDICT_COUNT; i++)
            out->permitted[i] = out->permitted[i] || (words[row].verdicts & BIT(i));
        out->is_anything = out->is_anything || words[row].verdicts == ANYTHING;
        return;
    }
    if (!*out->unknown)
        copy_cut(out->unknown, sizeof out->unknown, word);
}

/* What is behind a list: the end of a comment. */
static struct str without_comment(struct str line)
{
    const char *end = memmem(line.at, line.length, "*/", 2);
    return end ? (struct str){ line.at, (size_t)(end - line.at) } : line;
}

static void read_words(struct str line, struct expected_tag *out)
{
    struct str list = trimmed(without_comment(line));
    out->found = true;
    copy_cut(out->words, sizeof out->words, list);
    while (list.length > 0) {
        const char *comma = memchr(list.at, ',', list.length);
        size_t length = comma ? (size_t)(comma - list.at) : list.length;
        struct str word = trimmed((struct str){ list.at, length });
        if (word.length > 0)
            read_word(word, out);
        size_t used = comma ? length + 1 : length;
        list = (struct str){ list.at + used, list.length - used };
    }
}

void expected_tag_read(const struct source_set *sources, struct expected_tag *out)
{
    *out = (struct expected_tag){ .found = false };
    for (size_t i = 0; i < sources->count; i++) {
        struct str bytes = sources->files[i].bytes, line;
        const char *at = memmem(bytes.at, bytes.length, tag, strlen(tag));
        if (!at)
            continue;
        at += strlen(tag);
        struct str rest = { at, bytes.length - (size_t)(at - bytes.at) };
        if (str_next_line(&rest, &line))
            read_words(line, out);
        return;
    }
}
