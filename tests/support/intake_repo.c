/* intake_repo.c - repositories in temporary folders, made by the real git. */
#include "tests/support/intake_repo.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/intake/worker.h"
#include "tests/support/intake_plain_runner.h"

enum { OUTPUT_MAX = 1 << 20, SCRIPT_MAX = 64 * 1024 };

void intake_folder_make(char out[INTAKE_REPO_PATH_MAX])
{
    const char *base = getenv("TMPDIR");
    snprintf(out, INTAKE_REPO_PATH_MAX, "%s/intake-XXXXXX", base && *base ? base : "/tmp");
    cr_assert(mkdtemp(out) != NULL, "cannot make %s", out);
}

void intake_folder_remove(const char *path)
{
    char line[INTAKE_REPO_PATH_MAX + 64];
    snprintf(line, sizeof line, "chmod -R u+rwX '%s'; rm -rf '%s'", path, path);
    cr_assert(system(line) == 0);
}

void intake_forget_repository(void)
{
    static const char *const names[] = {
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_COMMON_DIR",
        "GIT_PREFIX",
        "GIT_CONFIG_PARAMETERS",
        "GIT_NAMESPACE",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    };
    for (size_t i = 0; i < COUNT_OF(names); i++)
        unsetenv(names[i]);
}

static void shut_configuration_off(void)
{
    static const char *const settings[][2] = {
        { "GIT_CONFIG_GLOBAL", "/dev/null" },
        { "GIT_CONFIG_NOSYSTEM", "1" },
        { "GIT_CONFIG_COUNT", "1" },
        { "GIT_CONFIG_KEY_0", "advice.nestedTag" },
        { "GIT_CONFIG_VALUE_0", "false" },
        { "GIT_AUTHOR_NAME", "Ann Example" },
        { "GIT_AUTHOR_EMAIL", "ann@example.org" },
        { "GIT_AUTHOR_DATE", "1700000000 +0100" },
        { "GIT_COMMITTER_NAME", "Bob Example" },
        { "GIT_COMMITTER_EMAIL", "b@example.org" },
        { "GIT_COMMITTER_DATE", "1800000000 +0100" },
        { "GIT_TERMINAL_PROMPT", "0" },
        { "LC_ALL", "C" },
    };
    intake_forget_repository();
    for (size_t i = 0; i < COUNT_OF(settings); i++)
        cr_assert(setenv(settings[i][0], settings[i][1], 1) == 0);
}

void intake_repo_begin(struct intake_repo *repo)
{
    *repo = (struct intake_repo){ .path = "" };
    shut_configuration_off();
    intake_folder_make(repo->folder);
    snprintf(repo->path, sizeof repo->path, "%s/r", repo->folder);
    cr_assert(mkdir(repo->path, 0777) == 0);
    intake_sh(repo, "git -c init.defaultBranch=main init -q");
}

void intake_repo_end(struct intake_repo *repo)
{
    arena_release(&repo->arena);
    intake_folder_remove(repo->folder);
}

const char *intake_sh(struct intake_repo *repo, const char *format, ...)
{
    char script[SCRIPT_MAX], line[SCRIPT_MAX + INTAKE_REPO_PATH_MAX + 32];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(script, sizeof script, format, args);
    va_end(args);
    cr_assert(length >= 0 && (size_t)length < sizeof script);
    snprintf(line, sizeof line, "set -e; cd '%s'; %s", repo->path, script);
    fflush(NULL);
    FILE *shell = popen(line, "r");
    cr_assert(shell != NULL);
    char *output = arena_alloc(&repo->arena, OUTPUT_MAX);
    size_t got = fread(output, 1, OUTPUT_MAX - 1, shell);
    int status = pclose(shell);
    cr_assert(status == 0, "status %d of: %s", status, script);
    if (got > 0 && output[got - 1] == '\n')
        output[got - 1] = '\0';
    return output;
}

bool intake_repo_read_request(struct intake_repo *repo, const struct intake_request *request)
{
    struct intake_plain_runner plain;
    intake_plain_runner_init(&plain, intake_worker_main);
    struct intake_request whole = *request;
    whole.executable = "/nonexistent/grader";
    err_clear(&repo->err);
    return intake_read(&plain.runner, &whole, &repo->arena, &repo->snapshot, &repo->err);
}

bool intake_repo_read_at(struct intake_repo *repo, const char *where, const char *revision)
{
    static const char *const problems[] = { "lrucache", "longestincreasing", "ratelimiter" };
    static const char *const roots[] = { "", "solutions" };
    const struct intake_request request = { .where = where,
                                            .revision = revision,
                                            .problem_ids = problems,
                                            .problem_count = 3,
                                            .roots = roots,
                                            .root_count = 2 };
    return intake_repo_read_request(repo, &request);
}

bool intake_repo_read(struct intake_repo *repo)
{
    return intake_repo_read_at(repo, repo->path, NULL);
}

void intake_repo_fails(struct intake_repo *repo, const char *where, const char *revision,
                       enum err_kind kind, ...)
{
    cr_assert(!intake_repo_read_at(repo, where, revision), "'%s' was read", where);
    cr_assert(repo->err.kind == kind, "kind %d: %s", (int)repo->err.kind, repo->err.text);
    cr_assert(strchr(repo->err.text, '\n') == NULL, "%s", repo->err.text);
    va_list parts;
    va_start(parts, kind);
    for (const char *part = va_arg(parts, const char *); part; part = va_arg(parts, const char *))
        cr_assert(strstr(repo->err.text, part) != NULL, "no '%s' in: %s", part, repo->err.text);
    va_end(parts);
}

const char *intake_repo_reason(const struct intake_repo *repo, const char *name)
{
    for (size_t i = 0; i < repo->snapshot.left_out_count; i++)
        if (str_is(repo->snapshot.left_out[i].name, name))
            return repo->snapshot.left_out[i].reason;
    return "";
}

const char *intake_repo_kept(struct intake_repo *repo)
{
    SCOPED_BUF text;
    buf_init(&text, OUTPUT_MAX);
    for (size_t i = 0; i < repo->snapshot.submission_count; i++) {
        const struct submission *one = &repo->snapshot.submissions[i];
        buf_printf(&text, "%s%s:", i ? "; " : "", one->folder);
        for (size_t j = 0; j < one->sources.count; j++)
            buf_printf(&text, " %s", one->sources.files[j].path);
    }
    return arena_strdup(&repo->arena, buf_text(&text));
}
