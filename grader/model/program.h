/* program.h - a program that was built: all that is needed to start it. */
#ifndef GRADER_MODEL_PROGRAM_H
#define GRADER_MODEL_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

#include "grader/base/attr.h"
#include "grader/model/package.h"

struct program {
    int executable; /* owned; -1: words[0] is a program of this machine */
    bool has_starter;
    bool is_tool; /* it needs a folder, or an interpreter: it can't run as a candidate's does */
    struct word_list words;          /* argv in front of the arguments; at least one; in an arena */
    const struct source_file *files; /* to be laid into its folder; likewise */
    size_t file_count;
};

/* Of a script's words: the folder that it works in, "." for its own. */
enum { PROGRAM_FOLDER_WORD = 3 };

#define PROGRAM_NONE                                                                               \
    (struct program)                                                                               \
    {                                                                                              \
        .executable = -1                                                                           \
    }

/* Safe on PROGRAM_NONE and twice. */
void program_close(struct program *program);
#define SCOPED_PROGRAM SCOPED(program_close) struct program

static inline bool program_is_there(const struct program *program)
{
    return program->words.count > 0;
}

/* The programs of a package, built; each in the order of the package. */
struct package_tools {
    struct program *output_validators, *input_validators;
    size_t output_validator_count, input_validator_count;
    struct program static_validator, grader; /* PROGRAM_NONE: the package has none */
};
void package_tools_close(struct package_tools *tools);

#endif
