/* test_catalog.c - whole packages: a good one, every broken one with its message, the real ones. */
#include "grader/catalog/catalog.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

TestSuite(catalog, .init = make, .fini = clean_up);

static void loads(void)
{
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
}

static void fails(const char *message)
{
    cr_assert(not(catalog_folder_load(&folder)));
    cr_assert(eq(int, folder.err.kind, ERR_INPUT));
    cr_assert(eq(str, (char *)catalog_folder_error(&folder), (char *)message));
}

Test(catalog, a_small_good_package_loads_without_a_warning)
{
    loads();
    const struct package *package = &folder.loaded;
    cr_assert(eq(str, (char *)package->id, "pack"));
    cr_assert(eq(str, (char *)package->path, folder.package));
    cr_assert(eq(str, (char *)package->format, "2025-09"));
    cr_assert(eq(str, (char *)package->name, "A pack"));
    cr_assert(eq(sz, package->warning_count, 0));
    cr_assert(eq(sz, package->group_count, 4));
    cr_assert(eq(str, (char *)package->groups[3]->name, "secret/2-made"));
    cr_assert(package->groups[3]->parent == package->groups[1]);
    static const char *const names[] = { "sample/1", "secret/1-files/01", "secret/1-files/02",
                                         "secret/2-made/a", "secret/2-made/b" };
    cr_assert(eq(sz, package->case_count, 5));
    for (size_t i = 0; i < 5; i++)
        cr_assert(eq(str, (char *)package->cases[i].name, (char *)names[i]));
    cr_assert(package->cases[0].full_feedback && !package->cases[1].full_feedback);
    cr_assert(eq(str, (char *)package->cases[1].input_path,
                 (char *)catalog_folder_path(&folder, "data/secret/1-files/01.in")));
    cr_assert_null(package->cases[3].input_path);
    cr_assert_null(package->cases[3].answer_path);
    cr_assert(eq(str, (char *)package->cases[4].hint, "Think."));
    cr_assert(eq(uint, package->cases[4].call->line, 5));
    cr_assert(eq(sz, strlen(package->content_hash), 64));
    cr_assert(eq(str, (char *)catalog_model_solution(package)->sources.name, "accepted/good.c"));
}

Test(catalog, include_for_c_lies_over_the_default_one)
{
    loads();
    const struct source_set *include = &folder.loaded.include;
    cr_assert(eq(sz, include->count, 3));
    cr_assert(eq(str, (char *)include->files[0].path, "driver.c"));
    cr_assert(eq(str, (char *)include->files[1].path, "note.h"));
    cr_assert(eq(str, (char *)include->files[2].path, "shared.h"));
    cr_assert(str_is(include->files[2].bytes, "/* c */\n"));
}

Test(catalog, every_problem_of_ours_loads_without_a_warning)
{
    static const char *const folders[] = { TREE "/problems", NULL };
    struct catalog_entry *entries;
    size_t count;
    cr_assert(catalog_list(folders, &folder.arena, &entries, &count, &folder.err), "%s",
              folder.err.text);
    cr_assert(ge(sz, count, 3));
    for (size_t i = 0; i < count; i++) {
        struct package package;
        cr_assert(catalog_load(entries[i].path, &folder.arena, &package, &folder.err), "%s",
                  folder.err.text);
        cr_assert_eq(package.warning_count, 0, "%s: %s", package.id,
                     package.warning_count ? package.warnings[0] : "");
        const struct package_submission *model = catalog_model_solution(&package);
        cr_assert(model && model->is_model_solution, "%s has no model solution", package.id);
        cr_assert(gt(sz, package.case_count, 20));
    }
}

struct change {
    const char *place, *text; /* text NULL: the place is removed */
    const char *message;
};

static void check_changes(const struct change *changes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        catalog_folder_remove(&folder);
        catalog_folder_make(&folder);
        if (changes[i].text)
            catalog_folder_put(&folder, changes[i].place, changes[i].text);
        else
            catalog_folder_drop(&folder, changes[i].place);
        fails(changes[i].message);
    }
}

