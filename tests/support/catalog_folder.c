/* catalog_folder.c - a temporary folder with a small good package in it. */
#include "tests/support/catalog_folder.h"

#include <assert.h>
#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"

static const struct {
    const char *place, *text;
} good[] = {
    { "problem.yaml", "problem_format_version: 2025-09\n"
                      "name: A pack\n"
                      "uuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\n" },
    { "statement/problem.en.md", "Add.\n" },
    { "data/sample/1.in", "1 2\n" },
    { "data/sample/1.ans", "3\n" },
    { "data/secret/1-files/01.in", "2 2\n" },
    { "data/secret/1-files/01.ans", "4\n" },
    { "data/secret/1-files/02.in", "2 3\n" },
    { "data/secret/1-files/02.ans", "5\n" },
    { "data/secret/2-made/test_group.yaml", "full_feedback: false\n" },
    { "generators/gen.c", "int main(void) { return 0; }\n" },
    { "generators/tests.yaml", "# made tests\n"
                               "secret/2-made:\n"
                               "  a: \"gen 10 {seed}\"\n"
                               "  b:\n"
                               "    call: gen 20 x{seed}y{seed}\n"
                               "    hint: Think.\n"
                               "    description: For judges.\n" },
    { "include/default/shared.h", "/* default */\n" },
    { "include/default/note.h", "/* note */\n" },
    { "include/c/shared.h", "/* c */\n" },
    { "include/c/driver.c", "int main(void) { return 0; }\n" },
    { "input_validators/validate.c", "int main(void) { return 42; }\n" },
    { "submissions/accepted/good.c", "int good;\n" },
    { "submissions/wrong_answer/bad.c", "int bad;\n" },
};

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st, (void)type, (void)at;
    return remove(path);
}

void catalog_remove_tree(const char *path)
{
    nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void copy_one(const char *from, const char *to, struct arena *arena)
{
    struct stat st;
    struct err err = { 0 };
    struct str bytes;
    FILE *file;
    char target[4096] = "";
    int failed = lstat(from, &st);
    assert(!failed);
    if (S_ISDIR(st.st_mode)) {
        catalog_copy_tree(from, to);
        return;
    }
    if (S_ISLNK(st.st_mode)) {
        ssize_t length = readlink(from, target, sizeof target - 1);
        failed = length < 0 || symlink(target, to);
    } else {
        bool copied = file_read(from, 64 << 20, arena, &bytes, &err) && (file = fopen(to, "w")) &&
                      fwrite(bytes.at, 1, bytes.length, file) == bytes.length && !fclose(file);
        failed = !copied || chmod(to, st.st_mode & 0777);
    }
    assert(!failed);
}

void catalog_copy_tree(const char *from, const char *to)
{
    SCOPED_ARENA arena = { 0 };
    DIR *folder = opendir(from);
    int failed = mkdir(to, 0755);
    assert(folder && !failed);
    for (const struct dirent *entry; (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            copy_one(arena_printf(&arena, "%s/%s", from, entry->d_name),
                     arena_printf(&arena, "%s/%s", to, entry->d_name), &arena);
    closedir(folder);
}

size_t catalog_count_entries(const char *path)
{
    DIR *folder = opendir(path);
    size_t count = 0;
    while (folder && readdir(folder))
        count++;
    if (folder)
        closedir(folder);
    return count > 2 ? count - 2 : 0;
}

void catalog_folder_make_empty(struct catalog_folder *folder)
{
    const char *temporary = getenv("TMPDIR");
    memset(folder, 0, sizeof *folder);
    umask(022); /* packages that other users may read, whoever runs the tests */
    snprintf(folder->top, sizeof folder->top, "%.90s/grader-catalog-XXXXXX",
             temporary && *temporary ? temporary : "/tmp");
    char *made = mkdtemp(folder->top);
    assert(made);
    snprintf(folder->package, sizeof folder->package, "%s/pack", folder->top);
    int failed = mkdir(folder->package, 0755);
    assert(!failed);
}

void catalog_folder_make(struct catalog_folder *folder)
{
    catalog_folder_make_empty(folder);
    for (size_t i = 0; i < COUNT_OF(good); i++)
        catalog_folder_put(folder, good[i].place, good[i].text);
}

void catalog_folder_make_paying(struct catalog_folder *folder)
{
    catalog_folder_put(folder, "data/secret/1-files/test_group.yaml", "max_score: 40\n");
    catalog_folder_put(folder, "data/secret/2-made/test_group.yaml", "max_score: 60\n");
}

void catalog_folder_remove(struct catalog_folder *folder)
{
    catalog_remove_tree(folder->top);
    arena_release(&folder->arena);
}

const char *catalog_folder_path(struct catalog_folder *folder, const char *place)
{
    return arena_printf(&folder->arena, "%s/%s", folder->package, place);
}

void catalog_folder_put(struct catalog_folder *folder, const char *place, const char *text)
{
    char *path = arena_strdup(&folder->arena, catalog_folder_path(folder, place));
    char *slash = strrchr(path, '/');
    *slash = '\0';
    struct err err = { 0 };
    bool made = folder_make(path, &err);
    assert(made);
    *slash = '/';
    FILE *file = fopen(path, "w");
    assert(file);
    fputs(text, file);
    int failed = fclose(file);
    assert(!failed);
}

void catalog_folder_drop(struct catalog_folder *folder, const char *place)
{
    catalog_remove_tree(catalog_folder_path(folder, place));
}

bool catalog_folder_load(struct catalog_folder *folder)
{
    err_clear(&folder->err);
    return catalog_load(folder->package, &folder->arena, &folder->loaded, &folder->err);
}

const char *catalog_folder_error(const struct catalog_folder *folder)
{
    char head[256];
    int length = snprintf(head, sizeof head, "cannot load the package '%s': ", folder->package);
    assert(length > 0 && (size_t)length < sizeof head);
    return str_starts(folder->err.text, head) ? folder->err.text + length : folder->err.text;
}

bool catalog_folder_warns(const struct catalog_folder *folder, const char *text)
{
    for (size_t i = 0; i < folder->loaded.warning_count; i++)
        if (strstr(folder->loaded.warnings[i], text))
            return true;
    return false;
}

const struct test_case *catalog_folder_case(const struct catalog_folder *folder, const char *name)
{
    for (size_t i = 0; i < folder->loaded.case_count; i++)
        if (strcmp(folder->loaded.cases[i].name, name) == 0)
            return &folder->loaded.cases[i];
    return NULL;
}

const struct package_submission *catalog_folder_submission(const struct catalog_folder *folder,
                                                           const char *name)
{
    for (size_t i = 0; i < folder->loaded.submission_count; i++)
        if (strcmp(folder->loaded.submissions[i].sources.name, name) == 0)
            return &folder->loaded.submissions[i];
    return NULL;
}
