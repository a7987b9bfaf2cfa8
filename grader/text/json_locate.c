/* json_locate.c - where in a JSON text a value stands. */
#include "grader/text/json_locate.h"

#include <string.h>

struct walk {
    struct str text;
    size_t at;
};

static char peek(const struct walk *walk)
{
    return walk->at < walk->text.length ? walk->text.at[walk->at] : '\0';
}

static bool at_end(const struct walk *walk)
{
    return walk->at >= walk->text.length;
}

static void skip_space(struct walk *walk)
{
    while (!at_end(walk) && (unsigned char)peek(walk) <= ' ')
        walk->at++;
}

/* Behind the closing quote of the string that starts here. */
static void skip_string(struct walk *walk)
{
    walk->at++;
    while (!at_end(walk) && peek(walk) != '"')
        walk->at += peek(walk) == '\\' ? 2 : 1;
    walk->at++;
}

/* Behind the value that starts here: a bracket's whole content, a string, or a bare word. */
static void skip_value(struct walk *walk)
{
    size_t depth = 0;
    do {
        skip_space(walk);
        char c = peek(walk);
        if (c == '"') {
            skip_string(walk);
        } else if (c == '[' || c == '{') {
            depth++;
            walk->at++;
        } else if (c == ']' || c == '}') {
            depth = depth > 0 ? depth - 1 : 0;
            walk->at++;
        } else if (c == ',' || c == ':') {
            if (depth == 0)
                return;
            walk->at++;
        } else {
            size_t start = walk->at;
            while (!at_end(walk) && !strchr(" \t\r\n,:[]{}\"", peek(walk)))
                walk->at++;
            walk->at += walk->at == start; /* no JSON: still on, so that the loop ends */
        }
    } while (depth > 0 && !at_end(walk));
}

/* From an opening bracket to the child of this index; *key is set to where its key or value starts.
 */
static bool enter(struct walk *walk, size_t index, size_t *key)
{
    bool is_object = peek(walk) == '{';
    if (!is_object && peek(walk) != '[')
        return false;
    walk->at++;
    for (size_t i = 0;; i++) {
        skip_space(walk);
        if (at_end(walk) || peek(walk) == ']' || peek(walk) == '}')
            return false;
        *key = walk->at;
        if (is_object) {
            skip_string(walk);
            skip_space(walk);
            walk->at++; /* the colon */
            skip_space(walk);
        }
        if (i == index)
            return true;
        skip_value(walk);
        skip_space(walk);
        walk->at++; /* the comma */
    }
}

size_t json_locate(struct str text, const size_t *steps, size_t depth, bool want_key)
{
    struct walk walk = { text, 0 };
    if (text.length >= 3 && memcmp(text.at, "\xef\xbb\xbf", 3) == 0)
        walk.at = 3;
    skip_space(&walk);
    size_t key = walk.at;
    for (size_t i = 0; i < depth; i++)
        if (!enter(&walk, steps[i], &key))
            break;
    size_t found = want_key ? key : walk.at;
    return found < text.length ? found : text.length;
}

struct text_position text_position_of(struct str text, size_t offset)
{
    struct text_position position = { 1, 1 };
    for (size_t at = 0; at < text.length && at < offset;) {
        bool is_newline = text.at[at] == '\n';
        (void)str_next_rune(text, &at);
        position.line += is_newline;
        position.column = is_newline ? 1 : position.column + 1;
    }
    return position;
}
