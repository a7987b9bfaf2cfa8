/* format_2025_09.c - a package of format 2025-09, part by part. */
#include <string.h>

#include "grader/catalog/content.h"
#include "grader/catalog/data.h"
#include "grader/catalog/folders.h"
#include "grader/catalog/format.h"
#include "grader/catalog/generators.h"
#include "grader/catalog/metadata.h"
#include "grader/catalog/program.h"
#include "grader/catalog/statement.h"
#include "grader/catalog/submissions.h"

static bool load_programs(struct loader *loader, struct err *err)
{
    struct package *package = loader->package;
    struct package_program *static_validator;
    if (!program_check_include(loader, err) ||
        !program_load_include(loader, "c", &package->include, err) ||
        !program_load_include(loader, "cpp", &package->include_cpp, err) ||
        !program_load_include(loader, "python3", &package->include_python3, err) ||
        !program_load_only(loader, "output_validator", &package->output_validators, err) ||
        !program_load_only(loader, "static_validator", &static_validator, err) ||
        !program_load_all(loader, "input_validators", &package->input_validators,
                          &package->input_validator_count, err))
        return false;
    package->output_validator_count = package->output_validators ? 1 : 0;
    package->static_validator = static_validator;
    if (package->input_validator_count == 0)
        loader_warn(loader, "there is no input validator in 'input_validators'");
    return true;
}

/* Rules over programs and types. */
static bool check_together(struct loader *loader, struct err *err)
{
    const struct package *package = loader->package;
    static const unsigned needs_validator = PACKAGE_INTERACTIVE | PACKAGE_MULTI_PASS;
    if ((package->kinds & needs_validator) && package->output_validator_count == 0)
        return err_set(err, ERR_INPUT,
                       "an interactive or multi-pass problem needs a program in "
                       "'output_validator'");
    if ((package->kinds & PACKAGE_SUBMIT_ANSWER) && package->static_validator)
        return err_set(err, ERR_INPUT,
                       "cannot use 'static_validator': a submit-answer problem has no programs to "
                       "look at");
    return true;
}

static void warn_of_unused(struct loader *loader)
{
    const struct package *package = loader->package;
    for (size_t i = 0; i < package->group_count; i++)
        if (package->groups[i]->has_static_validation)
            return;
    if (package->static_validator)
        loader_warn(loader, "'static_validator' is not used: no test_group.yaml says "
                            "'static_validation_score'");
}

bool format_load_2025_09(struct loader *loader, const struct yml_node *root, struct err *err)
{
    struct metadata metadata;
    struct made_tests made;
    loader->package->grading = PACKAGE_GRADING_GROUPS;
    if (!folders_check(loader, err) || !metadata_load(loader, root, &metadata, err))
        return false;
    loader->package->validator_gives_score = loader->package->kinds & PACKAGE_SCORING;
    if (!statement_load(loader, "statement", &metadata, err) || !load_programs(loader, err) ||
        !check_together(loader, err) || !generators_load(loader, &made, err) ||
        !data_load(loader, &made, err) || !submissions_load(loader, err))
        return false;
    warn_of_unused(loader);
    return content_hash(loader, err);
}