Test(catalog, what_is_missing_is_named)
{
    static const struct change changes[] = {
        { "problem.yaml", NULL, "it has no 'problem.yaml', so it is not a problem package" },
        { "data", NULL, "there is no folder 'data'" },
        { "data/secret", NULL, "there is no folder 'data/secret'" },
        { "data/secret/1-files/01.ans", NULL, "case 'secret/1-files/01': '01.ans' is missing" },
        { "data/secret/1-files/02.in", NULL, "case 'secret/1-files/02': '02.in' is missing" },
        { "data/sample/1.ans", NULL, "case 'sample/1': '1.ans' is missing" },
        { "submissions/accepted", NULL, "there is no submission in 'submissions/accepted'" },
        { "submissions", NULL, "there is no submission in 'submissions/accepted'" },
        { "generators/gen.c", NULL,
          "generators/tests.yaml:3:6: there is no generator 'generators/gen.c'" },
        { "generators/tests.yaml", NULL,
          "cannot use the group 'secret/2-made': it has no test cases" },
        { "data/secret/2-made", NULL,
          "generators/tests.yaml:2:1: there is no group 'data/secret/2-made'" },
    };
    check_changes(changes, COUNT_OF(changes));
}

Test(catalog, a_version_that_is_unknown_or_wrong_is_told_in_one_line)
{
    static const struct change changes[] = {
        { "problem.yaml", "problem_format_version: 2031-01\n",
          "problem.yaml:1:25: unknown problem_format_version '2031-01'; known are 2025-09, "
          "2023-07-draft, legacy, legacy-icpc" },
        { "problem.yaml", "problem_format_version: 7\n",
          "problem.yaml:1:25: 'problem_format_version' must be a string (put quotes around it), "
          "not 7" },
        { "problem.yaml", "", "problem.yaml:1:1: 'the file' must be a mapping of keys to values" },
        { "problem.yaml", "- a\n",
          "problem.yaml:1:1: 'the file' must be a mapping of keys to values" },
    };
    check_changes(changes, COUNT_OF(changes));
}

Test(catalog, a_package_is_a_folder_with_a_plain_name)
{
    struct package package = { .id = "before" };
    static const char *const paths[] = { "/nowhere/at/all", "/dev/null", "" };
    for (size_t i = 0; i < COUNT_OF(paths); i++) {
        cr_assert(not(catalog_load(paths[i], &folder.arena, &package, &folder.err)));
        cr_assert(eq(int, folder.err.kind, ERR_INPUT));
    }
    cr_assert(not(catalog_load("/dev/null", &folder.arena, &package, &folder.err)));
    cr_assert(eq(str, folder.err.text,
                 "cannot load the package '/dev/null': neither a folder nor a .zip or .kpp file"));
    const char *renamed = arena_printf(&folder.arena, "%s/Pack-1", folder.top);
    cr_assert(eq(int, rename(folder.package, renamed), 0));
    cr_assert(not(catalog_load(renamed, &folder.arena, &package, &folder.err)));
    cr_assert_not_null(strstr(folder.err.text, "may hold only a-z and 0-9"));
    cr_assert(eq(str, (char *)package.id, "before"));
    cr_assert(eq(int, rename(renamed, folder.package), 0));
    const char *slashes = arena_printf(&folder.arena, "%s/../pack//", folder.package);
    cr_assert(catalog_load(slashes, &folder.arena, &package, &folder.err));
    cr_assert(eq(str, (char *)package.id, "pack"));
}

Test(catalog, an_empty_folder_is_not_a_package)
{
    catalog_folder_remove(&folder);
    catalog_folder_make_empty(&folder);
    fails("it has no 'problem.yaml', so it is not a problem package");
}

Test(catalog, strange_files_are_refused_at_once)
{
    const char *path = catalog_folder_path(&folder, "problem.yaml");
    cr_assert(eq(int, unlink(path), 0));
    cr_assert(eq(int, mkfifo(path, 0600), 0));
    fails("cannot use 'problem.yaml': neither a regular file nor a folder");
    cr_assert(eq(int, unlink(path), 0));
    cr_assert(eq(int, mkdir(path, 0700), 0));
    fails("cannot read 'problem.yaml': it is a folder");
    cr_assert(eq(int, rmdir(path), 0));
    catalog_folder_put(&folder, "problem.yaml", "problem_format_version: 2025-09\n");
    cr_assert(eq(int, truncate(path, 100 * 1024 * 1024), 0));
    cr_assert(not(catalog_folder_load(&folder)));
    cr_assert_not_null(strstr(folder.err.text, "larger than 1048576 bytes"), "%s", folder.err.text);
}

