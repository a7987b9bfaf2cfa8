/* test_metadata.c - problem.yaml key by key. */
#include "grader/catalog/metadata.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <stdio.h>
#include <string.h>

#include "tests/support/catalog_folder.h"

static struct catalog_folder folder;

static void make(void)
{
    catalog_folder_make(&folder);
}

static void clean_up(void)
{
    catalog_folder_remove(&folder);
}

TestSuite(metadata, .init = make, .fini = clean_up);

static const char HEAD[] = "problem_format_version: 2025-09\n"
                           "name: N\n"
                           "uuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\n";

/* Loads the package with these lines behind the required keys: the first is line 4. */
static bool load_with(const char *lines)
{
    catalog_folder_put(&folder, "problem.yaml", arena_printf(&folder.arena, "%s%s", HEAD, lines));
    return catalog_folder_load(&folder);
}

static void loads(const char *lines)
{
    cr_assert(load_with(lines), "%s: %s", lines, folder.err.text);
}

static void fails(const char *lines, const char *message)
{
    cr_assert(not(load_with(lines)), "accepted: %s", lines);
    cr_assert(eq(int, folder.err.kind, ERR_INPUT));
    cr_assert(eq(str, (char *)catalog_folder_error(&folder), (char *)message), "for: %s", lines);
}

Test(metadata, limits_default_as_the_format_says)
{
    loads("");
    const struct package_limits *limits = &folder.loaded.limits;
    cr_assert(eq(u64, limits->time_limit_us, 0));
    cr_assert(limits->ac_to_time_limit == 2.0 && limits->time_limit_to_tle == 1.5);
    cr_assert(eq(u64, limits->time_resolution_us, 1000000));
    cr_assert(eq(u64, limits->memory_bytes, 2147483648ULL));
    cr_assert(eq(u64, limits->output_bytes, 8388608));
    cr_assert(eq(u64, limits->code_bytes, 131072));
    cr_assert(eq(u64, limits->compilation_time_us, 60000000));
    cr_assert(eq(u64, limits->compilation_memory_bytes, 2147483648ULL));
    cr_assert(eq(u64, limits->validation_time_us, 60000000));
    cr_assert(eq(u64, limits->validation_memory_bytes, 2147483648ULL));
    cr_assert(eq(u64, limits->validation_output_bytes, 8388608));
    cr_assert(eq(uint, limits->validation_passes, 2));
    cr_assert(not(folder.loaded.allow_file_writing));
    cr_assert(eq(uint, folder.loaded.kinds, PACKAGE_PASS_FAIL));
}

Test(metadata, every_limit_can_be_set)
{
    loads("limits:\n"
          "  time_multipliers: {ac_to_time_limit: 4, time_limit_to_tle: 1.25}\n"
          "  time_limit: 0.25\n  time_resolution: 0.1\n  memory: 256\n  output: 16\n  code: 64\n"
          "  compilation_time: 5\n  compilation_memory: 512\n  validation_time: 6\n"
          "  validation_memory: 300\n  validation_output: 9\n");
    const struct package_limits *limits = &folder.loaded.limits;
    cr_assert(eq(u64, limits->time_limit_us, 250000));
    cr_assert(limits->ac_to_time_limit == 4.0 && limits->time_limit_to_tle == 1.25);
    cr_assert(eq(u64, limits->time_resolution_us, 100000));
    cr_assert(eq(u64, limits->memory_bytes, 268435456));
    cr_assert(eq(u64, limits->output_bytes, 16777216));
    cr_assert(eq(u64, limits->code_bytes, 65536));
    cr_assert(eq(u64, limits->compilation_time_us, 5000000));
    cr_assert(eq(u64, limits->compilation_memory_bytes, 536870912));
    cr_assert(eq(u64, limits->validation_time_us, 6000000));
    cr_assert(eq(u64, limits->validation_memory_bytes, 314572800));
    cr_assert(eq(u64, limits->validation_output_bytes, 9437184));
    loads("limits:\n");
}

