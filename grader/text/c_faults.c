/* c_faults.c - small faults that a programmer might have made in a C text, one by one. */
#include "grader/text/c_faults.h"

#include <assert.h>
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "grader/base/attr.h"
#include "grader/base/num.h"
#include "grader/text/c_words.h"

/*
 * Nothing is parsed: a fault is seen by the tokens around it. A wrong guess costs a compilation
 * that fails, or a fault that changes nothing; both are found out and not counted.
 */

static const struct swap {
    const char *from, *to;
    enum c_fault_kind kind;
} swaps[] = {
    { "<", "<=", C_FAULT_RELATION },        { "<=", "<", C_FAULT_RELATION },
    { ">", ">=", C_FAULT_RELATION },        { ">=", ">", C_FAULT_RELATION },
    { "==", "!=", C_FAULT_RELATION },       { "!=", "==", C_FAULT_RELATION },
    { "&&", "||", C_FAULT_LOGIC },          { "||", "&&", C_FAULT_LOGIC },
    { "+", "-", C_FAULT_ARITHMETIC },       { "-", "+", C_FAULT_ARITHMETIC },
    { "*", "/", C_FAULT_ARITHMETIC },       { "/", "*", C_FAULT_ARITHMETIC },
    { "%", "/", C_FAULT_ARITHMETIC },       { "&", "|", C_FAULT_ARITHMETIC },
    { "|", "&", C_FAULT_ARITHMETIC },       { "^", "|", C_FAULT_ARITHMETIC },
    { "<<", ">>", C_FAULT_ARITHMETIC },     { ">>", "<<", C_FAULT_ARITHMETIC },
    { "+=", "-=", C_FAULT_ASSIGNMENT },     { "-=", "+=", C_FAULT_ASSIGNMENT },
    { "*=", "/=", C_FAULT_ASSIGNMENT },     { "/=", "*=", C_FAULT_ASSIGNMENT },
    { "&=", "|=", C_FAULT_ASSIGNMENT },     { "|=", "&=", C_FAULT_ASSIGNMENT },
    { "<<=", ">>=", C_FAULT_ASSIGNMENT },   { ">>=", "<<=", C_FAULT_ASSIGNMENT },
    { "++", "--", C_FAULT_ASSIGNMENT },     { "--", "++", C_FAULT_ASSIGNMENT },
    { "break", "continue", C_FAULT_JUMP },  { "continue", "break", C_FAULT_JUMP },
    { "true", "false", C_FAULT_CONSTANT },  { "false", "true", C_FAULT_CONSTANT },
    { "int64_t", "int32_t", C_FAULT_TYPE }, { "uint64_t", "uint32_t", C_FAULT_TYPE },
    { "int32_t", "int16_t", C_FAULT_TYPE }, { "uint32_t", "uint16_t", C_FAULT_TYPE },
    { "int", "short", C_FAULT_TYPE },       { "long", "int", C_FAULT_TYPE },
    { "double", "float", C_FAULT_TYPE },
};

/* Names behind which an operator has no left operand. */
static const char *const not_operands[] = { "return", "case", "sizeof",  "else",
                                            "do",     "goto", "_Alignof" };

/* What begins a declaration, a definition or a statement that is no expression. */
static const char *const not_expressions[] = {
    "auto",
    "bool",
    "break",
    "case",
    "char",
    "const",
    "continue",
    "default",
    "do",
    "double",
    "else",
    "enum",
    "extern",
    "float",
    "for",
    "goto",
    "if",
    "inline",
    "int",
    "long",
    "register",
    "return",
    "short",
    "signed",
    "sizeof",
    "static",
    "static_assert",
    "struct",
    "switch",
    "typedef",
    "union",
    "unsigned",
    "void",
    "volatile",
    "while",
    "_Alignas",
    "_Bool",
    "_Static_assert",
    /* Without them a program is no less right: no test of outputs can tell. */
    "assert",
    "free",
};

