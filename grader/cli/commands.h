/* commands.h - the commands of the grader: one entry, one file. */
#ifndef GRADER_CLI_COMMANDS_H
#define GRADER_CLI_COMMANDS_H

#include <stddef.h>

#define GRADER_VERSION "0.1"

struct command {
    const char *name;
    const char *summary; /* a line for `grader --help` */
    const char *help;    /* the whole text for `grader NAME --help` */
    /* argv without the program's and the command's name; returns the exit code. */
    int (*run)(int argc, char **argv);
};

extern const struct command command_grade, command_judge, command_render, command_problems,
    command_doctor, command_rubric, command_growth, command_quality, command_verify, command_diff;

#endif