Test(metadata, wrong_limits_name_line_column_and_what_they_must_be)
{
    fails("limits: {memory: 0}\n",
          "problem.yaml:4:18: 'limits.memory' must be a whole number between 1 and 1048576, not 0");
    fails("limits: {memory: 1.5}\n", "problem.yaml:4:18: 'limits.memory' must be a whole number "
                                     "between 1 and 1048576, not 1.5");
    fails("limits: {memory: lots}\n", "problem.yaml:4:18: 'limits.memory' must be a whole number "
                                      "between 1 and 1048576, not 'lots'");
    fails("limits:\n  memroy: 5\n",
          "problem.yaml:5:3: unknown key 'limits.memroy'; did you mean 'memory'?");
    fails("limits: {time_limit: 0}\n", "problem.yaml:4:22: 'limits.time_limit' must be a number "
                                       "above 0 and at most 86400, not 0");
    fails("limits: {time_limit: .inf}\n", "problem.yaml:4:22: 'limits.time_limit' must be a number "
                                          "above 0 and at most 86400, not .inf");
    fails("limits:\n  time_multipliers:\n    ac_to_time_limit: 0.5\n",
          "problem.yaml:6:23: 'limits.time_multipliers.ac_to_time_limit' must be a number from 1 "
          "to 1000, not 0.5");
    fails("limits: {validation_passes: 3}\n",
          "problem.yaml:4:29: 'limits.validation_passes' is only for problems of type multi-pass");
    fails("limits: {validation_passes: 1}\n", "problem.yaml:4:29: 'limits.validation_passes' must "
                                              "be a whole number between 2 and 1000, not 1");
    fails("limits: 5\n", "problem.yaml:4:9: 'limits' must be a mapping, not 5");
}

Test(metadata, unknown_and_duplicate_keys_are_errors)
{
    fails("colour: red\n", "problem.yaml:4:1: unknown key 'colour'");
    fails("licence: cc0\n", "problem.yaml:4:1: unknown key 'licence'; did you mean 'license'?");
    fails("name: again\n",
          "problem.yaml:4:1: the key 'name' is here for the second time, after line 2");
}