enum { WORDS_MAX = 48 }; /* bytes of the source that a fault's words show */

struct finding {
    struct str source;
    const struct c_words *words;
    size_t *partner; /* of each bracket: the index of its other half; else SIZE_MAX */
    unsigned *parentheses, *braces; /* how many are open around a token */
    struct arena *arena;
    struct c_faults *out;
};

/* ---- looking at tokens ---- */

static const struct c_word *word(const struct finding *f, size_t i)
{
    static const struct c_word none = { .kind = C_WORD_MARK, .text = { "", 0 } };
    return i < f->words->count ? &f->words->list[i] : &none; /* i may be "-1" */
}

static bool is(const struct finding *f, size_t i, const char *text)
{
    return str_is(word(f, i)->text, text);
}

static bool is_one_of(struct str text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_is(text, list[i]))
            return true;
    return false;
}

static bool is_name(const struct finding *f, size_t i)
{
    return word(f, i)->kind == C_WORD_NAME &&
           !is_one_of(word(f, i)->text, not_operands, COUNT_OF(not_operands));
}

static size_t place_of(const struct finding *f, size_t i)
{
    return (size_t)(word(f, i)->text.at - f->source.at);
}

static size_t end_of(const struct finding *f, size_t i)
{
    return place_of(f, i) + word(f, i)->text.length;
}

static bool ends_operand(const struct finding *f, size_t i)
{
    const struct c_word *w = word(f, i);
    return w->kind == C_WORD_NUMBER || w->kind == C_WORD_LITERAL || is_name(f, i) ||
           str_is(w->text, ")") || str_is(w->text, "]");
}

static bool begins_operand(const struct finding *f, size_t i)
{
    static const char *const marks[] = { "(", "*", "&", "-", "+", "!", "~", "++", "--" };
    const struct c_word *w = word(f, i);
    return w->kind != C_WORD_MARK || is_one_of(w->text, marks, COUNT_OF(marks));
}

/* "a * b" and "a*b" multiply, "type *name" does not. */
static bool has_even_blanks(const struct finding *f, size_t i)
{
    bool before = end_of(f, i - 1) < place_of(f, i), after = end_of(f, i) < place_of(f, i + 1);
    return before == after;
}

static bool is_binary(const struct finding *f, size_t i)
{
    return i > 0 && ends_operand(f, i - 1) && begins_operand(f, i + 1) && has_even_blanks(f, i);
}

/* "int counts[10]", "struct node *table[N][M]": a size, not an index. */
static bool is_declared_size(const struct finding *f, size_t open)
{
    size_t i = open;
    while (i > 0 && is(f, i - 1, "]") && f->partner[i - 1] != SIZE_MAX)
        i = f->partner[i - 1];
    if (i < 2 || !is_name(f, i - 1))
        return false;
    return is_name(f, i - 2) || (is(f, i - 2, "*") && !is_binary(f, i - 2));
}

/* Pairs brackets, and counts how many are open around each token. */
static void match_brackets(struct finding *f)
{
    size_t count = f->words->count, depth = 0;
    size_t *open = ARENA_ARRAY(f->arena, count, size_t);
    unsigned parentheses = 0, braces = 0;
    f->partner = ARENA_ARRAY(f->arena, count, size_t);
    f->parentheses = ARENA_ARRAY(f->arena, count, unsigned);
    f->braces = ARENA_ARRAY(f->arena, count, unsigned);
    for (size_t i = 0; i < count; i++) {
        static const char opens[] = "([{", closes[] = ")]}";
        struct str text = f->words->list[i].text;
        bool is_mark = f->words->list[i].kind == C_WORD_MARK && text.length == 1;
        const char *opened = is_mark ? strchr(opens, text.at[0]) : NULL;
        const char *closed = is_mark ? strchr(closes, text.at[0]) : NULL;
        f->partner[i] = SIZE_MAX;
        if (closed && depth > 0 && word(f, open[depth - 1])->text.at[0] == opens[closed - closes]) {
            f->partner[i] = open[--depth];
            f->partner[f->partner[i]] = i;
            parentheses -= *closed == ')';
            braces -= *closed == '}';
        }
        f->parentheses[i] = parentheses;
        f->braces[i] = braces;
        if (opened) {
            open[depth++] = i;
            parentheses += *opened == '(';
            braces += *opened == '{';
        }
    }
}

