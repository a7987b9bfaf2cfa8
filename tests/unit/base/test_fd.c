/* test_fd.c - descriptors with an owner, and whole files in and out. */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "tests/support/catalog_folder.h"

static char folder[128];
static struct arena arena;
static struct err err;

static void begin(void)
{
    const char *base = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%.80s/fd-XXXXXX", base && *base ? base : "/tmp");
    cr_assert(mkdtemp(folder) != NULL);
}

static void end(void)
{
    arena_release(&arena);
    catalog_remove_tree(folder);
}

TestSuite(fd, .init = begin, .fini = end);

static const char *path_of(const char *name)
{
    return arena_printf(&arena, "%s/%s", folder, name);
}

static bool is_open(int fd)
{
    return fcntl(fd, F_GETFD) >= 0;
}

Test(fd, closes_at_the_end_of_its_scope_unless_handed_over)
{
    int first, second;
    {
        SCOPED_FD a = open("/dev/null", O_RDONLY | O_CLOEXEC);
        SCOPED_FD b = open("/dev/null", O_RDONLY | O_CLOEXEC);
        first = a;
        second = fd_steal(&b);
        cr_expect(b == -1);
    }
    cr_expect(!is_open(first) && is_open(second));
    fd_close(&second);
    cr_expect(second == -1);
    fd_close(&second);
}

/* A pipe takes 64 KiB at once: more goes through in pieces, also past signals. */
static void on_alarm(int number)
{
    (void)number;
}

Test(fd, writes_all_through_short_writes_and_signals)
{
    enum { SIZE = 3000000 };
    int ends[2];
    cr_assert(pipe(ends) == 0);
    fflush(NULL);
    const struct sigaction action = { .sa_handler = on_alarm };
    struct sigaction before; /* the writer has the handler from its first moment on */
    cr_assert(sigaction(SIGUSR1, &action, &before) == 0);
    pid_t writer = fork();
    if (writer == 0) {
        char *bytes = malloc(SIZE);
        for (size_t i = 0; i < SIZE; i++)
            bytes[i] = (char)(i * 31);
        close(ends[0]);
        bool good = fd_write_all(ends[1], bytes, SIZE);
        free(bytes);
        _exit(good ? 0 : 1);
    }
    cr_assert(sigaction(SIGUSR1, &before, NULL) == 0);
    close(ends[1]);
    for (int i = 0; i < 20; i++) {
        usleep(1000);
        kill(writer, SIGUSR1);
    }
    struct str all;
    cr_assert(fd_read_all(ends[0], SIZE, &arena, &all, &err), "%s", err.text);
    cr_assert(all.length == SIZE);
    for (size_t i = 0; i < SIZE; i++)
        cr_assert(all.at[i] == (char)(i * 31));
    int status;
    waitpid(writer, &status, 0);
    cr_expect(status == 0);
    close(ends[0]);
}

Test(fd, a_write_that_fails_says_so)
{
    signal(SIGPIPE, SIG_IGN);
    int ends[2];
    cr_assert(pipe(ends) == 0);
    close(ends[0]);
    cr_expect(!fd_write_all(ends[1], "x", 1) && errno == EPIPE);
    close(ends[1]);
    SCOPED_FD full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    cr_expect(!fd_write_all(full, "x", 1) && errno == ENOSPC);
    cr_expect(fd_write_all(-1, "", 0));
}

Test(fd, reads_up_to_a_ceiling_and_no_byte_more)
{
    static const size_t sizes[] = { 0, 1, 65535, 65536, 65537, 200000 };
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        char *bytes = arena_alloc(&arena, sizes[i]);
        SCOPED_FD file = -1;
        struct str all = { "untouched", 9 };
        cr_assert(memory_file("m", bytes, sizes[i], &file, &err));
        cr_expect(fd_read_all(file, sizes[i], &arena, &all, &err), "%s", err.text);
        cr_expect(all.length == sizes[i] && all.at[sizes[i]] == '\0');
        if (sizes[i] == 0)
            continue;
        struct str more = { "untouched", 9 };
        cr_assert(lseek(file, 0, SEEK_SET) == 0);
        cr_expect(!fd_read_all(file, sizes[i] - 1, &arena, &more, &err));
        cr_expect(err.kind == ERR_INPUT && str_is(more, "untouched"));
    }
    struct str all;
    cr_expect(!fd_read_all(-1, 10, &arena, &all, &err) && err.kind == ERR_FAULT);
}