Test(metadata, required_keys_are_required)
{
    static const struct {
        const char *text, *message;
    } rows[] = {
        { "problem_format_version: 2025-09\nname: N\n",
          "problem.yaml:1:1: the key 'uuid' is missing" },
        { "problem_format_version: 2025-09\nuuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\n",
          "problem.yaml:1:1: the key 'name' is missing" },
        { "problem_format_version: 2025-09\nname: N\nuuid: 35aac49e09a04fc1bbc163f4662bbc86\n",
          "problem.yaml:3:7: '35aac49e09a04fc1bbc163f4662bbc86' is not a UUID of the form "
          "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx" },
        { "problem_format_version: 2025-09\nname: 7\n",
          "problem.yaml:2:7: 'name' must be a string (put quotes around it), not 7" },
        { "problem_format_version: 2025-09\nname: [N]\n",
          "problem.yaml:2:7: 'name' must be a string, not a list" },
        { "problem_format_version: 2025-09\nname:\n",
          "problem.yaml:2:6: 'name' must be a string, not nothing" },
        { "problem_format_version: 2025-09\nname: {}\n",
          "problem.yaml:2:7: 'name' must give at least one name" },
        { "problem_format_version: 2025-09\nname: {english: N}\n",
          "problem.yaml:2:8: 'english' is not the code of a language, like 'en' or 'pt-BR'" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        catalog_folder_put(&folder, "problem.yaml", rows[i].text);
        cr_assert(not(catalog_folder_load(&folder)), "%s", rows[i].text);
        const char *error = catalog_folder_error(&folder);
        cr_assert(eq(str, (char *)error, (char *)rows[i].message));
    }
}

Test(metadata, a_name_in_several_languages_is_shown_in_english)
{
    catalog_folder_put(&folder, "problem.yaml",
                       "problem_format_version: 2025-09\n"
                       "name: {sv: Hej, en: Hello, pt-BR: Ola}\n"
                       "uuid: 35AAC49E-09a0-4fc1-bbc1-63f4662bbc86\n");
    catalog_folder_put(&folder, "statement/problem.sv.tex", "x\n");
    catalog_folder_put(&folder, "statement/problem.fr.pdf", "x\n");
    catalog_folder_put(&folder, "statement/problem.en.tex", "x\n");
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
    cr_assert(eq(str, (char *)folder.loaded.name, "Hello"));
    cr_assert(str_ends(folder.loaded.statement_path, "/statement/problem.en.md"));
    cr_assert(
        catalog_folder_warns(&folder, "no name for the language of 'statement/problem.fr.pdf'"));
    cr_assert(eq(sz, folder.loaded.warning_count, 2));
    cr_assert(catalog_folder_warns(&folder, "there is a name, but no statement, in 'pt-BR'"));
    catalog_folder_drop(&folder, "statement");
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
    cr_assert_null(folder.loaded.statement_path);
    cr_assert(catalog_folder_warns(&folder, "there is no statement"));
}

Test(metadata, types_combine_as_the_format_says)
{
    loads("type: pass-fail\n");
    static const char needs_validator[] =
        "an interactive or multi-pass problem needs a program in 'output_validator'";
    fails("type: interactive\n", needs_validator);
    fails("type: [pass-fail, multi-pass]\n", needs_validator);
    loads("type: submit-answer\n");
    cr_assert(eq(uint, folder.loaded.kinds, PACKAGE_SUBMIT_ANSWER));
    fails("type: [multi-pass, submit-answer]\n",
          "problem.yaml:4:20: a problem cannot be both 'multi-pass' and 'submit-answer'");
    catalog_folder_make_paying(&folder);
    fails("", "data/secret/1-files/test_group.yaml:1:1: 'max_score' is only for problems of type "
              "scoring");
    loads("type: [scoring]\n");
    cr_assert(eq(uint, folder.loaded.kinds, PACKAGE_SCORING));
    fails("type: []\n",
          "problem.yaml:4:7: 'type' must be a string or a list with at least one, not a list");
    fails("type: [pass-fail, scoring]\n",
          "problem.yaml:4:19: a problem cannot be both 'pass-fail' and 'scoring'");
    fails("type: [scoring, scoring]\n", "problem.yaml:4:17: the type 'scoring' is here twice");
    fails("type: fast\n", "problem.yaml:4:7: unknown type 'fast'; the format knows pass-fail, "
                          "scoring, multi-pass, interactive, submit-answer");
}

/* The examples of the specification, sections Credits and Source. */
Test(metadata, credits_and_sources_take_the_specifications_examples)
{
    loads("credits:\n"
          "  authors: Authy McAuth <authy@mcauth.example>\n"
          "  contributors:\n"
          "  - Authy McAuth <authy@mcauth.example>\n"
          "  - Additional Contributor <extra@contrib.example>\n"
          "  testers:\n"
          "  - name: Tester One\n"
          "    email: one@tester.com\n"
          "  - name: Tester Two\n"
          "    orcid: 0000-0001-7414-8743\n"
          "  - name: Tester Three\n"
          "    kattis: tester-three\n"
          "  translators:\n"
          "    da: Mads Jensen <mads@mads.example>\n"
          "    eo: Ludoviko Lazaro Zamenhofo\n"
          "  acknowledgements:\n"
          "    - Inspirational Speaker 1\n"
          "    - Inspirational Speaker 2\n"
          "  packagers:\n"
          "    - Package Creatorson\n"
          "source:\n"
          "  - name: NWERC 2024\n"
          "    url: https://2024.nwerc.example/contest\n"
          "  - SWERC 2024\n"
          "  - name: SEERC 2024\n"
          "license: cc by-sa\n");
    cr_assert(eq(sz, folder.loaded.warning_count, 0));
    loads("source: NWERC 2024\nlicense: cc by\n");
    cr_assert(eq(sz, folder.loaded.warning_count, 0));
    fails("credits: {authors: []}\n", "problem.yaml:4:20: 'credits.authors' must name at least one "
                                      "person");
    fails("credits: {authors: [{email: x}]}\n", "problem.yaml:4:21: the key 'name' is missing");
    fails("credits: {writers: X}\n", "problem.yaml:4:11: unknown key 'credits.writers'");
    fails("credits: {translators: {danish: X}}\n",
          "problem.yaml:4:25: 'danish' is not the code of a language, like 'en' or 'pt-BR'");
    fails("source: {url: x}\n", "problem.yaml:4:9: the key 'name' is missing");
    fails("source: [7]\n",
          "problem.yaml:4:10: 'source[0]' must be a string (put quotes around it), not 7");
}

Test(metadata, rights_follow_the_license)
{
    loads("license: public domain\n");
    cr_assert(eq(sz, folder.loaded.warning_count, 0));
    fails("license: public domain\nrights_owner: Me\n",
          "problem.yaml:5:15: what is in the public domain has no 'rights_owner'");
    loads("license: cc0\n");
    cr_assert(catalog_folder_warns(&folder, "needs a rights owner"));
    loads("license: cc0\nrights_owner: Me\n");
    cr_assert(eq(sz, folder.loaded.warning_count, 0));
    fails("license: mine\n", "problem.yaml:4:10: unknown license 'mine'; the format knows unknown, "
                             "public domain, cc0, cc by, cc by-sa, educational, permission");
}

Test(metadata, the_other_keys_are_checked_too)
{
    loads("version: 1.0\nkeywords: [a, 'b c']\nlanguages: [c, cpp]\nallow_file_writing: true\n"
          "embargo_until: 2026-11-26\n");
    cr_assert(folder.loaded.allow_file_writing);
    cr_assert(eq(sz, folder.loaded.warning_count, 0));
    loads("embargo_until: 2026-11-26T18:00:00Z\n");
    fails("embargo_until: tomorrow\n", "problem.yaml:4:16: 'embargo_until' must look like "
                                       "2026-11-26 or 2026-11-26T18:00:00Z");
    fails("allow_file_writing: yes\n",
          "problem.yaml:4:21: 'allow_file_writing' must be true or false, not 'yes'");
    fails("keywords: graph\n", "problem.yaml:4:11: 'keywords' must be a list of strings, not "
                               "'graph'");
    catalog_folder_drop(&folder, "include/c");
    loads("languages: [python3]\n");
    cr_assert(catalog_folder_warns(&folder, "does not name 'c'"));
}

Test(metadata, constants_go_into_sources_and_group_settings)
{
    catalog_folder_put(&folder, "include/c/shared.h", "N={{N}} {{M}} {{none}} {{N} }} {{{N}}\n");
    catalog_folder_put(&folder, "data/secret/test_group.yaml",
                       "output_validator_args: [float_tolerance, {{EPS}}]\n");
    loads("constants: {N: 100000, M: text, EPS: 1e-6}\n");
    cr_assert(
        str_is(folder.loaded.include.files[2].bytes, "N=100000 text {{none}} {{N} }} {100000\n"));
    const struct test_case *test = catalog_folder_case(&folder, "secret/1-files/01");
    cr_assert(eq(sz, test->output_validator_args.count, 2));
    cr_assert(eq(str, (char *)test->output_validator_args.words[1], "1e-6"));
    fails("constants: {9x: 1}\n", "problem.yaml:4:13: '9x' cannot be the name of a constant");
    fails("constants: {x: [1]}\n", "problem.yaml:4:16: 'constants.x' must be a string, not a list");
    fails("constants: [x]\n",
          "problem.yaml:4:12: 'constants' must be a mapping of names to values, not a list");
}
