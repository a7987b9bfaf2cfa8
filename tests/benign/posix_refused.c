/* posix_refused.c - what a sandbox refuses is refused politely.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static int visit(const char *path, const struct stat *st, int type)
{
    return path == NULL || st == NULL || type < 0;
}

int main(void)
{
    char path[PATH_MAX];
    struct stat st;
    struct statvfs vfs;
    struct rlimit limit = { 1 << 20, 1 << 20 };
    int ends[2];
    getcwd(path, sizeof path);
    realpath(".", path);
    chdir("/");
    DIR *folder = opendir("no-such-folder");
    printf("%d %d\n", folder == NULL, ftw("no-such-folder", visit, 4) != 0);
    printf("%d %d\n", stat("no-such-file", &st) != 0, access("no-such-file", R_OK) != 0);
    printf("%d %d\n", lstat("no-such-file", &st) != 0, open("no-such-file", O_RDONLY) < 0);
    printf("%d %d\n", mkdir("no/such", 0700) != 0, rmdir("no/such") != 0);
    printf("%d %d\n", unlink("no-such-file") != 0, readlink("no-such-file", path, 10) < 0);
    statvfs("/", &vfs);
    umask(022);
    nice(0);
    sync();
    fsync(1);
    getpriority(PRIO_PROCESS, 0);
    setrlimit(RLIMIT_CORE, &limit);
    if (pipe(ends) == 0) {
        close(ends[0]);
        close(ends[1]);
    }
    int copy = dup(1);
    if (copy >= 0)
        close(copy);
    puts("went on");
    return 0;
}
