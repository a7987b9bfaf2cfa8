/* test_packed.c - packages in zip files, and zip files that are no packages. */
#include "grader/catalog/packed.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/catalog/catalog.h"
#include "grader/growth/plan.h"
#include "tests/support/catalog_folder.h"
#include "tests/support/zip_file.h"

static struct arena arena;
static struct package package;
static struct err err;
static char top[] = "/tmp/grader-packed-XXXXXX";

static void make(void)
{
    cr_assert_not_null(mkdtemp(top));
    setenv("TMPDIR", top, 1);
}

static void clean_up(void)
{
    catalog_remove_tree(top);
    arena_release(&arena);
}

TestSuite(packed, .init = make, .fini = clean_up);

static const char *in_top(const char *name)
{
    return arena_printf(&arena, "%s/%s", top, name);
}

static const char *pack(const char *base, const char *name, const char *prefix)
{
    const char *path = in_top(name);
    zip_file_pack(path, arena_printf(&arena, TREE "/tests/packages/good/%s", base), prefix);
    return path;
}

static void loads(const char *path)
{
    cr_assert(catalog_load(path, &arena, &package, &err), "%s", err.text);
}

/* The message behind the package's name. */
static void fails(const char *path, const char *message)
{
    err_clear(&err);
    cr_assert(not(catalog_load(path, &arena, &package, &err)), "%s loads", path);
    const char *head = arena_printf(&arena, "cannot load the package '%s': ", path);
    cr_assert(str_starts(err.text, head), "%s", err.text);
    cr_expect(eq(str, err.text + strlen(head), (char *)message));
    cr_expect(eq(int, err.kind, ERR_INPUT));
}

static void entry_fails(const struct zip_entry *entry, const char *message)
{
    const struct zip_entry entries[] = { { .name = "pack/problem.yaml", .text = "name: Sum\n" },
                                         *entry,
                                         { .name = NULL } };
    const char *path = in_top("pack.zip");
    zip_file_make(path, entries);
    fails(path, message);
}

Test(packed, a_zip_file_is_the_same_package)
{
    struct package plain;
    cr_assert(catalog_load(TREE "/tests/packages/good/plain", &arena, &plain, &err));
    static const char *const names[] = { "plain.zip", "plain.kpp" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        loads(pack("plain", names[i], "plain"));
        cr_expect(eq(str, (char *)package.id, "plain"));
        cr_expect(eq(str, (char *)package.path, (char *)in_top(names[i])));
        cr_expect(eq(str, (char *)package.content_hash, (char *)plain.content_hash));
        cr_expect(eq(sz, package.warning_count, 0));
        cr_expect(str_starts(package.folder, top));
    }
}

Test(packed, modes_and_hidden_files_come_along)
{
    loads(pack("validatorbuild", "validatorbuild.zip", "validatorbuild"));
    cr_expect(package.output_validators[0].is_build_executable);
    loads(pack("oldtimelimit", "oldtimelimit.zip", "oldtimelimit"));
    cr_expect(eq(u64, package.limits.time_limit_us, 3000000));
}

/* Our own files of a package are found where it was unpacked. */
Test(packed, what_growth_wants_comes_along)
{
    struct growth_plan plan;
    bool found = false;
    zip_file_pack(in_top("lrucache.zip"), TREE "/problems/lrucache", "lrucache");
    loads(in_top("lrucache.zip"));
    cr_assert(plan_load(&package, &arena, &found, &plan, &err), "%s", err.text);
    cr_expect(found);
    cr_expect(gt(sz, package.generator_count, 0));
}

Test(packed, another_folder_or_none_is_tolerated_with_a_warning)
{
    loads(pack("plain", "sum.zip", "plain"));
    cr_expect(eq(str, (char *)package.id, "plain"));
    cr_assert(eq(sz, package.warning_count, 1));
    cr_expect(eq(str, (char *)package.warnings[0],
                 "the folder in the archive should be 'sum', not 'plain'"));
    loads(pack("plain", "sum.zip", ""));
    cr_expect(eq(str, (char *)package.id, "sum"));
    cr_assert(eq(sz, package.warning_count, 1));
    cr_expect(
        eq(str, (char *)package.warnings[0], "the files in the archive should be in a folder"));
}

Test(packed, lists_name_a_file_like_a_folder)
{
    struct catalog_entry *entries;
    size_t count;
    pack("plain", "b.zip", "b");
    pack("plain", "a.kpp", "a");
    catalog_copy_tree(TREE "/tests/packages/good/plain", in_top("c"));
    const char *const folders[] = { top, in_top("b.zip"), NULL };
    cr_assert(catalog_list(folders, &arena, &entries, &count, &err), "%s", err.text);
    cr_assert(eq(sz, count, 3));
    cr_expect(eq(str, (char *)entries[0].id, "a"));
    cr_expect(eq(str, (char *)entries[1].id, "b"));
    cr_expect(eq(str, (char *)entries[2].id, "c"));
    catalog_copy_tree(TREE "/tests/packages/good/plain", in_top("a"));
    cr_expect(not(catalog_list(folders, &arena, &entries, &count, &err)));
}

