/* suggest.h - for a revision that does not exist: which names were perhaps meant. */
#ifndef GRADER_INTAKE_SUGGEST_H
#define GRADER_INTAKE_SUGGEST_H

#include <stddef.h>

#include "grader/base/arena.h"

/* Full names of references ("refs/heads/main"), in the arena. */
struct ref_names {
    const char **names;
    size_t count, capacity;
};

/* At most 10,000 names are kept: the rest is let go. Names that end in "^{}" (a remote's word for
 * what a tag names) are no names. */
void ref_names_add(struct ref_names *list, struct arena *arena, const char *name);

/* Branches, remote branches, tags; each by name. */
void ref_names_sort(struct ref_names *list);

/* "main" for "refs/heads/main", "v1" for "refs/tags/v1", "origin/x" for "refs/remotes/origin/x";
 * NULL for what is neither branch nor tag. Points into name. */
const char *ref_short_name(const char *name);

/* "'main' or 'maint'": at most three short names near to what was asked for (edit distance of at
 * most a third of its length, but two, or one part of the other); "" when none is near. */
const char *suggest_names(const struct ref_names *list, const char *asked, struct arena *arena);

/* "'a', 'b' and 3 more": at most five short names; "" for an empty list. */
const char *list_names(const struct ref_names *list, struct arena *arena);

#endif