Test(catalog, bytes_that_are_not_utf8_are_refused_with_their_place)
{
    catalog_folder_put(&folder, "problem.yaml", "problem_format_version: 2025-09\nname: \xe9t\n");
    fails("problem.yaml:2:7: not UTF-8");
}

Test(catalog, links_may_not_leave_the_package)
{
    const char *link = catalog_folder_path(&folder, "data/secret/1-files/03.in");
    cr_assert(eq(int, symlink("/etc/hostname", link), 0));
    fails("cannot use 'data/secret/1-files/03.in': a symbolic link that leaves the package");
    unlink(link);
    cr_assert(eq(int, symlink("../../../..", link), 0));
    fails("cannot use 'data/secret/1-files/03.in': a symbolic link that leaves the package");
    unlink(link);
    cr_assert(eq(int, symlink("nothing", link), 0));
    fails("cannot follow the symbolic link 'data/secret/1-files/03.in': No such file or directory");
    unlink(link);
    cr_assert(eq(int, symlink("03.in", link), 0));
    fails("cannot follow the symbolic link 'data/secret/1-files/03.in': Too many levels of "
          "symbolic links");
    unlink(link);
    /* a neighbour whose path begins like ours */
    const char *neighbour = arena_printf(&folder.arena, "%s/packet", folder.top);
    cr_assert(eq(int, mkdir(neighbour, 0755), 0));
    cr_assert(eq(int, symlink(neighbour, link), 0));
    fails("cannot use 'data/secret/1-files/03.in': a symbolic link that leaves the package");
}

Test(catalog, links_within_the_package_are_what_they_lead_to)
{
    cr_assert(
        eq(int, symlink("01.in", catalog_folder_path(&folder, "data/secret/1-files/03.in")), 0));
    cr_assert(eq(
        int,
        symlink("../../sample/1.ans", catalog_folder_path(&folder, "data/secret/1-files/03.ans")),
        0));
    loads();
    cr_assert_not_null(catalog_folder_case(&folder, "secret/1-files/03"));
}

Test(catalog, a_link_in_a_circle_of_folders_ends_in_an_error)
{
    cr_assert(eq(int, symlink("..", catalog_folder_path(&folder, "submissions/accepted/loop")), 0));
    cr_assert(not(catalog_folder_load(&folder)));
    cr_assert(eq(int, folder.err.kind, ERR_INPUT));
}

/* Root may read everything, so it becomes nobody first. */
Test(catalog, what_cannot_be_read_is_an_error)
{
    static const char *const places[] = { "problem.yaml", "data/secret/1-files/01.in",
                                          "submissions/accepted/good.c", "data/secret/1-files" };
    if (geteuid() == 0) {
        cr_assert(eq(int, chmod(folder.top, 0755), 0));
        cr_assert(eq(int, seteuid(65534), 0));
    }
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        bool was_root = getuid() == 0;
        const char *path = catalog_folder_path(&folder, places[i]);
        cr_assert(eq(int, was_root ? seteuid(0) : 0, 0));
        struct stat st;
        cr_assert(eq(int, stat(path, &st), 0));
        cr_assert(eq(int, chmod(path, 0), 0));
        cr_assert(eq(int, was_root ? seteuid(65534) : 0, 0));
        cr_assert(not(catalog_folder_load(&folder)), "%s", places[i]);
        cr_assert(eq(int, folder.err.kind, ERR_INPUT));
        cr_assert_not_null(strstr(folder.err.text, "Permission denied"), "%s", folder.err.text);
        cr_assert_not_null(strstr(folder.err.text, places[i]), "%s", folder.err.text);
        cr_assert(eq(int, was_root ? seteuid(0) : 0, 0));
        cr_assert(eq(int, chmod(path, st.st_mode & 07777), 0));
    }
}

