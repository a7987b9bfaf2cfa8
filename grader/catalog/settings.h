/* settings.h - test_group.yaml and the .yaml of a test case. Private to grader/catalog. */
#ifndef GRADER_CATALOG_SETTINGS_H
#define GRADER_CATALOG_SETTINGS_H

#include "grader/catalog/loader.h"

/* What a group hands down to its groups and cases. */
struct settings {
    struct word_list args, output_validator_args;
    struct word_list *input_validator_args; /* one a validator; never changed in place */
    const struct package_program *only_output_validator;
    bool full_feedback;
    const char *hint, *description;
};

/* The format's defaults. The package's input validators must be loaded. */
struct settings settings_default(struct loader *loader, bool full_feedback);

/* Gives a case what its group hands down; a hint or description that it has stays. */
void settings_apply(const struct settings *settings, struct test_case *test);

/*
 * Reads a group's test_group.yaml into the group and into *settings, which holds what is inherited
 * and is overwritten key by key. ERR_INPUT with line and column.
 */
bool settings_read_group(struct loader *loader, const struct entry *file, struct test_group *group,
                         struct settings *settings, struct err *err) MUST_CHECK;

/* The same where there are no groups: the keys of a case, for all cases of a folder. */
bool settings_read_folder(struct loader *loader, const struct entry *file,
                          struct settings *settings, struct err *err) MUST_CHECK;

/* Reads a case's .yaml over what it inherited. */
bool settings_read_case(struct loader *loader, const struct entry *file, struct test_case *test,
                        struct err *err) MUST_CHECK;

/* Sets the words of the named input validator in a new copy of settings->input_validator_args, or,
 * when name is NULL, of all. False: there is none of that name. */
bool settings_put_input_args(struct loader *loader, struct settings *settings, const char *name,
                             struct word_list words);

#endif
