/* e2e_run.c - the real grader as a process. */
#include "tests/support/e2e_run.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "tests/support/intake_repo.h"

enum { OUTPUT_MAX = 64 << 20, SCRIPT_MAX = 64 * 1024, WORDS_MAX = 64, NOT_PREPARED = 126 };

const char e2e_double_right[] =
    "#include <stdio.h>\n"
    "int main(void)\n"
    "{\n"
    "    int n;\n"
    "    long long x;\n"
    "    for (scanf(\"%d\", &n); n > 0 && scanf(\"%lld\", &x) == 1; n--)\n"
    "        printf(\"%lld\\n\", x + x);\n"
    "    return 0;\n"
    "}\n";
const char e2e_double_wrong[] =
    "#include <stdio.h>\n"
    "int main(void)\n"
    "{\n"
    "    int n;\n"
    "    int x;\n"
    "    for (scanf(\"%d\", &n); n > 0 && scanf(\"%d\", &x) == 1; n--)\n"
    "        printf(\"%d\\n\", x + x);\n"
    "    return 0;\n"
    "}\n";
const char e2e_greet_right[] = "#include <stdio.h>\n"
                               "#include \"greet.h\"\n"
                               "void greet(const char *name, char *out, size_t room)\n"
                               "{\n"
                               "    snprintf(out, room, \"hello, %s\", name);\n"
                               "}\n";

/* ---- the world ---- */

static void set_environment(const struct e2e *e2e)
{
    static const char *const unwanted[] = {
        "NO_COLOR",
        "TERM",
        "XDG_CACHE_HOME",
    };
    const struct {
        const char *name, *format;
    } wanted[] = {
        { "HOME", "%s/user" },
        { "GRADER_CACHE", "%s/cache" },
        { "GRADER_HOME", "%s/home" },
        { "GIT_CONFIG_GLOBAL", "/dev/null" },
        { "GIT_CONFIG_NOSYSTEM", "1" },
        { "GIT_TERMINAL_PROMPT", "0" },
        { "GIT_AUTHOR_NAME", "Ann Example" },
        { "GIT_AUTHOR_EMAIL", "ann@example.org" },
        { "GIT_AUTHOR_DATE", "1700000000 +0100" },
        { "GIT_COMMITTER_NAME", "Ann Example" },
        { "GIT_COMMITTER_EMAIL", "ann@example.org" },
        { "GIT_COMMITTER_DATE", "1700000000 +0100" },
        { "LC_ALL", "C" },
    };
    intake_forget_repository();
    for (size_t i = 0; i < COUNT_OF(unwanted); i++)
        unsetenv(unwanted[i]);
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        char value[256];
        const char *format = wanted[i].format;
        if (strchr(format, '%'))
            snprintf(value, sizeof value, "%.*s%s", 200, e2e->folder, strchr(format, '/'));
        setenv(wanted[i].name, strchr(format, '%') ? value : format, 1);
    }
}

void e2e_begin(struct e2e *e2e)
{
    const char *base = getenv("TMPDIR");
    *e2e = (struct e2e){ .uid = 0 };
    snprintf(e2e->folder, sizeof e2e->folder, "%.100s/e2e-XXXXXX", base && *base ? base : "/tmp");
    cr_assert(mkdtemp(e2e->folder) != NULL, "cannot make %s", e2e->folder);
    /* Another user of this machine may be the one who runs in it. */
    cr_assert(chmod(e2e->folder, 0755) == 0);
    set_environment(e2e);
    e2e_sh(e2e,
           "umask 022; mkdir user cache home home/rubrics; cp -p '%s/grader' grader\n"
           "cp -p '%s/e2e-passed/'doctor-* cache 2>/dev/null || :\n"
           "cp '%s/rubrics/'*.json home/rubrics/\n"
           "cp -R '%s/tests/support/e2e_packages' home/problems; chmod -R u+w,a+rX home",
           BIN, BIN, TREE, TREE);
}

/* The self-test before the first grading counts for the next world of this build, as it does for
 * the next grading of a user: it took half of what these tests took. */
void e2e_end(struct e2e *e2e)
{
    e2e_sh(e2e,
           "mkdir -p '%s/e2e-passed' && cp -p cache/doctor-* '%s/e2e-passed' 2>/dev/null || :\n"
           "chmod -R u+rwX . && rm -rf '%s'",
           BIN, BIN, e2e->folder);
    arena_release(&e2e->arena);
}

