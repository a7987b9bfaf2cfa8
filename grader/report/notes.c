/* notes.c - remarks being gathered, and what to do about each. Private to the remarks. */
#include "grader/report/notes.h"

#include <assert.h>
#include <string.h>

bool notes_has_failed(const struct report_case *test)
{
    return test->verdict != VERDICT_NONE && test->verdict != VERDICT_ACCEPTED;
}

void notes_add(struct notes *notes, struct report_remark remark)
{
    for (size_t i = 0; i < notes->count; i++)
        if (strcmp(notes->remarks[i].text, remark.text) == 0 &&
            strcmp(notes->remarks[i].where, remark.where) == 0)
            return;
    if (notes->count < NOTES_MAX)
        notes->remarks[notes->count++] = remark;
}

/* The grader's own words; a rubric may have others. */
static const struct rubric_advice own_advice[] = {
    [ADVICE_COMPILE_ERROR] = { "Mend the first error first; those below it often follow from it.",
                               "https://en.cppreference.com/w/c/language" },
    [ADVICE_SAMPLE] = { "Mend this one first; its input and answer are public.", "" },
    [ADVICE_WRONG_ANSWER] = { "Try the smallest and the largest inputs, equal values and the "
                              "limits of the statement, and compare with a slow solution that is "
                              "surely right.",
                              "https://en.wikipedia.org/wiki/Boundary-value_analysis" },
    [ADVICE_TIME_LIMIT] = { "Look at how the cost grows with the input: a loop over everything "
                            "inside another, or a search that starts from the front each time.",
                            "https://en.wikipedia.org/wiki/Big_O_notation" },
    [ADVICE_MEMORY_LIMIT] = { "Keep only what is still needed, and give back what is not.",
                              "https://en.cppreference.com/w/c/memory" },
    [ADVICE_OUTPUT_LIMIT] = { "Look for a loop that never ends, or for output meant for "
                              "debugging.",
                              "https://en.cppreference.com/w/c/language/while" },
    [ADVICE_RUN_ERROR] = { "Build with -g -fsanitize=address,undefined and run it: that names the "
                           "line.",
                           "https://gcc.gnu.org/onlinedocs/gcc/Instrumentation-Options.html" },
    [ADVICE_FORBIDDEN_CALL] = { "A solution reads standard input and writes standard output; it "
                                "needs no files, processes or network.",
                                "https://en.cppreference.com/w/c/io" },
    [ADVICE_WHITE_SPACE] = { "Print no space at the end of a line, and end the last line.",
                             "https://en.cppreference.com/w/c/io/fprintf" },
    [ADVICE_GROWTH_TIME] = { "Count how often the inner line runs when the input doubles. Look for "
                             "what is computed again and again, and remember it: sorted, in a "
                             "table, or as a running result.",
                             "https://en.wikipedia.org/wiki/Time_complexity" },
    [ADVICE_GROWTH_MEMORY] = { "Keep what is still needed and no more: one row in place of all, "
                               "a place used again in place of a new one.",
                               "https://en.wikipedia.org/wiki/Space_complexity" },
    [ADVICE_WARNING] = { "Read each warning as a question about what you meant.",
                         "https://gcc.gnu.org/onlinedocs/gcc/Warning-Options.html" },
};
static_assert(COUNT_OF(own_advice) == ADVICE_COUNT, "one piece of advice per topic");

struct report_remark notes_advise(const struct notes *notes, struct report_remark remark,
                                  enum advice_topic topic)
{
    const struct rubric_advice *own = &own_advice[topic];
    const struct rubric_advice *theirs = &notes->rubric->advice[topic];
    remark.change = theirs->change ? theirs->change : own->change;
    remark.read_on = theirs->read_on ? theirs->read_on : own->read_on;
    return remark;
}
