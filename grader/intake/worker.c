/* worker.c - the repository reader. */
#include "grader/intake/worker.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/arena.h"
#include "grader/intake/emit.h"
#include "grader/intake/fetch.h"
#include "grader/intake/guard.h"
#include "grader/intake/repo.h"
#include "grader/intake/revision.h"
#include "grader/intake/walk.h"

enum { EXIT_ANSWERED = 0, EXIT_UNHEARD = 3, WORDS_MAX = 2 * INTAKE_SUBMISSIONS_MAX };

struct words {
    const char **words;
    size_t count, capacity;
};

/* The command line, taken apart. Borrowed from argv. */
struct order {
    const char *local, *remote, *revision, *into, *ssh_home, *ssh_agent;
    struct words problems, roots;
};

/* An option sets one of the members: the first kind of column a text, the second a list. */
static const struct option_row {
    const char *name;
    size_t offset;
    bool is_list;
} option_rows[] = {
    { "--local", offsetof(struct order, local), false },
    { "--remote", offsetof(struct order, remote), false },
    { "--revision", offsetof(struct order, revision), false },
    { "--into", offsetof(struct order, into), false },
    { "--ssh-home", offsetof(struct order, ssh_home), false },
    { "--ssh-agent", offsetof(struct order, ssh_agent), false },
    { "--problem", offsetof(struct order, problems), true },
    { "--root", offsetof(struct order, roots), true },
};

static const struct option_row *find_option(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(option_rows); i++)
        if (strcmp(option_rows[i].name, name) == 0)
            return &option_rows[i];
    return NULL;
}

static void set_option(struct order *order, const struct option_row *row, const char *value,
                       struct arena *arena)
{
    void *member = (char *)order + row->offset;
    if (!row->is_list) {
        *(const char **)member = value;
        return;
    }
    struct words *list = member;
    list->words = arena_grow(arena, list->words, list->count, &list->capacity, sizeof value);
    list->words[list->count++] = value;
}

static bool read_order(int argc, char **argv, struct arena *arena, struct order *out,
                       struct err *err)
{
    for (int i = 2; i < argc; i += 2) {
        const struct option_row *row = find_option(argv[i]);
        if (!row || i + 1 == argc || i > WORDS_MAX)
            return err_set(err, ERR_FAULT, "the repository reader cannot use the option '%.100s'",
                           argv[i]);
        set_option(out, row, argv[i + 1], arena);
    }
    if (!out->local == !out->remote || (out->remote && !out->into))
        return err_set(err, ERR_FAULT, "the repository reader needs one place to read from");
    return true;
}

/* Where libssh2 and libgit2 look for the agent and for known hosts. */
static bool prepare_environment(const struct order *order, struct err *err)
{
    bool set = (!order->ssh_home || setenv("HOME", order->ssh_home, 1) == 0) &&
               (!order->ssh_agent || setenv("SSH_AUTH_SOCK", order->ssh_agent, 1) == 0);
    return set || err_sys(err, ERR_FAULT, "cannot set the environment");
}

struct state {
    struct repo repo;   /* owned */
    git_commit *commit; /* owned */
    const char *name;
};

static bool find_state(const struct order *order, struct arena *arena, struct state *out,
                       struct err *err)
{
    if (order->local)
        return repo_open(order->local, &out->repo, err) &&
               revision_resolve(&out->repo, order->revision, arena, &out->commit, &out->name, err);
    const struct fetch_request request = { order->remote, order->into, order->revision,
                                           order->ssh_home, order->ssh_agent != NULL };
    return fetch_revision(&request, arena, &out->repo, &out->commit, &out->name, err);
}

static void say_meta(const struct state *state, struct arena *arena, struct emitter *emitter)
{
    char hex[GIT_OID_HEXSZ + 1];
    git_oid_tostr(hex, sizeof hex, git_commit_id(state->commit));
    const git_signature *author = git_commit_author(state->commit);
    const char *message = git_commit_message(state->commit);
    if (!message)
        message = "";
    message += strspn(message, "\n");
    const struct emit_meta meta = {
        .revision = state->name,
        .commit = hex,
        .author = author && author->name ? author->name : "",
        .email = author && author->email ? author->email : "",
        .subject = arena_memdup(arena, message, strcspn(message, "\n")),
        .when_s = author ? author->when.time : 0,
    };
    emit_meta(emitter, &meta);
}

static bool answer(const struct order *order, struct arena *arena, struct emitter *emitter,
                   struct err *err)
{
    struct state state = { .name = "" };
    const struct walk_request request = { order->problems.words, order->problems.count,
                                          order->roots.words, order->roots.count };
    bool good = find_state(order, arena, &state, err);
    if (good) {
        say_meta(&state, arena, emitter);
        good = walk_commit(&state.repo, state.commit, &request, emitter, err);
    }
    git_commit_free(state.commit);
    repo_close(&state.repo);
    return good;
}

/* From a command line to an answer, libgit2 open in between. */
static bool serve(int argc, char **argv, struct arena *arena, struct emitter *emitter,
                  struct err *err)
{
    struct order order = { 0 };
    if (!read_order(argc, argv, arena, &order, err) || !prepare_environment(&order, err) ||
        !gitlib_open(order.ssh_home, err))
        return false;
    guard_open(emitter->fd);
    bool good = answer(&order, arena, emitter, err);
    guard_close();
    gitlib_close();
    return good;
}

int intake_worker_main(int argc, char **argv)
{
    /* A reader that goes away shows as a failed write. */
    signal(SIGPIPE, SIG_IGN);
    SCOPED_ARENA arena = { 0 };
    struct emitter emitter;
    struct err err = { 0 };
    emit_init(&emitter, STDOUT_FILENO);
    emit_hello(&emitter);
    if (serve(argc, argv, &arena, &emitter, &err))
        emit_end(&emitter);
    else
        emit_error(&emitter, &err);
    int code = emitter.failed ? EXIT_UNHEARD : EXIT_ANSWERED;
    emit_release(&emitter);
    return code;
}