/* ---- writing faults down ---- */

static const char *cut(struct str text, struct arena *arena)
{
    size_t length = text.length < WORDS_MAX ? text.length : WORDS_MAX;
    while (length < text.length && length > 0 && (text.at[length] & 0xc0) == 0x80)
        length--; /* not inside a character */
    char *out = arena_memdup(arena, text.at, length);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        bool is_blank = isspace((unsigned char)out[i]);
        if (!is_blank || (n > 0 && out[n - 1] != ' '))
            out[n++] = is_blank ? ' ' : out[i];
    }
    out[n] = '\0';
    return length < text.length ? arena_printf(arena, "%s…", out) : out;
}

/* Tokens first … last are replaced. */
static void add(struct finding *f, enum c_fault_kind kind, size_t first, size_t last,
                const char *by, const char *words)
{
    struct c_faults *out = f->out;
    if (out->count == C_FAULTS_MAX)
        return;
    size_t at = place_of(f, first);
    out->list = arena_grow(f->arena, out->list, out->count, &out->capacity, sizeof *out->list);
    out->list[out->count++] = (struct c_fault){
        kind, at, end_of(f, last) - at, by, word(f, first)->line, word(f, first)->column, words
    };
}

static struct str between(const struct finding *f, size_t first, size_t last)
{
    size_t at = place_of(f, first);
    return (struct str){ f->source.at + at, end_of(f, last) - at };
}

static void add_change(struct finding *f, enum c_fault_kind kind, size_t first, size_t last,
                       const char *by)
{
    const char *words =
        arena_printf(f->arena, "`%s` → `%s`", cut(between(f, first, last), f->arena), by);
    add(f, kind, first, last, by, words);
}

/* ---- the kinds ---- */

static bool may_swap(const struct finding *f, size_t i, const struct swap *swap)
{
    if (swap->kind == C_FAULT_ARITHMETIC)
        return is_binary(f, i);
    if (swap->kind != C_FAULT_TYPE)
        return true;
    bool is_second = is(f, i, "long") && i > 0 && is(f, i - 1, "long");
    return !is_second && !is(f, i + 1, "main");
}

static void find_swap(struct finding *f, size_t i)
{
    enum c_word_kind kind = word(f, i)->kind;
    if (kind != C_WORD_MARK && kind != C_WORD_NAME)
        return;
    for (size_t k = 0; k < COUNT_OF(swaps); k++)
        if (is(f, i, swaps[k].from) && may_swap(f, i, &swaps[k])) {
            bool is_long_long = is(f, i, "long") && is(f, i + 1, "long") &&
                                word(f, i)->line == word(f, i + 1)->line;
            add_change(f, swaps[k].kind, i, i + is_long_long, swaps[k].to);
        }
}

static void find_negation(struct finding *f, size_t i)
{
    bool asks = is(f, i, "if") || is(f, i, "while");
    if (!asks || !is(f, i + 1, "(") || f->partner[i + 1] == SIZE_MAX)
        return;
    size_t first = i + 2, last = f->partner[i + 1] - 1;
    if (first > last)
        return;
    struct str condition = between(f, first, last);
    add(f, C_FAULT_NEGATION, first, last,
        arena_printf(f->arena, "!(%.*s)", (int)condition.length, condition.at),
        arena_printf(f->arena, "`%s` negated", cut(condition, f->arena)));
}

