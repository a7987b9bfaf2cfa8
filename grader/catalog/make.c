/* make.c - tests that a package only describes are made. */
#include "grader/catalog/make.h"

#include <assert.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/hash.h"
#include "grader/catalog/content.h"
#include "grader/catalog/made_cache.h"
#include "grader/catalog/seed.h"

enum { MIB = 1024 * 1024, SECOND_US = 1000 * 1000 };

/* Part of the cache's key: raise it when the same description makes other tests. */
enum { MADE_VERSION = 1 };

/* Of one generator's run and of one run of the model solution; wall time is only a net. */
static const struct run_limits generator_limits = { 30ULL * SECOND_US, 90ULL * SECOND_US,
                                                    1024ULL * MIB, 256ULL * MIB, 16 };
static const struct run_limits model_limits = { 60ULL * SECOND_US, 180ULL * SECOND_US,
                                                0 /* the package's */, 256ULL * MIB, 1 };
static const uint64_t SET_BYTES_MAX = 4096ULL * MIB;

/*
 * The cases to be made, in the package's order; file 2i is the answer and file 2i + 1 the input of
 * case i, so that the names are sorted.
 */
struct making {
    struct package *package;
    const struct case_maker *maker;
    struct arena *arena; /* of the call; nothing of it stays in the package */
    char key[HASH_TEXT_MAX];
    struct test_case **cases;
    size_t count;
    const char **names;  /* 2 * count names of files */
    const char **inputs; /* count paths in the draft, as they are made */
    struct cache_draft draft;
    uint64_t total_bytes;
};

bool catalog_needs_making(const struct package *package)
{
    for (size_t i = 0; i < package->case_count; i++)
        if (package->cases[i].call && !package->cases[i].input_path)
            return true;
    return false;
}

bool catalog_uses_generator(const struct package *package, size_t index)
{
    assert(index < package->generator_count);
    for (size_t i = 0; i < package->case_count; i++)
        if (package->cases[i].call &&
            strcmp(package->cases[i].call->program, package->generators[index].name) == 0)
            return true;
    return false;
}

uint64_t catalog_case_seed(const void *key, size_t key_size, const char *package_id,
                           const char *case_name)
{
    struct hash hash;
    hash_init(&hash, key, key_size);
    hash_field(&hash, str_of(package_id));
    hash_field(&hash, str_of(case_name));
    return hash_finish_u64(&hash);
}

/* The secret key goes in as the key of the hash, so that the name of the folder tells nothing of
 * it. */
static void name_set(struct making *making)
{
    const struct package *package = making->package;
    struct hash hash;
    hash_init(&hash, making->maker->key, making->maker->key_size);
    hash_number(&hash, MADE_VERSION);
    hash_number(&hash, geteuid()); /* nobody trusts, or has to replace, another user's set */
    hash_field(&hash, str_of(package->content_hash));
    hash_number(&hash, package->generator_count);
    for (size_t i = 0; i < package->generator_count; i++)
        content_hash_sources(&hash, &package->generators[i]);
    content_hash_sources(&hash, &making->maker->model->sources);
    hash_finish(&hash, making->key);
}

/* "0001-small-01.in": the number keeps names of two groups apart, the rest is for people. */
static const char *file_name(struct arena *arena, size_t number, const char *case_name,
                             const char *ending)
{
    const char *slash = strrchr(case_name, '/');
    return arena_printf(arena, "%05zu-%.180s.%s", number, slash ? slash + 1 : case_name, ending);
}

static bool prepare(struct making *making, struct err *err)
{
    struct package *package = making->package;
    assert(making->maker->cache);
    if (!making->maker->model)
        return err_set(err, ERR_INPUT,
                       "cannot make the tests of '%s': it has no accepted C submission",
                       package->id);
    name_set(making);
    making->cases = ARENA_ARRAY(making->arena, package->case_count, struct test_case *);
    making->names = ARENA_ARRAY(making->arena, 2 * package->case_count, const char *);
    for (size_t i = 0; i < package->case_count; i++) {
        struct test_case *test = &package->cases[i];
        if (!test->call)
            continue;
        size_t at = making->count++;
        making->cases[at] = test;
        making->names[2 * at] = file_name(making->arena, at + 1, test->name, "ans");
        making->names[2 * at + 1] = file_name(making->arena, at + 1, test->name, "in");
    }
    making->inputs = ARENA_ARRAY(making->arena, making->count, const char *);
    return true;
}

