/* text_exhibit.c - a failed test on a terminal, the first difference marked by a caret. */
#include "grader/report/text_exhibit.h"

#include <stdio.h>
#include <string.h>

#include "grader/report/counter_words.h"
#include "grader/text/escape.h"

enum {
    INDENT = 4,
    LABEL = 10,       /* "expected  " */
    NUMBER = 6,       /* "    3 " */
    LINES_BEFORE = 2, /* of the line with the difference */
    LINES_AFTER = 1,
    MESSAGE_LINES_MAX = 8,
    LINES_PLAIN = 6, /* when no difference is known, and of the input */
};

/* One of the three texts of an exhibit. */
struct panel {
    const char *label;
    struct str bytes;
    size_t skipped;
    bool is_cut;
    bool has_mark;
    size_t mark;          /* byte offset */
    unsigned marked_line; /* its number in the whole text */
    const char *when_empty;
};

static void put_margin(struct screen *screen, const char *label, unsigned number)
{
    char text[16] = "";
    if (number > 0)
        snprintf(text, sizeof text, "%5u ", number);
    screen_spaces(screen, INDENT);
    screen_put_padded(screen, STYLE_FAINT, label, LABEL);
    screen_put_padded(screen, STYLE_FAINT, text, NUMBER);
    screen_put(screen, STYLE_FAINT, "| ");
}

static size_t room(const struct screen *screen)
{
    return screen->width - INDENT - LABEL - NUMBER - 2;
}

/* Where a long line begins to be shown so that the mark is visible, in bytes. */
static size_t window_start(struct str line, size_t mark, size_t columns)
{
    size_t before = escape_columns((struct str){ line.at, mark });
    if (before + columns / 4 <= columns)
        return 0;
    size_t at = 0;
    while (at < mark && before > columns / 2) {
        size_t start = at;
        (void)str_next_rune(line, &at);
        before -= escape_columns((struct str){ line.at + start, at - start });
    }
    return at;
}

static void put_line(struct screen *screen, struct str line)
{
    screen_put_cut(screen, STYLE_PLAIN, line, room(screen));
    screen_newline(screen);
}

static void put_marked_line(struct screen *screen, struct str line, size_t mark)
{
    mark = mark < line.length ? mark : line.length;
    size_t start = window_start(line, mark, room(screen));
    size_t columns = room(screen), lead = 0;
    if (start > 0) {
        lead = screen_put(screen, STYLE_FAINT, "\xe2\x80\xa6");
        columns -= lead;
    }
    struct str shown = { line.at + start, line.length - start };
    screen_put_cut(screen, STYLE_PLAIN, shown, columns);
    screen_newline(screen);
    put_margin(screen, "", 0);
    screen_spaces(screen, lead + escape_columns((struct str){ shown.at, mark - start }));
    screen_put(screen, STYLE_BAD, "^");
    screen_newline(screen);
}

/* The index of the line that holds a byte offset, and where that line begins. */
static size_t line_of(struct str bytes, size_t offset, size_t *out_start)
{
    size_t line = 0;
    *out_start = 0;
    for (size_t i = 0; i < offset && i < bytes.length; i++)
        if (bytes.at[i] == '\n') {
            line++;
            *out_start = i + 1;
        }
    return line;
}

static void put_note(struct screen *screen, const char *note)
{
    put_margin(screen, "", 0);
    screen_put(screen, STYLE_FAINT, note);
    screen_newline(screen);
}