void e2e_become_user(struct e2e *e2e)
{
    if (geteuid() != 0)
        return;
    uid_t uid = 54321 + (uid_t)getpid() % 8192; /* one of our own: two suites may run at once */
    while (getpwuid(uid))
        uid++;
    e2e->uid = uid;
    e2e_sh(e2e, "chown -R %u:%u .", (unsigned)uid, (unsigned)uid);
}

const char *e2e_path(struct e2e *e2e, const char *format, ...)
{
    char place[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(place, sizeof place, format, args);
    va_end(args);
    return arena_printf(&e2e->arena, "%s/%s", e2e->folder, place);
}

void e2e_put(struct e2e *e2e, const char *place, const char *text)
{
    struct err err = { 0 };
    char *path = arena_strdup(&e2e->arena, e2e_path(e2e, "%s", place));
    char *slash = strrchr(path, '/');
    *slash = '\0';
    cr_assert(folder_make(path, &err), "%s", err.text);
    *slash = '/';
    cr_assert(file_write(path, text, strlen(text), &err), "%s", err.text);
    if (e2e->uid)
        cr_assert(chown(path, e2e->uid, e2e->uid) == 0);
}

const char *e2e_read(struct e2e *e2e, const char *place)
{
    struct err err = { 0 };
    struct str text;
    bool there = file_read(e2e_path(e2e, "%s", place), OUTPUT_MAX, &e2e->arena, &text, &err);
    return there ? text.at : NULL;
}

bool e2e_exists(struct e2e *e2e, const char *place)
{
    struct stat st;
    return lstat(e2e_path(e2e, "%s", place), &st) == 0;
}

const char *e2e_sh(struct e2e *e2e, const char *format, ...)
{
    char script[SCRIPT_MAX], line[SCRIPT_MAX + 256];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(script, sizeof script, format, args);
    va_end(args);
    cr_assert(length >= 0 && (size_t)length < sizeof script);
    snprintf(line, sizeof line, "set -e; cd '%s'; %s", e2e->folder, script);
    fflush(NULL);
    FILE *shell = popen(line, "r");
    struct err err = { 0 };
    struct str output;
    cr_assert(shell && fd_read_all(fileno(shell), OUTPUT_MAX, &e2e->arena, &output, &err));
    int status = pclose(shell);
    cr_assert(status == 0, "status %d of: %s", status, script);
    return output.at;
}

void e2e_commit(struct e2e *e2e)
{
    e2e_sh(e2e, "cd repo; [ -d .git ] || git -c init.defaultBranch=main init -q --template=\n"
                "git add -A; git commit -q -m 'Solve'");
    if (e2e->uid)
        e2e_sh(e2e, "chown -R %u repo", (unsigned)e2e->uid);
}

/* ---- the process ---- */

static void must(bool good)
{
    if (!good)
        _exit(NOT_PREPARED);
}

NORETURN static void be_grader(struct e2e *e2e, char **argv, int out, int err)
{
    must(dup2(out, STDOUT_FILENO) >= 0 && dup2(err, STDERR_FILENO) >= 0);
    must(chdir(e2e->folder) == 0);
    must(!e2e->prepare || e2e->prepare(e2e));
    if (e2e->uid)
        must(setgroups(0, NULL) == 0 && setgid(e2e->uid) == 0 && setuid(e2e->uid) == 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nothing behind */
    execv(argv[0], argv);
    _exit(127);
}

static void open_terminal(int *ours, int *theirs)
{
    const struct winsize size = { .ws_row = 24, .ws_col = 80 };
    struct termios raw;
    *ours = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    cr_assert(*ours >= 0 && grantpt(*ours) == 0 && unlockpt(*ours) == 0);
    *theirs = open(ptsname(*ours), O_RDWR | O_NOCTTY | O_CLOEXEC);
    cr_assert(*theirs >= 0 && ioctl(*theirs, TIOCSWINSZ, &size) == 0);
    cr_assert(tcgetattr(*theirs, &raw) == 0);
    cfmakeraw(&raw);
    cr_assert(tcsetattr(*theirs, TCSANOW, &raw) == 0);
}

static void open_ends(const struct e2e *e2e, struct e2e_process *process, int theirs[2])
{
    int ends[2];
    process->out = process->err = -1;
    if (e2e->terminal) {
        open_terminal(&process->out, &theirs[0]);
        theirs[1] = fcntl(theirs[0], F_DUPFD_CLOEXEC, 0);
        return;
    }
    if (e2e->stdout_path) {
        theirs[0] = open(e2e->stdout_path, O_WRONLY | O_CLOEXEC);
    } else {
        cr_assert(pipe2(ends, O_CLOEXEC) == 0);
        process->out = ends[0];
        theirs[0] = ends[1];
    }
    cr_assert(theirs[0] >= 0 && pipe2(ends, O_CLOEXEC) == 0);
    process->err = ends[0];
    theirs[1] = ends[1];
}

static struct e2e_process start(struct e2e *e2e, va_list words)
{
    static char name[] = "./grader";
    char *argv[WORDS_MAX + 2] = { name };
    size_t count = 1;
    for (char *word; count <= WORDS_MAX && (word = va_arg(words, char *)); count++)
        argv[count] = word;
    cr_assert(count <= WORDS_MAX);
    struct e2e_process process;
    int theirs[2];
    open_ends(e2e, &process, theirs);
    fflush(NULL);
    process.pid = fork();
    cr_assert(process.pid >= 0);
    if (process.pid == 0)
        be_grader(e2e, argv, theirs[0], theirs[1]);
    close(theirs[0]);
    close(theirs[1]);
    return process;
}

/* False at the end. A terminal that nobody has open any more gives EIO. */
static bool drain(struct pollfd *from, struct buf *into)
{
    char step[16384];
    if (from->fd < 0 || !from->revents)
        return from->fd >= 0;
    ssize_t got = read(from->fd, step, sizeof step);
    if (got > 0)
        buf_put(into, step, (size_t)got);
    else
        fd_close(&from->fd);
    return from->fd >= 0;
}

struct e2e_result e2e_finish(struct e2e *e2e, struct e2e_process *process)
{
    struct buf said[2];
    struct pollfd from[2] = { { process->out, POLLIN, 0 }, { process->err, POLLIN, 0 } };
    buf_init(&said[0], OUTPUT_MAX);
    buf_init(&said[1], OUTPUT_MAX);
    for (bool more = true; more;) {
        poll(from, 2, -1);
        bool is_open = drain(&from[0], &said[0]);
        more = drain(&from[1], &said[1]) || is_open;
    }
    int status;
    cr_assert(waitpid(process->pid, &status, 0) == process->pid);
    cr_assert(buf_ok(&said[0]) && buf_ok(&said[1]));
    struct e2e_result result = {
        .code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
        .out = arena_memdup(&e2e->arena, buf_text(&said[0]), said[0].length),
        .err = arena_memdup(&e2e->arena, buf_text(&said[1]), said[1].length),
        .out_size = said[0].length,
        .err_size = said[1].length,
    };
    buf_release(&said[0]);
    buf_release(&said[1]);
    return result;
}

struct e2e_process e2e_start(struct e2e *e2e, ...)
{
    va_list words;
    va_start(words, e2e);
    struct e2e_process process = start(e2e, words);
    va_end(words);
    return process;
}

struct e2e_result e2e_grader(struct e2e *e2e, ...)
{
    va_list words;
    va_start(words, e2e);
    struct e2e_process process = start(e2e, words);
    va_end(words);
    return e2e_finish(e2e, &process);
}

/* ---- what it said ---- */

bool e2e_has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

void e2e_ended(const struct e2e_result *result, int code)
{
    cr_assert(result->code == code, "exit code %d, not %d; said: %s%s", result->code, code,
              result->out, result->err);
}

void e2e_refused(const struct e2e_result *result, int code, ...)
{
    static const char name[] = "grader: ";
    e2e_ended(result, code);
    cr_assert(result->out_size == 0, "standard output: %s", result->out);
    cr_assert(strncmp(result->err, name, strlen(name)) == 0, "%s", result->err);
    cr_assert(strlen(result->err) == result->err_size, "a NUL in: %s", result->err);
    cr_assert(strchr(result->err, '\n') == result->err + result->err_size - 1, "not one line: %s",
              result->err);
    for (size_t i = 0; i + 1 < result->err_size; i++)
        cr_assert((unsigned char)result->err[i] >= ' ', "byte %d in: %s", result->err[i],
                  result->err);
    va_list parts;
    va_start(parts, code);
    for (const char *part = va_arg(parts, const char *); part; part = va_arg(parts, const char *))
        cr_assert(e2e_has(result->err, part), "no '%s' in: %s", part, result->err);
    va_end(parts);
}
