/* html_exhibit.c - bytes on the HTML page: failed tests that may be shown, and sources. */
#include "grader/report/html_exhibit.h"

#include <string.h>

enum { NAME_COLUMNS = 120, MARK_BYTES_MAX = 200, MESSAGE_BYTES_MAX = 1000 };

struct panel {
    const char *label;
    struct str bytes;
    size_t skipped;
    bool is_cut, has_mark;
    size_t mark;
    const char *when_empty;
};

static struct str part(struct str bytes, size_t from, size_t to)
{
    return (struct str){ bytes.at + from, to - from };
}

/* The word that the difference begins; at least one rune. */
static size_t end_of_mark(struct str bytes, size_t mark)
{
    size_t at = mark;
    if (at < bytes.length)
        (void)str_next_rune(bytes, &at);
    while (at < bytes.length && at - mark < MARK_BYTES_MAX && !strchr(" \t\r\n", bytes.at[at]))
        at++;
    return at;
}

static void put_marked(struct page *page, const struct panel *panel)
{
    struct str bytes = panel->bytes;
    size_t mark = panel->mark < bytes.length ? panel->mark : bytes.length;
    html_put_bytes(page, part(bytes, 0, mark));
    if (mark == bytes.length) {
        html_put(page, "<mark>(ends here)</mark>");
        return;
    }
    if (bytes.at[mark] == '\n') {
        html_put(page, "<mark>(line ends)</mark>");
        html_put_bytes(page, part(bytes, mark, bytes.length));
        return;
    }
    size_t end = end_of_mark(bytes, mark);
    html_put(page, "<mark>");
    html_put_bytes(page, part(bytes, mark, end));
    html_put(page, "</mark>");
    html_put_bytes(page, part(bytes, end, bytes.length));
}

static void put_panel(struct page *page, const struct panel *panel)
{
    html_put(page, "<div class=\"panel\"><p>%s", panel->label);
    if (panel->skipped > 0)
        html_put(page, ", from byte %zu", panel->skipped + 1);
    html_put(page, panel->is_cut ? ", cut</p>\n" : "</p>\n");
    if (panel->bytes.length == 0) {
        html_put(page, "<p class=\"note\">%s</p></div>\n", panel->when_empty);
        return;
    }
    /* A parser drops a newline right behind <pre>: give it one. */
    html_put(page, "<pre tabindex=\"0\">\n");
    if (panel->has_mark)
        put_marked(page, panel);
    else
        html_put_bytes(page, panel->bytes);
    html_put(page, "</pre></div>\n");
}

/* A validator's lines, as it wrote them. */
static void put_message(struct page *page, const char *message)
{
    struct str text = str_of(message);
    text.length = text.length < MESSAGE_BYTES_MAX ? text.length : MESSAGE_BYTES_MAX;
    html_put(page, "<p class=\"note lines\">Judge: ");
    html_put_bytes(page, text);
    html_put(page, "</p>\n");
}

void html_exhibit(struct page *page, const struct report_case *test)
{
    const struct report_exhibit *exhibit = test->exhibit;
    bool known = exhibit->difference_is_known;
    const struct panel panels[] = {
        { "Input", exhibit->input, exhibit->input_skipped, exhibit->input_is_cut, false, 0,
          "(empty)" },
        { "Expected", exhibit->expected, exhibit->expected_skipped, exhibit->expected_is_cut, known,
          exhibit->expected_offset, "(nothing)" },
        { "Got", exhibit->got, exhibit->got_skipped, exhibit->got_is_cut, known,
          exhibit->got_offset, "(nothing was printed)" },
    };
    html_put(page, "<div class=\"exhibit\"><h4><code>%.*s</code>: %s</h4>\n", NAME_COLUMNS,
             test->name, verdict_phrase(test->verdict));
    if (exhibit->got_line > 0)
        html_put(page, "<p class=\"note\">First difference in line %u of the output.</p>\n",
                 exhibit->got_line);
    if (test->cause[0] && strcmp(test->cause, verdict_phrase(test->verdict)) != 0)
        html_put(page, "<p class=\"note\">%s</p>\n", test->cause);
    if (exhibit->message[0])
        put_message(page, exhibit->message);
    html_put(page, "<div class=\"panels\">\n");
    for (size_t i = 0; i < COUNT_OF(panels); i++)
        put_panel(page, &panels[i]);
    html_put(page, "</div></div>\n");
}