Test(catalog, names_against_the_rule_are_as_if_removed)
{
    catalog_folder_put(&folder, "data/secret/1-files/-odd.in", "x");
    catalog_folder_put(&folder, "data/secret/1-files/a b.in", "x");
    catalog_folder_put(&folder, "data/secret/1-files/new\nline.in", "x");
    catalog_folder_put(&folder, "data/secret/1-files/.hidden.in", "x");
    catalog_folder_put(&folder, ".git/config", "x");
    loads();
    cr_assert(eq(sz, folder.loaded.case_count, 5));
    cr_assert(eq(sz, folder.loaded.warning_count, 3));
    cr_assert(catalog_folder_warns(&folder, "'data/secret/1-files/-odd.in' is ignored"));
    cr_assert(catalog_folder_warns(&folder, "new?line.in"));
}

Test(catalog, folders_that_are_nearly_right_are_warned_of)
{
    catalog_folder_put(&folder, "submission/accepted/x.c", "int x;\n");
    catalog_folder_put(&folder, "data/secrets/1.in", "x");
    catalog_folder_put(&folder, "data/elsewhere/1.in", "x");
    catalog_folder_put(&folder, "tools/run.sh", "x");
    catalog_folder_put(&folder, "growth.yaml", "x");
    loads();
    cr_assert(
        catalog_folder_warns(&folder, "'submission' is ignored; did you mean 'submissions'?"));
    cr_assert(catalog_folder_warns(&folder, "'data/secrets' is ignored; did you mean 'secret'?"));
    cr_assert(catalog_folder_warns(&folder, "'data/elsewhere' is ignored: not part of the format"));
    cr_assert(eq(sz, folder.loaded.warning_count, 3));
}

Test(catalog, warnings_end_somewhere)
{
    for (int i = 0; i < 300; i++) {
        char place[64];
        snprintf(place, sizeof place, "data/secret/1-files/x %d", i);
        catalog_folder_put(&folder, place, "");
    }
    loads();
    cr_assert(eq(sz, folder.loaded.warning_count, 101));
    cr_assert(catalog_folder_warns(&folder, "more warnings than 100"));
}

static const char *hash_now(void)
{
    loads();
    return folder.loaded.content_hash;
}

Test(catalog, the_content_hash_follows_all_that_decides_and_nothing_else)
{
    static const struct {
        const char *place;
        bool counts;
    } rows[] = {
        { "data/sample/1.in", true },
        { "data/secret/1-files/02.ans", true },
        { "data/secret/1-files/02.yaml", true },
        { "data/secret/test_group.yaml", true },
        { "include/c/shared.h", true },
        { "output_validator/v.c", true },
        { "input_validators/validate.c", true },
        { "generators/gen.c", true },
        { "generators/other.c", true },
        { "statement/problem.en.md", false },
        { "submissions/accepted/good.c", false },
        { "submissions/submissions.yaml", false },
        { "generators/generators.yaml", false },
        { "solution/solution.md", false },
        { "data/invalid_input/1.in", false },
        { "growth.yaml", false },
    };
    const char *before = hash_now();
    cr_assert(eq(str, (char *)hash_now(), (char *)before));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        bool is_yaml = strstr(rows[i].place, ".yaml") != NULL;
        catalog_folder_put(&folder, rows[i].place, is_yaml ? "# changed\n" : "changed\n");
        const char *after = hash_now();
        cr_assert_eq(strcmp(after, before) != 0, rows[i].counts, "%s", rows[i].place);
        before = after;
    }
    catalog_folder_put(&folder, "problem.yaml",
                       "problem_format_version: 2025-09\nname: Other\n"
                       "uuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\n");
    cr_assert(ne(str, (char *)hash_now(), (char *)before));
}

