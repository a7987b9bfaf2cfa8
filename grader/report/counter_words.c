/* counter_words.c - what a search for a counter-example came to, in the words of every format. */
#include "grader/report/counter_words.h"

const char *counter_words(const struct report_counterexample *example, struct arena *arena)
{
    if (!example || example->not_searched[0])
        return "";
    if (!example->exhibit)
        return arena_printf(arena,
                            "No small counter-example found among %zu inputs from the public "
                            "generator.",
                            example->tried);
    bool has_cause = example->verdict != VERDICT_WRONG_ANSWER && example->cause[0];
    return arena_printf(arena,
                        "The hidden tests stay hidden, but the program also fails on this small "
                        "input from the public generator%s%s%s.",
                        has_cause ? " (" : "", has_cause ? example->cause : "",
                        has_cause ? ")" : "");
}

struct report_case counter_case(const struct report_counterexample *example)
{
    return (struct report_case){ .name = "counter-example",
                                 .group = "",
                                 .verdict = example->verdict,
                                 .cause = "",
                                 .hint = "",
                                 .exhibit = example->exhibit };
}