Test(fd, memory_files_start_at_their_beginning_and_close_on_exec)
{
    SCOPED_FD file = -1;
    cr_assert(memory_file("m", "abc", 3, &file, &err));
    cr_expect(lseek(file, 0, SEEK_CUR) == 0);
    cr_expect(fcntl(file, F_GETFD) & FD_CLOEXEC);
}

static void refuses(const char *path, size_t ceiling, const char *part)
{
    struct str all = { "untouched", 9 };
    cr_expect(!file_read(path, ceiling, &arena, &all, &err), "%s was read", path);
    cr_expect(err.kind == ERR_INPUT && strstr(err.text, part) && strstr(err.text, path), "%s",
              err.text);
    cr_expect(str_is(all, "untouched"));
}

Test(fd, reads_regular_files_and_nothing_else)
{
    struct str all;
    cr_assert(file_write(path_of("f"), "a\0b", 3, &err), "%s", err.text);
    cr_assert(file_read(path_of("f"), 3, &arena, &all, &err));
    cr_expect(all.length == 3 && memcmp(all.at, "a\0b\0", 4) == 0);
    refuses(path_of("f"), 2, "larger than 2 bytes");
    refuses(path_of("none"), 9, "No such file");
    refuses(folder, 9, "not a regular file");
    refuses("/dev/zero", 9, "not a regular file");
    cr_assert(mkfifo(path_of("fifo"), 0600) == 0);
    refuses(path_of("fifo"), 9, "not a regular file"); /* and does not wait for a writer */
    cr_assert(symlink("loop", path_of("loop")) == 0);
    refuses(path_of("loop"), 9, "symbolic links");
}

static size_t entries(void)
{
    return catalog_count_entries(folder);
}

Test(fd, writes_a_file_whole_or_leaves_the_old_one)
{
    struct str all;
    cr_assert(file_write(path_of("f"), "old", 3, &err));
    cr_assert(file_write(path_of("f"), "newer", 5, &err));
    cr_assert(file_read(path_of("f"), 9, &arena, &all, &err));
    cr_expect(str_is(all, "newer") && entries() == 1);
    cr_assert(file_write(path_of("empty"), NULL, 0, &err));
    cr_expect(entries() == 2);

    const struct rlimit small = { 1000, 1000 };
    signal(SIGXFSZ, SIG_IGN);
    cr_assert(setrlimit(RLIMIT_FSIZE, &small) == 0);
    char large[4000] = { 0 };
    cr_expect(!file_write(path_of("f"), large, sizeof large, &err));
    cr_expect(err.kind == ERR_INPUT && strstr(err.text, "File too large"), "%s", err.text);
    cr_assert(file_read(path_of("f"), 9, &arena, &all, &err));
    cr_expect(str_is(all, "newer") && entries() == 2, "a temporary file is left");
}

Test(fd, names_the_file_that_cannot_be_written)
{
    cr_expect(!file_write(path_of("none/f"), "x", 1, &err));
    cr_expect(err.kind == ERR_INPUT && strstr(err.text, "none/f") &&
                  strstr(err.text, "No such file"),
              "%s", err.text);
    cr_assert(mkdir(path_of("d"), 0700) == 0);
    cr_expect(!file_write(path_of("d"), "x", 1, &err));
    cr_expect(entries() == 1, "a temporary file is left");
    char *longest = arena_alloc(&arena, 5000);
    memset(longest, 'x', 4999);
    cr_expect(!file_write(longest, "x", 1, &err) && strstr(err.text, "too long"));
}

Test(fd, makes_all_folders_of_a_path)
{
    struct stat st;
    static const char *const places[] = { "a/b/c", "a/b/c", "a//d/", "./a/../e" };
    for (size_t i = 0; i < COUNT_OF(places); i++) {
        cr_expect(folder_make(path_of(places[i]), &err), "%s", err.text);
        cr_expect(stat(path_of(places[i]), &st) == 0 && S_ISDIR(st.st_mode), "%s", places[i]);
    }
    cr_assert(file_write(path_of("f"), "x", 1, &err));
    cr_expect(!folder_make(path_of("f"), &err) && strstr(err.text, "file of that name"), "%s",
              err.text);
    cr_expect(!folder_make(path_of("f/g"), &err) && strstr(err.text, "f/g"), "%s", err.text);
    cr_expect(!folder_make("", &err) && err.kind == ERR_INPUT);
    char *longest = arena_alloc(&arena, 5000);
    memset(longest, 'x', 4999);
    cr_expect(!folder_make(longest, &err));
}
