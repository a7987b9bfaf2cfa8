/* intake.c - a repository becomes a snapshot: the trusted side. */
#include "grader/intake/intake.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/mem.h"
#include "grader/intake/decode.h"
#include "grader/intake/locate.h"
#include "grader/intake/rules.h"
#include "grader/intake/worker.h"

/* The reader is this program itself: with AddressSanitizer it maps some 16 TiB before main. */
#ifdef __SANITIZE_ADDRESS__
#define READER_MEMORY_BYTES ((uint64_t)1 << 45)
#else
#define READER_MEMORY_BYTES ((uint64_t)1 << 30)
#endif

static const struct run_limits reader_limits = {
    .cpu_us = 20 * 1000 * 1000,
    .wall_us = 60 * 1000 * 1000,
    .memory_bytes = READER_MEMORY_BYTES,
    .output_bytes = (uint64_t)64 << 20,
    .processes = 4,
};

/* A growing list of texts with NULL behind the last. In the arena. */
struct words {
    struct arena *arena;
    const char **words;
    size_t count, capacity;
};

static void words_add(struct words *list, const char *word)
{
    list->words = arena_grow(list->arena, list->words, list->count, &list->capacity, sizeof word);
    list->words[list->count++] = word;
}

static void words_add_option(struct words *list, const char *option, const char *value)
{
    if (!value)
        return;
    words_add(list, option);
    words_add(list, value);
}

static void words_add_path(struct words *list, const char *path)
{
    if (path && access(path, F_OK) == 0)
        words_add(list, path);
}

/* Where ssh may look for keys and an agent: both NULL without ssh. */
struct ssh_places {
    const char *home, *folder, *agent;
};

static struct ssh_places find_ssh(const struct location *at, struct arena *arena)
{
    if (!at->is_ssh)
        return (struct ssh_places){ 0 };
    const char *home = getenv("HOME");
    const char *agent = getenv("SSH_AUTH_SOCK");
    bool has_home = home && *home == '/';
    return (struct ssh_places){
        .home = has_home ? home : NULL,
        .folder = has_home ? arena_printf(arena, "%s/.ssh", home) : NULL,
        .agent = agent && *agent == '/' ? agent : NULL,
    };
}

static const char *const *make_argv(const struct intake_request *request, const struct location *at,
                                    const struct ssh_places *ssh, struct arena *arena)
{
    struct words argv = { .arena = arena };
    words_add(&argv, request->executable);
    words_add(&argv, INTAKE_WORKER_FLAG);
    words_add_option(&argv, "--local", at->git_folder);
    words_add_option(&argv, "--remote", at->url);
    words_add_option(&argv, "--into", at->url ? "fetched.git" : NULL);
    words_add_option(&argv, "--ssh-home", ssh->home);
    words_add_option(&argv, "--ssh-agent", ssh->agent);
    words_add_option(&argv, "--revision", request->revision);
    for (size_t i = 0; i < request->root_count; i++)
        words_add_option(&argv, "--root", request->roots[i]);
    for (size_t i = 0; i < request->problem_count; i++)
        words_add_option(&argv, "--problem", request->problem_ids[i]);
    words_add(&argv, NULL);
    return argv.words;
}

/* What names and certificates need. */
static const char *const network_files[] = {
    "/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf",   "/etc/gai.conf",
    "/etc/services",    "/etc/ssl",   "/etc/ca-certificates", "/usr/share/ca-certificates",
};

static const char *const *make_readable(const struct intake_request *request,
                                        const struct location *at, const struct ssh_places *ssh,
                                        struct arena *arena)
{
    struct words readable = { .arena = arena };
    words_add(&readable, request->executable);
    if (at->git_folder) {
        words_add(&readable, at->git_folder);
        if (strcmp(at->git_folder, at->common_folder) != 0)
            words_add(&readable, at->common_folder);
    } else {
        for (size_t i = 0; i < COUNT_OF(network_files); i++)
            words_add_path(&readable, network_files[i]);
        words_add_path(&readable, ssh->folder);
        words_add_path(&readable, ssh->agent);
    }
    words_add(&readable, NULL);
    return readable.words;
}

/* The reader did not end well: what stopped it, and whose fault that is. */
static bool reader_err(const struct run_outcome *outcome, struct err *err)
{
    bool out_of_memory = outcome->exit_code == MEM_EXIT_CODE;
    bool too_large = out_of_memory || outcome->verdict == VERDICT_TIME_LIMIT ||
                     outcome->verdict == VERDICT_MEMORY_LIMIT ||
                     outcome->verdict == VERDICT_OUTPUT_LIMIT;
    const char *cause = out_of_memory ? "out of memory" : outcome->cause;
    if (too_large)
        return err_set(err, ERR_INPUT,
                       "reading it takes more than %llu s of CPU, %llu s, or %llu MiB of memory "
                       "(%s); give a smaller repository, or a clone with less history",
                       (unsigned long long)(reader_limits.cpu_us / 1000000),
                       (unsigned long long)(reader_limits.wall_us / 1000000),
                       (unsigned long long)(reader_limits.memory_bytes >> 20), cause);
    return err_set(
        err, ERR_FAULT,
        "the repository reader failed: %s; `git fsck` shows whether the repository is damaged",
        cause);
}

static bool run_reader(struct runner *runner, const struct intake_request *request,
                       const struct location *at, struct arena *arena, struct snapshot *out,
                       struct err *err)
{
    const struct ssh_places ssh = find_ssh(at, arena);
    const struct run_program program = {
        .name = "repository reader",
        .profile = RUN_TOOL,
        .limits = reader_limits,
        .executable = -1,
        .readable = make_readable(request, at, &ssh, arena),
        .network = at->url != NULL,
    };
    const struct run_request run = { .argv = make_argv(request, at, &ssh, arena), .input = -1 };
    struct run_outcome outcome = { 0 };
    if (!runner_once(runner, &program, &run, &outcome, err))
        return false;
    bool good = outcome.verdict == VERDICT_ACCEPTED
                    ? decode_answer(outcome.output, request, arena, out, err)
                    : reader_err(&outcome, err);
    run_outcome_release(&outcome);
    return good;
}

/* An error's text may quote the address: no credentials leave with it. */
static void hide_secret(const char *secret, struct err *err)
{
    char *found = *secret ? strstr(err->text, secret) : NULL;
    if (!found)
        return;
    SCOPED_BUF text;
    buf_init(&text, 4 * ERR_TEXT_MAX);
    const char *rest = err->text;
    for (; found; found = strstr(rest, secret)) {
        buf_put(&text, rest, (size_t)(found - rest));
        buf_puts(&text, "***");
        rest = found + strlen(secret);
    }
    buf_puts(&text, rest);
    err_set(err, err->kind, "%s", buf_text(&text));
}

bool intake_read(struct runner *runner, const struct intake_request *request, struct arena *arena,
                 struct snapshot *out, struct err *err)
{
    assert(request->where && request->executable && *request->executable == '/');
    assert(request->problem_count <= INTAKE_SUBMISSIONS_MAX);
    struct location at;
    struct snapshot snapshot;
    if (!locate(request->where, arena, &at, err) ||
        !run_reader(runner, request, &at, arena, &snapshot, err)) {
        hide_secret(at.secret, err);
        return err_wrap(err, "cannot read the repository '%s'", at.origin);
    }
    snapshot.origin = at.origin;
    *out = snapshot;
    return true;
}
