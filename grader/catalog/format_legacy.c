/* format_legacy.c - packages of the formats legacy and 2023-07-draft, part by part. */
#include <string.h>
#include <sys/stat.h>

#include "grader/base/fd.h"
#include "grader/base/num.h"
#include "grader/catalog/content.h"
#include "grader/catalog/folders.h"
#include "grader/catalog/format.h"
#include "grader/catalog/metadata.h"
#include "grader/catalog/metadata_legacy.h"
#include "grader/catalog/program.h"
#include "grader/catalog/statement.h"
#include "grader/catalog/submissions.h"
#include "grader/catalog/testdata.h"
#include "grader/catalog/tree.h"

/* ---- time limits that other systems keep in files of their own ---- */

enum { LIMIT_FILE_MAX = 64 * 1024, LIMIT_SECONDS_MAX = 24 * 60 * 60 };

/* A file at the package's top whose name may begin with a dot. *out_exists is false, and all is
 * well, when there is none; a link is not followed. */
static bool read_top_file(struct loader *loader, const char *name, struct str *out,
                          bool *out_exists, struct err *err)
{
    struct stat st;
    const char *path = arena_printf(loader->arena, "%s/%s", loader->root, name);
    *out_exists = lstat(path, &st) == 0 && S_ISREG(st.st_mode);
    return !*out_exists || file_read(path, LIMIT_FILE_MAX, loader->arena, out, err);
}

static struct str trim(struct str text, const char *what)
{
    while (text.length > 0 && strchr(what, text.at[0]))
        text.at++, text.length--;
    while (text.length > 0 && strchr(what, text.at[text.length - 1]))
        text.length--;
    return text;
}

static bool set_limit(struct loader *loader, const char *file, unsigned line, struct str text,
                      struct err *err)
{
    double seconds;
    if (!num_double(text, &seconds) || !(seconds > 0) || seconds > LIMIT_SECONDS_MAX)
        return err_set(err, ERR_INPUT, "%s:%u: the time limit must be a number of seconds", file,
                       line);
    if (loader->package->limits.time_limit_us != 0) {
        loader_warn(loader, "%s:%u: this time limit is ignored: another file gives one", file,
                    line);
        return true;
    }
    loader_warn(loader, "%s:%u: the time limit is taken from here; the format has it measured",
                file, line);
    loader->package->limits.time_limit_us = (uint64_t)(seconds * 1e6 + 0.5);
    return true;
}

/* DOMjudge: lines KEY = VALUE, the value perhaps quoted; ';' and '#' begin comments. */
static bool read_domjudge(struct loader *loader, struct err *err)
{
    static const char name[] = "domjudge-problem.ini", white[] = " \t\r";
    struct str text, line;
    bool exists;
    if (!read_top_file(loader, name, &text, &exists, err) || !exists)
        return !exists;
    for (unsigned number = 1; str_next_line(&text, &line); number++) {
        const char *equals = memchr(line.at, '=', line.length);
        if (!equals)
            continue;
        struct str key = { line.at, (size_t)(equals - line.at) };
        struct str value = { equals + 1, line.length - key.length - 1 };
        if (str_is(trim(key, white), "timelimit") &&
            !set_limit(loader, name, number, trim(trim(value, white), "'\""), err))
            return false;
    }
    return true;
}

static bool read_timelimit(struct loader *loader, struct err *err)
{
    static const char name[] = ".timelimit";
    struct str text;
    bool exists;
    if (!read_top_file(loader, name, &text, &exists, err))
        return false;
    return !exists || set_limit(loader, name, 1, trim(text, " \t\r\n"), err);
}

/* ---- folders and programs ---- */

static bool load_includes(struct loader *loader, struct err *err)
{
    struct package *package = loader->package;
    return program_check_include(loader, err) &&
           program_load_include(loader, "c", &package->include, err) &&
           program_load_include(loader, "cpp", &package->include_cpp, err) &&
           program_load_include(loader, "python3", &package->include_python3, err);
}

