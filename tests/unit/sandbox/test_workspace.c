/* test_workspace.c - the private folder where no mount namespace throws it away whole. */
#include "sandbox/workspace.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char parent[64];

static struct workspace made(void)
{
    const char *temporary = getenv("TMPDIR");
    snprintf(parent, sizeof parent, "%s/ws.XXXXXX",
             temporary && *temporary && strlen(temporary) < 24 ? temporary : "/tmp");
    cr_assert(mkdtemp(parent));
    struct workspace workspace = { .folder = -1,
                                   .parent = parent,
                                   .space_bytes = 1 << 20,
                                   .space_inodes = 100,
                                   .owner = geteuid() };
    cr_assert(workspace_make(&workspace));
    return workspace;
}

/* rmdir says whether anything was left. */
static void expect_gone(void)
{
    cr_expect_eq(rmdir(parent), 0, "something was left in '%s'", parent);
}

Test(workspace, folders_deeper_than_any_path_are_removed)
{
    struct workspace workspace = made();
    int at = dup(workspace.folder);
    for (int depth = 0; depth < 3000; depth++) {
        cr_assert_eq(mkdirat(at, "a-name-of-some-length", 0700), 0);
        int below = openat(at, "a-name-of-some-length", O_RDONLY | O_DIRECTORY);
        close(at);
        at = below;
    }
    close(openat(at, "file", O_CREAT | O_WRONLY, 0600));
    close(at);
    workspace_drop(&workspace);
    expect_gone();
}

Test(workspace, folders_that_were_made_unreadable_are_removed)
{
    struct workspace workspace = made();
    static const char *const names[] = { "a", "a/b", "a/b/c", "d", "d/e", "d/e/f" };
    for (int i = 0; i < 6; i++)
        cr_assert_eq(mkdirat(workspace.folder, names[i], 0700), 0);
    close(openat(workspace.folder, "d/e/f/file", O_CREAT | O_WRONLY, 0));
    for (int i = 5; i >= 0; i--)
        cr_assert_eq(fchmodat(workspace.folder, names[i], i % 2 ? 0 : 0500, 0), 0);
    workspace_drop(&workspace);
    expect_gone();
}

Test(workspace, links_are_removed_and_not_followed)
{
    struct workspace workspace = made();
    char outside[96], path[128];
    snprintf(outside, sizeof outside, "%s-outside", parent);
    snprintf(path, sizeof path, "%s/kept", outside);
    cr_assert_eq(mkdir(outside, 0700), 0);
    close(open(path, O_CREAT | O_WRONLY, 0600));
    cr_assert_eq(symlinkat(outside, workspace.folder, "link"), 0);
    cr_assert_eq(symlinkat("/", workspace.folder, "root"), 0);
    cr_assert_eq(mkdirat(workspace.folder, ".emptied-1", 0700), 0);
    workspace_drop(&workspace);
    expect_gone();
    cr_expect_eq(unlink(path), 0, "a file behind a link was removed");
    rmdir(outside);
}

Test(workspace, a_file_with_a_second_name_does_not_come_back)
{
    struct workspace workspace = made();
    close(openat(workspace.folder, "one", O_CREAT | O_WRONLY, 0600));
    close(openat(workspace.folder, "single", O_CREAT | O_WRONLY, 0600));
    cr_assert_eq(linkat(workspace.folder, "one", workspace.folder, "two", 0), 0);
    cr_expect_eq(workspace_collect(&workspace, "one", 100), -1);
    int single = workspace_collect(&workspace, "single", 100);
    cr_expect_geq(single, 0);
    close(single);
    workspace_drop(&workspace);
    expect_gone();
}

Test(workspace, names_that_leave_the_folder_and_files_beyond_the_ceiling_do_not_come_back)
{
    struct workspace workspace = made();
    static const char *const bad[] = { "..", "../x", "/etc/passwd", "", "a/../../x", "/", "." };
    int file = openat(workspace.folder, "large", O_CREAT | O_WRONLY, 0600);
    cr_assert_eq(ftruncate(file, 101), 0);
    close(file);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        cr_expect_eq(workspace_collect(&workspace, bad[i], 100), -1, "'%s'", bad[i]);
    cr_expect_eq(workspace_collect(&workspace, "large", 100), -1);
    workspace_drop(&workspace);
    expect_gone();
}
