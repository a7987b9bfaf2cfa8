/* test_bad_output.c - an output that can't be written leaves one clear line and no half report. */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/support/e2e_run.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
    e2e_put(&e2e, "repo/double/main.c", e2e_double_right);
    e2e_commit(&e2e);
}

static void end(void)
{
    e2e_end(&e2e);
}

TestSuite(bad_output, .init = begin, .fini = end, .timeout = 120);

Test(bad_output, a_folder_that_may_not_be_written)
{
    e2e_become_user(&e2e);
    e2e_sh(&e2e, "mkdir closed; chmod 555 closed");
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "closed", NULL);
    e2e_refused(&got, 2, "'closed'", "Permission denied", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--out", "closed/inner/report", NULL);
    e2e_refused(&got, 2, "'closed/inner'", "Permission denied", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--out", "/proc/1/report", NULL);
    e2e_refused(&got, 2, "'/proc/1/report'", NULL);
    cr_expect_str_eq(e2e_sh(&e2e, "ls -A closed"), "");
}

Test(bad_output, a_name_that_is_taken_by_a_file)
{
    e2e_put(&e2e, "file", "mine\n");
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "file", NULL);
    e2e_refused(&got, 2, "'file'", NULL);
    got = e2e_grader(&e2e, "grade", "repo", "--out", "file/inner", NULL);
    e2e_refused(&got, 2, "'file/inner'", NULL);
    cr_expect_str_eq(e2e_read(&e2e, "file"), "mine\n");
    e2e_sh(&e2e, "mkdir -p o/report.html; touch o/report.html/kept");
    got = e2e_grader(&e2e, "grade", "repo", "--out", "o", NULL);
    e2e_refused(&got, 2, "'o/report.html'", NULL);
    cr_expect_str_eq(e2e_sh(&e2e, "ls -A o o/report.html"),
                     "o:\nreport.html\n\no/report.html:\nkept\n");
}

Test(bad_output, a_symbolic_link_under_the_temporary_name_is_not_followed)
{
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "o", NULL);
    e2e_ended(&got, 0);
    got = e2e_grader(&e2e, "render", "o/report.json", "--format=json", "--out", "o", NULL);
    e2e_refused(&got, 2, "'o'", NULL);
    cr_expect_str_eq(e2e_sh(&e2e, "ls -A . | grep part || true"), "");
    /* A link as the target is replaced, not written through. */
    e2e_put(&e2e, "precious", "mine\n");
    e2e_sh(&e2e, "ln -sf ../precious o/report.html");
    got = e2e_grader(&e2e, "grade", "repo", "--out", "o", NULL);
    e2e_ended(&got, 0);
    cr_expect_str_eq(e2e_read(&e2e, "precious"), "mine\n");
}

/* The file system of the folder `full` has room for nothing; only the grader sees it. */
static bool mount_full(struct e2e *world)
{
    static const char *const maps[][2] = { { "/proc/self/setgroups", "deny" },
                                           { "/proc/self/uid_map", NULL },
                                           { "/proc/self/gid_map", NULL } };
    uid_t uid = geteuid();
    gid_t gid = getegid();
    if (unshare(CLONE_NEWNS | (uid ? CLONE_NEWUSER : 0)) != 0)
        return false;
    for (size_t i = 0; uid && i < COUNT_OF(maps); i++) {
        char map[64];
        unsigned outside = i == 1 ? (unsigned)uid : (unsigned)gid;
        snprintf(map, sizeof map, "%u %u 1", outside, outside);
        const char *text = maps[i][1] ? maps[i][1] : map;
        int file = open(maps[i][0], O_WRONLY | O_CLOEXEC);
        if (file < 0 || write(file, text, strlen(text)) < 0)
            return false;
        close(file);
    }
    return mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("none", e2e_path(world, "full"), "tmpfs", 0, "size=8k,mode=777") == 0;
}

static bool mount_full_cache(struct e2e *world)
{
    return mount_full(world) && setenv("GRADER_CACHE", e2e_path(world, "full"), 1) == 0;
}

/* What lies on the full disk afterwards is seen by a grader that lists it: `ls` is no word of it,
 * so the reports are asked for by render. */
Test(bad_output, a_full_disk)
{
    e2e_sh(&e2e, "mkdir full");
    e2e.prepare = mount_full;
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "full", NULL);
    cr_assert(got.code != 126,
              "cannot mount a small tmpfs: this test wants root or user namespaces");
    e2e_refused(&got, 2, "cannot write 'full/report.html'", "No space left on device", NULL);
}

Test(bad_output, a_full_disk_under_the_cache_is_not_graded)
{
    e2e_sh(&e2e, "mkdir full");
    e2e_put(&e2e, "repo/greet/g.c", e2e_greet_right);
    e2e_commit(&e2e);
    e2e.prepare = mount_full_cache;
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--format", "json", NULL);
    cr_assert(got.code != 126,
              "cannot mount a small tmpfs: this test wants root or user namespaces");
    e2e_ended(&got, 3);
    cr_expect(e2e_has(got.out, "No space left"), "%s", got.out);
}

static bool limit_file_size(struct e2e *world)
{
    (void)world;
    const struct rlimit small = { 4096, 4096 };
    signal(SIGXFSZ, SIG_IGN);
    return setrlimit(RLIMIT_FSIZE, &small) == 0;
}

/* The same without a mount: the write fails half way. */
Test(bad_output, a_file_that_cannot_be_written_to_its_end_does_not_appear)
{
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", "--out", "o", NULL);
    e2e_ended(&got, 0);
    e2e_put(&e2e, "w/page.html", "the old page\n");
    e2e.prepare = limit_file_size;
    got =
        e2e_grader(&e2e, "render", "o/report.json", "--format=html", "--out", "w/page.html", NULL);
    e2e_refused(&got, 2, "'w/page.html'", NULL);
    cr_expect_str_eq(e2e_read(&e2e, "w/page.html"), "the old page\n");
    cr_expect_str_eq(e2e_sh(&e2e, "ls -A w"), "page.html\n");
}

Test(bad_output, a_cache_that_may_not_be_used)
{
    e2e_become_user(&e2e);
    e2e_sh(&e2e, "rm -r cache; mkdir closed; chmod 555 closed");
    setenv("GRADER_CACHE", e2e_path(&e2e, "closed/cache"), 1);
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_refused(&got, 2, "closed/cache", "GRADER_CACHE", NULL);
    e2e_sh(&e2e, "mkdir mine; ln -s mine link");
    setenv("GRADER_CACHE", e2e_path(&e2e, "link"), 1);
    got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_refused(&got, 2, "link", "GRADER_CACHE", NULL);
    setenv("GRADER_CACHE", "/proc", 1); /* of another user */
    got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_refused(&got, 2, "/proc", "GRADER_CACHE", NULL);
}

Test(bad_output, a_home_that_may_not_be_written_is_no_matter)
{
    e2e_become_user(&e2e);
    unsetenv("GRADER_CACHE");
    e2e_sh(&e2e, "chmod 555 user");
    struct e2e_result got = e2e_grader(&e2e, "grade", "repo", NULL);
    e2e_ended(&got, 0);
    if (e2e.uid)
        e2e_sh(&e2e, "rm -rf /tmp/grader-cache-%u", (unsigned)e2e.uid);
}