Test(catalog, large_files_are_hashed_to_their_last_byte)
{
    const char *path = catalog_folder_path(&folder, "data/sample/1.in");
    cr_assert(eq(int, truncate(path, 3 * 64 * 1024), 0));
    const char *before = hash_now();
    cr_assert(eq(int, truncate(path, 3 * 64 * 1024 + 1), 0));
    const char *longer = hash_now();
    cr_assert(ne(str, (char *)longer, (char *)before));
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    cr_assert(eq(int, (int)pwrite(fd, "x", 1, 3 * 64 * 1024), 1));
    close(fd);
    cr_assert(ne(str, (char *)hash_now(), (char *)longer));
}

Test(catalog, lists_packages_by_id_once_each)
{
    struct catalog_entry *entries;
    size_t count;
    catalog_folder_put(&folder, "../alpha/problem.yaml", "name: x\n");
    catalog_folder_put(&folder, "../nothing/readme", "x\n");
    catalog_folder_put(&folder, "../.hidden/problem.yaml", "x\n");
    const char *const folders[] = { folder.top, folder.package, NULL };
    cr_assert(catalog_list(folders, &folder.arena, &entries, &count, &folder.err));
    cr_assert(eq(sz, count, 2));
    cr_assert(eq(str, (char *)entries[0].id, "alpha"));
    cr_assert(eq(str, (char *)entries[1].id, "pack"));
    cr_assert(eq(str, (char *)entries[1].path, folder.package));
    catalog_folder_put(&folder, "../more/pack/problem.yaml", "x\n");
    const char *more = arena_printf(&folder.arena, "%s/more", folder.top);
    const char *const twice[] = { folder.top, more, NULL };
    cr_assert(not(catalog_list(twice, &folder.arena, &entries, &count, &folder.err)));
    cr_assert(eq(str, folder.err.text,
                 (char *)arena_printf(&folder.arena,
                                      "two packages have the id 'pack': '%s/more/pack' and '%s'",
                                      folder.top, folder.package)));
    const char *const missing[] = { "/nowhere/at/all", NULL };
    cr_assert(not(catalog_list(missing, &folder.arena, &entries, &count, &folder.err)));
    cr_assert(eq(str, folder.err.text,
                 "cannot open the folder '/nowhere/at/all': No such file or directory"));
    const char *const none[] = { NULL };
    cr_assert(catalog_list(none, &folder.arena, &entries, &count, &folder.err) && count == 0);
}

/* Whatever is cut off a file of ours, the package loads or one line says why not. */
Test(catalog, every_cut_of_every_yaml_file_loads_or_is_told_in_one_line)
{
    static const struct {
        const char *place, *text;
    } files[] = {
        { "problem.yaml", "problem_format_version: 2025-09\nname: {en: N, sv: M}\n"
                          "uuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\ntype: [scoring]\n"
                          "limits: {time_multipliers: {ac_to_time_limit: 4}, memory: 256}\n"
                          "constants: {N: 1e-6}\n" },
        { "data/secret/test_group.yaml", "max_score: 100\nargs: [a, {{N}}]\n" },
        { "data/secret/1-files/02.yaml", "hint: |\n  a\n  b\nargs: ['x']\n" },
        { "generators/tests.yaml", "secret/2-made:\n  a: {call: 'gen {seed}', hint: h}\n" },
        { "submissions/submissions.yaml",
          "'{accepted,rejected}/*':\n  secret/1-*: {permitted: [AC]}\n  score: [1, 2]\n" },
    };
    size_t loaded = 0, refused = 0;
    catalog_folder_put(&folder, "problem.yaml", files[0].text);
    catalog_folder_make_paying(&folder);
    for (size_t i = 0; i < COUNT_OF(files); i++)
        for (size_t cut = 0; cut <= strlen(files[i].text); cut++) {
            catalog_folder_put(&folder, files[i].place,
                               arena_printf(&folder.arena, "%.*s", (int)cut, files[i].text));
            bool good = catalog_folder_load(&folder);
            *(good ? &loaded : &refused) += 1;
            cr_assert(good || folder.err.kind == ERR_INPUT);
            cr_assert(good || (folder.err.text[0] && !strchr(folder.err.text, '\n')));
            cr_assert(good || cut < strlen(files[i].text), "%s", folder.err.text);
        }
    cr_assert(gt(sz, loaded, 20));
    cr_assert(gt(sz, refused, 100));
}
