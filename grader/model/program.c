/* program.c - built programs end. */
#include "grader/model/program.h"

#include "grader/base/fd.h"

void program_close(struct program *program)
{
    fd_close(&program->executable);
    *program = PROGRAM_NONE;
}

void package_tools_close(struct package_tools *tools)
{
    for (size_t i = 0; i < tools->output_validator_count; i++)
        program_close(&tools->output_validators[i]);
    for (size_t i = 0; i < tools->input_validator_count; i++)
        program_close(&tools->input_validators[i]);
    program_close(&tools->static_validator);
    program_close(&tools->grader);
}
