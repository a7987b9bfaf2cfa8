/* rules.h - what the tools' many checks amount to: the grader's own rules, and their words. */
#ifndef GRADER_QUALITY_RULES_H
#define GRADER_QUALITY_RULES_H

#include "grader/model/quality.h"

/*
 * A rule is one kind of thing that can be wrong, whoever sees it. Checks of tools that no rule
 * speaks of are passed over: measured on 5,700 lines, 93 % of what a linter says with everything
 * switched on is of no use.
 */
struct quality_rule {
    const char *id; /* "leak" */
    enum quality_dimension dimension;
    enum quality_kind kind;
    bool at_origin;     /* belongs to the line where the thing came from, not where it was missed */
    bool once;          /* one a function: tools name different lines for it */
    const char *text;   /* a sentence without a full stop; NULL: the tool's own words */
    const char *change; /* what to do */
    const char *read_on; /* https:// address, "" for none */
};

/* The rule by its id; NULL when there is none. */
const struct quality_rule *rule_find(const char *id);

/* The rule that a tool's check amounts to. Some checks speak of several things: then the message
 * decides. NULL: none, pass it over. */
const struct quality_rule *rule_of_check(const char *label, const char *message);

#endif