/* Absolute paths, as of all test data: programs may be started from elsewhere. */
static bool publish(const struct making *making, struct arena *arena, struct err *err)
{
    char cache[PATH_MAX];
    if (!realpath(making->maker->cache, cache))
        return err_sys(err, ERR_FAULT, "cannot open the folder '%s'", making->maker->cache);
    for (size_t i = 0; i < making->count; i++) {
        struct test_case *test = making->cases[i];
        test->answer_path =
            arena_printf(arena, "%s/%s/%s", cache, making->key, making->names[2 * i]);
        test->input_path =
            arena_printf(arena, "%s/%s/%s", cache, making->key, making->names[2 * i + 1]);
    }
    return true;
}

static bool find(struct making *making, struct arena *arena, bool *out_found, struct err *err)
{
    bool found =
        cache_is_whole(making->maker->cache, making->key, making->names, 2 * making->count);
    if (found && !publish(making, arena, err))
        return false;
    *out_found = found;
    return true;
}

static const char **call_argv(const struct making *making, const struct test_case *test)
{
    const struct generator_call *call = test->call;
    uint64_t seed = catalog_case_seed(making->maker->key, making->maker->key_size,
                                      making->package->id, test->name);
    const char **argv = ARENA_ARRAY(making->arena, call->words.count + 2, const char *);
    argv[0] = call->program;
    for (size_t i = 0; i < call->words.count; i++)
        argv[i + 1] = seed_put(making->arena, call->words.words[i], seed);
    return argv;
}

/* "exit status 1: ops: unknown kind", with the first line of what it wrote to standard error. */
static bool ended_badly(const struct test_case *test, const char *who, const char *name,
                        const struct run_outcome *outcome, struct err *err)
{
    enum { SHOWN_MAX = 200 };
    char shown[SHOWN_MAX + 1];
    struct str rest = outcome->errors, line = { "", 0 };
    if (!str_next_line(&rest, &line))
        line = (struct str){ "", 0 };
    size_t length = line.length < SHOWN_MAX ? line.length : SHOWN_MAX;
    for (size_t i = 0; i < length; i++)
        shown[i] = line.at[i] >= 0x20 && line.at[i] < 0x7f ? line.at[i] : '?';
    shown[length] = '\0';
    const char *cause = *outcome->cause ? outcome->cause : verdict_phrase(outcome->verdict);
    return err_set(err, ERR_INPUT, "cannot make the case '%s': %s '%s': %s%s%s", test->name, who,
                   name, cause, length ? ": " : "", shown);
}

static bool count_bytes(struct making *making, const struct test_case *test, size_t size,
                        struct err *err)
{
    making->total_bytes += size;
    return making->total_bytes <= SET_BYTES_MAX ||
           err_set(err, ERR_INPUT,
                   "cannot make the case '%s': all made tests together are larger "
                   "than %" PRIu64 " bytes",
                   test->name, SET_BYTES_MAX);
}

static bool keep_input(struct making *making, size_t index, const struct run_outcome *outcome,
                       struct err *err)
{
    const struct test_case *test = making->cases[index];
    if (outcome->verdict != VERDICT_ACCEPTED)
        return ended_badly(test, "generator", test->call->program, outcome, err);
    if (outcome->output.length == 0)
        return err_set(err, ERR_INPUT, "cannot make the case '%s': generator '%s' printed nothing",
                       test->name, test->call->program);
    return count_bytes(making, test, outcome->output.length, err) &&
           cache_put(&making->draft, making->names[2 * index + 1], outcome->output,
                     &making->inputs[index], err);
}

static bool make_input(struct making *making, struct run_session *session, size_t index,
                       struct err *err)
{
    const struct test_case *test = making->cases[index];
    const struct run_request request = { .argv = call_argv(making, test), .input = -1 };
    struct run_outcome outcome = { 0 };
    if (!runner_run(making->maker->runner, session, &request, &outcome, err))
        return err_wrap(err, "cannot make the case '%s'", test->name);
    bool good = keep_input(making, index, &outcome, err);
    run_outcome_release(&outcome);
    return good;
}