/* The lines from first to last; those outside are told of. */
static void put_lines(struct screen *screen, const struct panel *panel, size_t first, size_t last,
                      size_t marked, size_t marked_start)
{
    struct str rest = panel->bytes, line;
    bool is_first = true;
    for (size_t i = 0; i <= last && str_next_line(&rest, &line); i++) {
        if (i < first)
            continue;
        unsigned number = 0;
        if (panel->has_mark && panel->marked_line + i >= marked)
            number = (unsigned)(panel->marked_line + i - marked);
        put_margin(screen, is_first ? panel->label : "", number);
        is_first = false;
        if (panel->has_mark && i == marked)
            put_marked_line(screen, line, panel->mark - marked_start);
        else
            put_line(screen, line);
    }
    bool is_at_end = panel->has_mark && panel->mark == panel->bytes.length && panel->mark > 0 &&
                     panel->bytes.at[panel->mark - 1] == '\n';
    if (is_at_end)
        put_note(screen, "(it ends here)");
    else if (rest.length > 0 || panel->is_cut)
        put_note(screen, "...");
}

static void put_panel(struct screen *screen, const struct panel *panel)
{
    if (panel->bytes.length == 0) {
        put_margin(screen, panel->label, 0);
        screen_put(screen, STYLE_FAINT, panel->when_empty);
        screen_newline(screen);
        return;
    }
    size_t start = 0, marked = 0, first = 0, last = LINES_PLAIN - 1;
    if (panel->has_mark) {
        marked = line_of(panel->bytes, panel->mark, &start);
        first = marked > LINES_BEFORE ? marked - LINES_BEFORE : 0;
        last = marked + LINES_AFTER;
    }
    put_lines(screen, panel, first, last, marked, start);
}

/* A validator's message, line by line as it wrote it. */
static void put_message(struct screen *screen, const char *message)
{
    struct str rest = str_of(message), line;
    for (size_t i = 0; i < MESSAGE_LINES_MAX && str_next_line(&rest, &line); i++) {
        SCOPED_BUF text;
        buf_init(&text, line.length + 1);
        buf_put(&text, line.at, line.length);
        screen_spaces(screen, INDENT);
        screen_put_wrapped(screen, STYLE_FAINT, buf_text(&text), INDENT, INDENT);
    }
}

static void put_title(struct screen *screen, const struct report_case *test)
{
    const struct report_exhibit *exhibit = test->exhibit;
    screen_spaces(screen, 2);
    screen_put_cut(screen, STYLE_STRONG, str_of(test->name), screen->width / 2);
    screen_put(screen, STYLE_PLAIN, "  ");
    screen_put(screen, STYLE_BAD, verdict_phrase(test->verdict));
    if (exhibit->got_line > 0) {
        char where[64];
        snprintf(where, sizeof where, ", first difference in line %u", exhibit->got_line);
        screen_put(screen, STYLE_PLAIN, where);
    }
    screen_newline(screen);
    put_message(screen, exhibit->message);
}

void text_exhibit(struct screen *screen, const struct report_case *test)
{
    const struct report_exhibit *exhibit = test->exhibit;
    bool known = exhibit->difference_is_known;
    const struct panel panels[] = {
        { .label = "input",
          .bytes = exhibit->input,
          .is_cut = exhibit->input_is_cut,
          .when_empty = "(empty)" },
        { "expected", exhibit->expected, exhibit->expected_skipped, exhibit->expected_is_cut, known,
          exhibit->expected_offset, exhibit->expected_line, "(nothing)" },
        { "got", exhibit->got, exhibit->got_skipped, exhibit->got_is_cut, known,
          exhibit->got_offset, exhibit->got_line, "(nothing was printed)" },
    };
    put_title(screen, test);
    for (size_t i = 0; i < sizeof panels / sizeof panels[0]; i++)
        put_panel(screen, &panels[i]);
}

void text_counterexample(struct screen *screen, const struct report_counterexample *example)
{
    SCOPED_ARENA arena = { 0 };
    const char *words = counter_words(example, &arena);
    if (!words[0])
        return;
    screen_spaces(screen, 2);
    screen_put_wrapped(screen, STYLE_PLAIN, words, 2, 2);
    if (!example->exhibit)
        return;
    const struct report_case test = counter_case(example);
    text_exhibit(screen, &test);
}