/* A decimal integer, perhaps with a suffix such as UL. */
static bool is_decimal(struct str text, uint64_t *out_value, struct str *out_suffix)
{
    static const uint64_t most = UINT64_C(1000000000000000);
    struct str digits = { text.at, 0 };
    while (digits.length < text.length && isdigit((unsigned char)text.at[digits.length]))
        digits.length++;
    *out_suffix = (struct str){ text.at + digits.length, text.length - digits.length };
    for (size_t i = 0; i < out_suffix->length; i++)
        if (!strchr("uUlL", out_suffix->at[i]))
            return false;
    bool is_octal = digits.length > 1 && text.at[0] == '0';
    return !is_octal && num_u64(digits, 0, most, out_value);
}

static void find_constant(struct finding *f, size_t i)
{
    uint64_t value;
    struct str suffix;
    if (word(f, i)->kind != C_WORD_NUMBER || !is_decimal(word(f, i)->text, &value, &suffix) ||
        (is(f, i - 1, "[") && is_declared_size(f, i - 1)))
        return;
    add_change(f, C_FAULT_CONSTANT, i, i,
               arena_printf(f->arena, "%llu%.*s", (unsigned long long)value + 1, (int)suffix.length,
                            suffix.at));
    if (value > 0)
        add_change(f, C_FAULT_CONSTANT, i, i,
                   arena_printf(f->arena, "%llu%.*s", (unsigned long long)value - 1,
                                (int)suffix.length, suffix.at));
}

static void find_index(struct finding *f, size_t i)
{
    if (!is(f, i, "[") || i == 0 || !ends_operand(f, i - 1) || f->partner[i] == SIZE_MAX ||
        f->partner[i] == i + 1 || is_declared_size(f, i))
        return;
    size_t first = i + 1, last = f->partner[i] - 1;
    struct str index = between(f, first, last);
    bool is_one = first == last;
    for (const char *sign = "+-"; *sign; sign++) {
        const char *by = arena_printf(f->arena, "%s%.*s%s %c 1", is_one ? "" : "(",
                                      (int)index.length, index.at, is_one ? "" : ")", *sign);
        add(f, C_FAULT_INDEX, first, last, by,
            arena_printf(f->arena, "`[%s]` → `[… %c 1]`", cut(index, f->arena), *sign));
    }
}

/* Behind ; { } else do, a label, or the head of if, for, while and switch. */
static bool is_statement_start(const struct finding *f, size_t i)
{
    static const char *const before[] = { ";", "{", "}", "else", "do", ":" };
    static const char *const heads[] = { "if", "for", "while", "switch" };
    if (i == 0 || f->braces[i] == 0 || f->parentheses[i] > 0)
        return false;
    if (is(f, i - 1, ")") && f->partner[i - 1] != SIZE_MAX && f->partner[i - 1] > 0)
        return is_one_of(word(f, f->partner[i - 1] - 1)->text, heads, COUNT_OF(heads));
    return is_one_of(word(f, i - 1)->text, before, COUNT_OF(before));
}

static bool is_declaration(const struct finding *f, size_t i)
{
    return is_name(f, i) &&
           (is_name(f, i + 1) || (is(f, i + 1, "*") && !is_binary(f, i + 1)) || is(f, i + 1, ":"));
}

/* The semicolon that ends the statement; SIZE_MAX: it is none. */
static size_t statement_end(const struct finding *f, size_t i)
{
    for (; i < f->words->count; i++) {
        if (is(f, i, ";"))
            return i;
        bool is_bracket = is(f, i, "(") || is(f, i, "[") || is(f, i, "{");
        if (is(f, i, "}") || (is_bracket && f->partner[i] == SIZE_MAX))
            return SIZE_MAX;
        if (is_bracket)
            i = f->partner[i];
    }
    return SIZE_MAX;
}