/* All cases of one generator, in one session. */
static bool run_generator(struct making *making, size_t generator, struct err *err)
{
    const char *name = making->package->generators[generator].name;
    const struct run_program program = {
        .name = name,
        .profile = RUN_TOOL,
        .limits = generator_limits,
        .executable = making->maker->generators[generator],
    };
    struct run_session *session;
    assert(program.executable >= 0);
    if (!runner_open(making->maker->runner, &program, &session, err))
        return err_wrap(err, "cannot run the generator '%s'", name);
    bool good = true;
    for (size_t i = 0; good && i < making->count; i++)
        if (strcmp(making->cases[i]->call->program, name) == 0)
            good = make_input(making, session, i, err);
    runner_close(making->maker->runner, session);
    return good;
}

static bool make_answer(struct making *making, struct run_session *session, size_t index,
                        struct err *err)
{
    const struct test_case *test = making->cases[index];
    const char *model = making->maker->model->sources.name, *ignored_path;
    const char **argv = ARENA_ARRAY(making->arena, test->args.count + 2, const char *);
    argv[0] = "program";
    for (size_t i = 0; i < test->args.count; i++)
        argv[i + 1] = test->args.words[i];
    const struct run_request request = { .argv = argv,
                                         .input_path = making->inputs[index],
                                         .input = -1 };
    struct run_outcome outcome = { 0 };
    if (!runner_run(making->maker->runner, session, &request, &outcome, err))
        return err_wrap(err, "cannot make the case '%s'", test->name);
    bool good = outcome.verdict == VERDICT_ACCEPTED
                    ? count_bytes(making, test, outcome.output.length, err) &&
                          cache_put(&making->draft, making->names[2 * index], outcome.output,
                                    &ignored_path, err)
                    : ended_badly(test, "model solution", model, &outcome, err);
    run_outcome_release(&outcome);
    return good;
}

static bool run_model(struct making *making, struct err *err)
{
    const struct case_maker *maker = making->maker;
    struct run_program program = {
        .name = maker->model->sources.name,
        .profile = RUN_PROGRAM,
        .limits = model_limits,
        .executable = maker->model_executable,
        .has_starter = maker->model_has_starter,
    };
    program.limits.memory_bytes = making->package->limits.memory_bytes;
    struct run_session *session;
    if (!runner_open(maker->runner, &program, &session, err))
        return err_wrap(err, "cannot run the model solution '%s'", program.name);
    bool good = true;
    for (size_t i = 0; good && i < making->count; i++)
        good = make_answer(making, session, i, err);
    runner_close(maker->runner, session);
    return good;
}

static bool make_set(struct making *making, struct err *err)
{
    if (!cache_begin(making->maker->cache, making->key, making->arena, &making->draft, err))
        return false;
    bool good = true;
    for (size_t i = 0; good && i < making->package->generator_count; i++)
        if (catalog_uses_generator(making->package, i))
            good = run_generator(making, i, err);
    good = good && run_model(making, err) && cache_commit(&making->draft, err);
    cache_abandon(&making->draft);
    return good;
}

bool catalog_find_cases(struct package *package, const struct case_maker *maker,
                        struct arena *arena, bool *out_found, struct err *err)
{
    SCOPED_ARENA own = { 0 };
    struct making making = { .package = package, .maker = maker, .arena = &own };
    if (!catalog_needs_making(package)) {
        *out_found = true;
        return true;
    }
    return prepare(&making, err) && find(&making, arena, out_found, err);
}

bool catalog_make_cases(struct package *package, const struct case_maker *maker,
                        struct arena *arena, struct err *err)
{
    SCOPED_ARENA own = { 0 };
    struct making making = { .package = package, .maker = maker, .arena = &own };
    bool found;
    if (!catalog_needs_making(package))
        return true;
    if (!prepare(&making, err) || !find(&making, arena, &found, err))
        return false;
    return found || (make_set(&making, err) && publish(&making, arena, err));
}