/* The old name of the folder counts when the new one is not there. */
static bool load_input_validators(struct loader *loader, struct err *err)
{
    static const char name[] = "input_validators", old_name[] = "input_format_validators";
    struct package *package = loader->package;
    struct listing now, old;
    if (!loader_list(loader, name, &now, err) || !loader_list(loader, old_name, &old, err))
        return false;
    if (old.exists)
        loader_warn(loader,
                    now.exists ? "'%s' is ignored: '%s' is there as well"
                               : "'%s' is the old name of '%s'",
                    old_name, name);
    if (!program_load_all(loader, now.exists ? name : old_name, &package->input_validators,
                          &package->input_validator_count, err))
        return false;
    if (package->input_validator_count == 0)
        loader_warn(loader, "there is no input validator in '%s'", name);
    return true;
}

static bool load_grader(struct loader *loader, struct err *err)
{
    struct package_program *graders;
    size_t count;
    if (!program_load_all(loader, "graders", &graders, &count, err))
        return false;
    if (count > 1)
        return err_set(err, ERR_INPUT, "cannot use 'graders': there may be one program only");
    loader->package->grader = count == 1 ? graders : NULL;
    return true;
}

/* `validation` says whether the programs in output_validators/ are used. */
static bool choose_validators(struct loader *loader, const struct legacy_metadata *metadata,
                              struct err *err)
{
    struct package *package = loader->package;
    if (metadata->is_custom && package->output_validator_count == 0)
        return yml_error(metadata->validation, err,
                         "'validation: custom' needs a program in 'output_validators'");
    if (!metadata->is_custom && package->output_validator_count > 0) {
        loader_warn(loader, "'output_validators' is not used: problem.yaml does not say "
                            "'validation: custom'");
        package->output_validator_count = 0;
    }
    return true;
}

bool format_load_legacy(struct loader *loader, const struct yml_node *root, struct err *err)
{
    struct package *package = loader->package;
    struct legacy_metadata metadata;
    package->grading = PACKAGE_GRADING_GRADERS;
    if (!folders_check(loader, err) || !metadata_legacy_load(loader, root, &metadata, err) ||
        !read_domjudge(loader, err) || !read_timelimit(loader, err) ||
        !statement_load(loader, "problem_statement", NULL, err) || !load_includes(loader, err) ||
        !load_input_validators(loader, err) || !load_grader(loader, err) ||
        !program_load_all(loader, "output_validators", &package->output_validators,
                          &package->output_validator_count, err) ||
        !choose_validators(loader, &metadata, err))
        return false;
    const struct tree_rules rules = { .cases = &case_rules_legacy,
                                      .output_args = metadata.validator_flags,
                                      .root = &metadata.root };
    return tree_load(loader, &rules, err) && submissions_load(loader, err) &&
           content_hash(loader, err);
}

/* What the draft had in mind and nobody built. */
static bool refuse_static(struct loader *loader, struct err *err)
{
    struct listing listing;
    if (!loader_list(loader, "static_validator", &listing, err))
        return false;
    return !listing.exists ||
           err_set(err, ERR_INPUT, "cannot use 'static_validator': only format 2025-09 has one");
}

bool format_load_draft(struct loader *loader, const struct yml_node *root, struct err *err)
{
    struct package *package = loader->package;
    struct metadata metadata;
    struct package_program *validator;
    static const unsigned needs_validator = PACKAGE_INTERACTIVE | PACKAGE_MULTI_PASS;
    package->grading = PACKAGE_GRADING_GRADERS;
    loader_warn_at(loader, root,
                   "'2023-07-draft' became '2025-09'; the draft is read as "
                   "problemtools reads it");
    if (!folders_check(loader, err) || !refuse_static(loader, err) ||
        !metadata_load(loader, root, &metadata, err) ||
        !statement_load(loader, "statement", &metadata, err) || !load_includes(loader, err) ||
        !load_input_validators(loader, err) || !load_grader(loader, err) ||
        !program_load_only(loader, "output_validator", &validator, err))
        return false;
    package->output_validators = validator;
    package->output_validator_count = validator ? 1 : 0;
    package->validator_gives_score = validator && (package->kinds & PACKAGE_SCORING);
    if ((package->kinds & needs_validator) && !validator)
        return err_set(err, ERR_INPUT,
                       "an interactive or multi-pass problem needs a program in "
                       "'output_validator'");
    const struct grader_settings settings = testdata_default();
    const struct tree_rules rules = { .cases = &case_rules_draft, .root = &settings };
    return tree_load(loader, &rules, err) && submissions_load(loader, err) &&
           content_hash(loader, err);
}