Test(packed, names_that_lead_elsewhere_are_refused)
{
    static const struct {
        struct zip_entry entry;
        const char *message;
    } rows[] = {
        { { .name = "../evil", .text = "x" },
          "entry '../evil': its name leads out of the archive" },
        { { .name = "pack/../../evil", .text = "x" },
          "entry 'pack/../../evil': its name leads out of the archive" },
        { { .name = "/etc/evil", .text = "x" }, "entry '/etc/evil': its name is absolute" },
        { { .name = "pack//evil", .text = "x" }, "entry 'pack//evil': its name has an empty part" },
        { { .name = "./evil", .text = "x" }, "entry './evil': its name has an empty part" },
        { { .name = "pack/link", .target = "/etc/passwd" },
          "entry 'pack/link': a symbolic link, or another thing that is neither file nor folder" },
        { { .name = "pack/problem.yaml", .text = "x" },
          "entry 'pack/problem.yaml': there is another of that name" },
        { { .name = "pack/problem.yaml/x", .text = "x" },
          "entry 'pack/problem.yaml/x': there is another of that name" },
        { { .name = "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r", .text = "x" },
          "entry 'a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r': too many folders in folders" },
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        entry_fails(&rows[i].entry, rows[i].message);
    struct stat st;
    cr_expect(lstat(in_top("evil"), &st) != 0);
}

Test(packed, bombs_are_stopped)
{
    const struct zip_entry bomb = { .name = "pack/data/big", .size = 80 << 20 };
    entry_fails(&bomb, "it unpacks to more than 100 times its size, like a bomb would");
    struct zip_entry *many = ARENA_ARRAY(&arena, 20002, struct zip_entry);
    for (int i = 0; i < 20001; i++)
        many[i] = (struct zip_entry){ .name = arena_printf(&arena, "pack/%d", i), .text = "x" };
    zip_file_make(in_top("many.zip"), many);
    fails(in_top("many.zip"), "more than 20000 entries");
}

Test(packed, what_is_no_whole_zip_file_is_refused_at_every_cut)
{
    struct str whole;
    const char *path = pack("plain", "plain.zip", "plain"), *cut = in_top("cut.zip");
    cr_assert(file_read(path, 1 << 20, &arena, &whole, &err));
    for (size_t length = 0; length < whole.length; length += 1 + whole.length / 60) {
        cr_assert(file_write(cut, whole.at, length, &err));
        err_clear(&err);
        cr_expect(not(catalog_load(cut, &arena, &package, &err)), "at %zu", length);
        cr_expect(eq(int, err.kind, ERR_INPUT));
        cr_expect_not_null(strstr(err.text, "not a zip archive, or one that was cut off"), "%s",
                           err.text);
    }
    cr_assert(file_write(cut, "problem.yaml\n", 13, &err));
    cr_expect(not(catalog_load(cut, &arena, &package, &err)));
}

Test(packed, damaged_bytes_are_noticed)
{
    struct str whole;
    const char *path = in_top("pack.zip");
    static const struct zip_entry entries[] = {
        { .name = "pack/problem.yaml",
          .text = "name: a text long enough to be packed, packed, packed\n" },
        { .name = NULL }
    };
    zip_file_make(path, entries);
    cr_assert(file_read(path, 1 << 20, &arena, &whole, &err));
    char *bytes = (char *)whole.at;
    char *name = memmem(bytes, whole.length, "problem.yaml", 12);
    cr_assert_not_null(name);
    for (int i = 12; i < 60; i++)
        name[i] ^= 0x55;
    cr_assert(file_write(path, whole.at, whole.length, &err));
    cr_expect(not(catalog_load(path, &arena, &package, &err)));
    cr_expect(eq(int, err.kind, ERR_INPUT));
}

Test(packed, an_archive_without_a_package_says_so)
{
    static const struct zip_entry two[] = { { .name = "a/problem.yaml", .text = "x" },
                                            { .name = "b/problem.yaml", .text = "x" },
                                            { .name = NULL } };
    static const struct zip_entry none[] = { { .name = "a/readme", .text = "x" },
                                             { .name = NULL } };
    zip_file_make(in_top("two.zip"), two);
    fails(in_top("two.zip"), "the archive must hold one folder, the package");
    zip_file_make(in_top("a.zip"), none);
    fails(in_top("a.zip"), "it has no 'problem.yaml', so it is not a problem package");
}

Test(packed, nothing_is_left_when_the_process_ends_and_children_leave_it_alone)
{
    const char *path = pack("plain", "plain.zip", "plain");
    pid_t child = fork();
    if (child == 0) {
        struct stat st;
        bool good = catalog_load(path, &arena, &package, &err);
        pid_t inner = fork();
        if (inner == 0)
            exit(0);
        waitpid(inner, NULL, 0);
        good = good && stat(package.cases[0].input_path, &st) == 0;
        exit(good ? 0 : 1);
    }
    int status;
    cr_assert(waitpid(child, &status, 0) == child);
    cr_expect(eq(int, status, 0));
    cr_expect(eq(sz, catalog_count_entries(top), 1), "plain.zip alone");
}

/* What a killed process left is removed by the next one; what another one holds is not. */
Test(packed, what_a_killed_process_left_goes_with_the_next)
{
    const char *path = pack("plain", "plain.zip", "plain");
    const char *stale = in_top("grader-package-stale1"), *held = in_top("grader-package-held01");
    const struct timespec long_ago[2] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
    catalog_copy_tree(TREE "/tests/packages/good/plain", stale);
    catalog_copy_tree(TREE "/tests/packages/good/plain", held);
    catalog_copy_tree(TREE "/tests/packages/good/plain", in_top("grader-package-young1"));
    cr_assert(utimensat(AT_FDCWD, stale, long_ago, 0) == 0);
    cr_assert(utimensat(AT_FDCWD, held, long_ago, 0) == 0);
    SCOPED_FD lock = open(held, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    cr_assert(flock(lock, LOCK_EX | LOCK_NB) == 0);
    loads(path);
    cr_expect(access(stale, F_OK) != 0);
    cr_expect(access(held, F_OK) == 0);
    cr_expect(access(in_top("grader-package-young1"), F_OK) == 0);
}