static void find_deletion(struct finding *f, size_t i)
{
    const struct c_word *first = word(f, i);
    bool may_begin = first->kind == C_WORD_NAME
                         ? !is_one_of(first->text, not_expressions, COUNT_OF(not_expressions))
                         : str_is(first->text, "*") || str_is(first->text, "++") ||
                               str_is(first->text, "--") || str_is(first->text, "(");
    if (!may_begin || !is_statement_start(f, i) || is_declaration(f, i))
        return;
    size_t end = statement_end(f, i);
    if (end == SIZE_MAX || end == i)
        return;
    struct str statement = between(f, i, end);
    /* Its lines stay: nothing behind it moves. */
    char *by = arena_memdup(f->arena, statement.at, statement.length);
    for (size_t k = 0; k + 1 < statement.length; k++)
        by[k] = by[k] == '\n' ? '\n' : ' ';
    add(f, C_FAULT_DELETION, i, end, by,
        arena_printf(f->arena, "`%s` deleted", cut(statement, f->arena)));
}

/* What an assertion says is passed over: a right program is not less right without it. */
static size_t next_token(const struct finding *f, size_t i)
{
    static const char *const assertions[] = { "assert", "static_assert", "_Static_assert" };
    bool is_assertion = is_one_of(word(f, i)->text, assertions, COUNT_OF(assertions));
    if (is_assertion && is(f, i + 1, "(") && f->partner[i + 1] != SIZE_MAX)
        return f->partner[i + 1] + 1;
    return i + 1;
}

void c_faults_find(struct str source, struct arena *arena, struct c_faults *out)
{
    static void (*const finders[])(struct finding *, size_t) = {
        find_swap, find_negation, find_constant, find_index, find_deletion,
    };
    assert(arena && out);
    struct c_words words;
    c_words_read(source, arena, &words);
    *out = (struct c_faults){ 0 };
    struct finding f = { .source = source, .words = &words, .arena = arena, .out = out };
    match_brackets(&f);
    for (size_t i = 0; i < words.count; i = next_token(&f, i))
        for (size_t k = 0; k < COUNT_OF(finders); k++)
            finders[k](&f, i);
}

struct str c_fault_apply(struct str source, const struct c_fault *fault, struct arena *arena)
{
    assert(fault->at <= source.length && fault->length <= source.length - fault->at);
    size_t by = strlen(fault->by), rest = source.length - fault->at - fault->length;
    size_t length = fault->at + by + rest;
    char *out = arena_alloc(arena, length + 1);
    memcpy(out, source.at, fault->at);
    memcpy(out + fault->at, fault->by, by);
    memcpy(out + fault->at + by, source.at + fault->at + fault->length, rest);
    return (struct str){ out, length };
}

/* ---- the choice ---- */

/* One more of each kind in turn, until there are enough. */
static void share_out(const size_t *there, size_t most, size_t *share)
{
    size_t before = SIZE_MAX;
    while (most > 0 && before != most) {
        before = most;
        for (size_t kind = 0; kind < C_FAULT_KIND_COUNT && most > 0; kind++)
            if (share[kind] < there[kind]) {
                share[kind]++;
                most--;
            }
    }
}

size_t c_faults_choose(const struct c_fault *faults, size_t count, size_t most, size_t *chosen)
{
    size_t there[C_FAULT_KIND_COUNT] = { 0 }, share[C_FAULT_KIND_COUNT] = { 0 };
    size_t seen[C_FAULT_KIND_COUNT] = { 0 }, taken[C_FAULT_KIND_COUNT] = { 0 }, n = 0;
    for (size_t i = 0; i < count; i++)
        there[faults[i].kind]++;
    share_out(there, most, share);
    for (size_t i = 0; i < count; i++) {
        enum c_fault_kind kind = faults[i].kind;
        /* The middle of the next of `share` equal parts. */
        size_t wanted = share[kind] ? (2 * taken[kind] + 1) * there[kind] / (2 * share[kind]) : 0;
        if (taken[kind] < share[kind] && seen[kind] == wanted) {
            chosen[n++] = i;
            taken[kind]++;
        }
        seen[kind]++;
    }
    return n;
}
