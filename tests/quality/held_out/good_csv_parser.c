/* csv: prints each field of a CSV file on its own line, RFC 4180 quoting. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum state { FIELD_START, PLAIN, QUOTED, QUOTE_IN_QUOTED };

typedef struct {
    char *text;
    size_t length;
    size_t capacity;
} Field;

static bool field_append(Field *field, char c) {
    if (field->length == field->capacity) {
        size_t capacity = field->capacity ? 2 * field->capacity : 64;
        char *text = realloc(field->text, capacity);
        if (text == NULL)
            return false;
        field->text = text;
        field->capacity = capacity;
    }
    field->text[field->length++] = c;
    return true;
}

static void field_end(Field *field, unsigned long row, unsigned long column) {
    printf("%lu:%lu ", row, column);
    if (field->length > 0)
        fwrite(field->text, 1, field->length, stdout);
    putchar('\n');
    field->length = 0;
}

static bool is_separator(int c) {
    return c == ',' || c == '\n' || c == EOF;
}

/* Takes one character; says in *take whether it belongs to the field. */
static enum state step(enum state state, int c, bool *take) {
    *take = false;
    switch (state) {
    case FIELD_START:
        if (c == '"')
            return QUOTED;
        *take = true;
        return PLAIN;
    case PLAIN:
        *take = true;
        return PLAIN;
    case QUOTED:
        if (c == '"')
            return QUOTE_IN_QUOTED;
        *take = true;
        return QUOTED;
    case QUOTE_IN_QUOTED:
        *take = true;
        return c == '"' ? QUOTED : PLAIN;
    }
    return state;
}

int main(void) {
    Field field = {NULL, 0, 0};
    enum state state = FIELD_START;
    unsigned long row = 1, column = 1;
    bool ok = true;
    int c;

    do {
        c = getchar();
        if (c == '\r' && state != QUOTED)
            continue;
        if (is_separator(c) && (state != QUOTED || c == EOF)) {
            if (c != EOF || state != FIELD_START || column > 1)
                field_end(&field, row, column);
            if (state == QUOTED)
                ok = false;
            state = FIELD_START;
            if (c == ',') {
                column++;
            } else {
                row++;
                column = 1;
            }
            continue;
        }
        bool take;
        state = step(state, c, &take);
        if (take && !field_append(&field, (char)c)) {
            ok = false;
            break;
        }
    } while (c != EOF);

    free(field.text);
    if (!ok)
        fprintf(stderr, "csv: bad input or out of memory\n");
    return ok ? 0 : 1;
}
