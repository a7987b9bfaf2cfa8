/* test_make.c - made tests: what is asked of the programs, what stays on disk, what failure leaves
 * behind. */
#include "grader/catalog/make.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>
#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "tests/support/catalog_folder.h"
#include "tests/support/fake_runner.h"

static struct catalog_folder folder;
static struct fake_runner fake;
static struct case_maker maker;
static struct err err;
static const int generators[] = { 101, -1 };
static char cache[256];

/* A generator prints its words, a model solution prints "answer to " and its input. */
static bool answer(void *ctx, const struct run_program *program, const struct run_request *request,
                   struct run_outcome *out, struct err *error)
{
    (void)ctx, (void)request, (void)error;
    const char *text = fake_record_line(&fake, fake.record_count - 1);
    if (program->profile == RUN_PROGRAM) {
        struct str input = fake.records[fake.record_count - 1].input_bytes;
        text = arena_printf(&fake.arena, "answer to %.*s", (int)input.length, input.at);
    }
    fake_outcome_text(out, text, NULL);
    return true;
}

static void load(void)
{
    cr_assert(catalog_folder_load(&folder), "%s", folder.err.text);
    maker.model = catalog_model_solution(&folder.loaded);
}

static void make(void)
{
    catalog_folder_make(&folder);
    catalog_folder_put(&folder, "generators/unused.c", "int x;\n");
    fake_runner_init(&fake);
    fake.on_run = answer;
    snprintf(cache, sizeof cache, "%s/cache/deep", folder.top);
    maker = (struct case_maker){
        .runner = &fake.runner,
        .generators = generators,
        .model_executable = 102,
        .model_has_starter = true,
        .key = "secret",
        .key_size = 6,
        .cache = cache,
    };
    load();
}

static void clean_up(void)
{
    fake_runner_release(&fake);
    catalog_folder_remove(&folder);
}

TestSuite(make, .init = make, .fini = clean_up);

static bool run_make(void)
{
    err_clear(&err);
    return catalog_make_cases(&folder.loaded, &maker, &folder.arena, &err);
}

static bool found(void)
{
    bool out = false;
    cr_assert(catalog_find_cases(&folder.loaded, &maker, &folder.arena, &out, &err), "%s",
              err.text);
    return out;
}

static const struct test_case *made(const char *name)
{
    const struct test_case *test = catalog_folder_case(&folder, name);
    cr_assert_not_null(test);
    return test;
}

static const char *content(const char *path)
{
    struct str bytes;
    cr_assert_not_null(path);
    cr_assert(file_read(path, 1 << 20, &folder.arena, &bytes, &err), "%s", err.text);
    return bytes.at;
}

/* Generators run in the order of their names, but the table here has "gen" at 0. */
Test(make, inputs_and_answers_are_made_and_named_in_the_package)
{
    cr_assert(catalog_needs_making(&folder.loaded));
    cr_assert(catalog_uses_generator(&folder.loaded, 0));
    cr_assert(not(catalog_uses_generator(&folder.loaded, 1)));
    cr_assert(run_make(), "%s", err.text);
    cr_assert(not(catalog_needs_making(&folder.loaded)));
    const struct test_case *b = made("secret/2-made/b");
    unsigned long long seed = catalog_case_seed("secret", 6, "pack", "secret/2-made/b");
    const char *input = arena_printf(&folder.arena, "gen 20 x%lluy%llu", seed, seed);
    cr_assert(eq(str, (char *)content(b->input_path), (char *)input));
    cr_assert(eq(str, (char *)content(b->answer_path),
                 (char *)arena_printf(&folder.arena, "answer to %s", input)));
    cr_assert(str_ends(b->input_path, "/00002-b.in"));
    cr_assert(b->input_path[0] == '/');
    const struct test_case *file = made("secret/1-files/01");
    cr_assert(str_ends(file->input_path, "/data/secret/1-files/01.in"));
}

Test(make, one_session_a_generator_and_one_for_the_model_within_generous_limits)
{
    cr_assert(run_make(), "%s", err.text);
    cr_assert(eq(sz, fake.opens, 2));
    cr_assert(eq(sz, fake.live, 0));
    cr_assert(eq(sz, fake.record_count, 4));
    const struct fake_record *generator = &fake.records[0], *model = &fake.records[2];
    cr_assert(eq(int, generator->profile, RUN_TOOL));
    cr_assert(eq(int, generator->executable, 101));
    cr_assert(eq(u64, generator->limits.cpu_us, 30000000));
    cr_assert(eq(u64, generator->limits.memory_bytes, 1073741824));
    cr_assert(eq(u64, generator->limits.output_bytes, 268435456));
    cr_assert(eq(int, model->profile, RUN_PROGRAM));
    cr_assert(eq(int, model->executable, 102));
    cr_assert(model->has_starter && model->limits.processes == 1);
    cr_assert(eq(u64, model->limits.cpu_us, 60000000));
    cr_assert(eq(u64, model->limits.memory_bytes, folder.loaded.limits.memory_bytes));
}

/* BLAKE2b by libsodium itself, over length (8 bytes, little endian) and text of each field. */
Test(make, a_seed_is_keyed_blake2b_of_package_and_case)
{
    unsigned char bytes[64] = { 4, 0, 0, 0, 0, 0, 0, 0, 'p', 'a', 'c', 'k', 3 };
    memcpy(bytes + 20, "a/b", 3);
    unsigned char digest[32];
    crypto_generichash(digest, sizeof digest, bytes, 23, (const unsigned char *)"key", 3);
    uint64_t wanted = 0;
    for (int i = 7; i >= 0; i--)
        wanted = wanted << 8 | digest[i];
    cr_assert(eq(u64, catalog_case_seed("key", 3, "pack", "a/b"), wanted));
    cr_assert(ne(u64, catalog_case_seed("kez", 3, "pack", "a/b"), wanted));
    cr_assert(ne(u64, catalog_case_seed("key", 3, "pac", "ka/b"), wanted));
    cr_assert(ne(u64, catalog_case_seed(NULL, 0, "pack", "a/b"), wanted));
}

Test(make, what_is_in_the_cache_is_not_made_again)
{
    cr_assert(not(found()));
    cr_assert(run_make());
    const char *first = made("secret/2-made/a")->input_path;
    load();
    maker.generators = NULL;
    cr_assert(found());
    cr_assert(eq(str, (char *)made("secret/2-made/a")->input_path, (char *)first));
    load();
    cr_assert(run_make());
    cr_assert(eq(sz, fake.runs, 4));
    cr_assert(eq(sz, catalog_count_entries(cache), 1));
}

Test(make, all_that_decides_the_tests_names_another_set)
{
    static const struct {
        const char *place, *text;
    } rows[] = {
        { "generators/gen.c", "int other;\n" },
        { "submissions/accepted/good.c", "int other;\n" },
        { "include/c/driver.c", "int other;\n" },
        { "problem.yaml", "problem_format_version: 2025-09\nname: B\n"
                          "uuid: 35aac49e-09a0-4fc1-bbc1-63f4662bbc86\n" },
    };
    cr_assert(run_make());
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        catalog_folder_put(&folder, rows[i].place, rows[i].text);
        load();
        cr_assert(not(found()), "%s", rows[i].place);
        cr_assert(run_make());
    }
    load();
    maker.key = "Secret";
    cr_assert(not(found()));
    cr_assert(run_make());
    cr_assert(eq(sz, catalog_count_entries(cache), COUNT_OF(rows) + 2));
}

static unsigned mode_of(const char *path)
{
    struct stat st;
    cr_assert(eq(int, stat(path, &st), 0));
    return st.st_mode & 07777;
}

static const char *set_folder(void)
{
    char *path = arena_strdup(&folder.arena, made("secret/2-made/a")->input_path);
    *strrchr(path, '/') = '\0';
    return path;
}

Test(make, hidden_tests_are_for_the_user_alone)
{
    umask(0);
    cr_assert(run_make());
    cr_assert(eq(uint, mode_of(set_folder()), 0700));
    cr_assert(eq(uint, mode_of(made("secret/2-made/a")->input_path), 0600));
    cr_assert(eq(uint, mode_of(made("secret/2-made/a")->answer_path), 0600));
    cr_assert(eq(uint, mode_of(arena_printf(&folder.arena, "%s/manifest", set_folder())), 0600));
}

static void truncate_input(const char *set)
{
    cr_assert(eq(int, truncate(made("secret/2-made/a")->input_path, 3), 0));
    (void)set;
}

static void lose_answer(const char *set)
{
    cr_assert(eq(int, unlink(made("secret/2-made/b")->answer_path), 0));
    (void)set;
}

static void empty_manifest(const char *set)
{
    cr_assert(eq(int, truncate(arena_printf(&folder.arena, "%s/manifest", set), 0), 0));
}

static void cut_manifest(const char *set)
{
    const char *path = arena_printf(&folder.arena, "%s/manifest", set);
    struct stat st;
    cr_assert(eq(int, stat(path, &st), 0));
    cr_assert(eq(int, truncate(path, st.st_size - 70), 0));
}

static void change_manifest(const char *set)
{
    int fd = open(arena_printf(&folder.arena, "%s/manifest", set), O_WRONLY | O_CLOEXEC);
    cr_assert(eq(int, (int)pwrite(fd, "9", 1, 100), 1));
    close(fd);
}

static void link_input(const char *set)
{
    const char *path = made("secret/2-made/a")->input_path;
    const char *aside = arena_printf(&folder.arena, "%s/aside", set);
    cr_assert(eq(int, rename(path, aside), 0));
    cr_assert(eq(int, symlink(aside, path), 0));
}

static void open_to_others(const char *set)
{
    cr_assert(eq(int, chmod(set, 0777), 0));
}

static void become_a_file(const char *set)
{
    catalog_remove_tree(set);
    cr_assert(file_write(set, "x", 1, &err));
}

static void become_a_link(const char *set)
{
    const char *aside = arena_printf(&folder.arena, "%s/aside", folder.top);
    cr_assert(eq(int, rename(set, aside), 0));
    cr_assert(eq(int, symlink(aside, set), 0));
}

static void become_empty(const char *set)
{
    catalog_remove_tree(set);
    cr_assert(eq(int, mkdir(set, 0700), 0));
}

Test(make, a_damaged_or_foreign_set_is_noticed_and_replaced)
{
    static void (*const damages[])(const char *set) = {
        truncate_input, lose_answer,    empty_manifest, cut_manifest,  change_manifest,
        link_input,     open_to_others, become_a_file,  become_a_link, become_empty,
    };
    cr_assert(run_make());
    for (size_t i = 0; i < COUNT_OF(damages); i++) {
        const char *set = set_folder();
        damages[i](set);
        load();
        cr_assert(not(found()), "damage %zu", i);
        cr_assert(run_make(), "damage %zu: %s", i, err.text);
        cr_assert(eq(sz, catalog_count_entries(cache), 1), "damage %zu", i);
        cr_assert(eq(sz, catalog_count_entries(set), 5));
        load();
        cr_assert(found());
    }
}

/* The outcome with which the n-th run ends; all others are good. */
struct ending {
    size_t run;
    enum verdict verdict;
    const char *cause, *output, *errors;
};

static bool end_as_told(void *ctx, const struct run_program *program,
                        const struct run_request *request, struct run_outcome *out,
                        struct err *error)
{
    const struct ending *ending = ctx;
    if (fake.record_count != ending->run)
        return answer(NULL, program, request, out, error);
    fake_outcome(out, ending->verdict, ending->cause, str_of(ending->output),
                 str_of(ending->errors));
    return true;
}

Test(make, programs_that_do_not_end_well_are_named_with_the_case_and_the_cause)
{
    static const struct {
        struct ending ending;
        const char *message;
    } rows[] = {
        { { 1, VERDICT_RUN_ERROR, "exit status 1", "half", "usage: gen N\nmore\n" },
          "cannot make the case 'secret/2-made/a': generator 'gen': exit status 1: usage: gen N" },
        { { 2, VERDICT_TIME_LIMIT, "", "", "" },
          "cannot make the case 'secret/2-made/b': generator 'gen': time limit exceeded" },
        { { 2, VERDICT_ACCEPTED, "", "", "" },
          "cannot make the case 'secret/2-made/b': generator 'gen' printed nothing" },
        { { 1, VERDICT_RUN_ERROR, "signal 6", "", "a\x1b[31m\xff\n" },
          "cannot make the case 'secret/2-made/a': generator 'gen': signal 6: a?[31m?" },
        { { 3, VERDICT_MEMORY_LIMIT, "allocation refused", "", "" },
          "cannot make the case 'secret/2-made/a': model solution 'accepted/good.c': allocation "
          "refused" },
        { { 4, VERDICT_FORBIDDEN_CALL, "call of socket", "", "" },
          "cannot make the case 'secret/2-made/b': model solution 'accepted/good.c': call of "
          "socket" },
    };
    fake.on_run = end_as_told;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        fake.record_count = 0;
        fake.ctx = (void *)&rows[i].ending;
        cr_assert(not(run_make()));
        cr_assert(eq(int, err.kind, ERR_INPUT));
        cr_assert(eq(str, err.text, (char *)rows[i].message));
        cr_assert(eq(sz, fake.live, 0));
        cr_assert(eq(sz, catalog_count_entries(cache), 0));
        cr_assert_null(made("secret/2-made/a")->input_path);
    }
}

Test(make, an_empty_answer_is_an_answer)
{
    const struct ending ending = { 4, VERDICT_ACCEPTED, "", "", "" };
    fake.on_run = end_as_told;
    fake.ctx = (void *)&ending;
    cr_assert(run_make());
    cr_assert(eq(str, (char *)content(made("secret/2-made/b")->answer_path), ""));
    load();
    cr_assert(found());
}

Test(make, whichever_call_of_the_port_fails_nothing_is_left_behind)
{
    cr_assert(run_make());
    size_t calls = fake.calls;
    cr_assert(eq(sz, calls, 6));
    catalog_remove_tree(set_folder());
    for (size_t n = 1; n <= calls; n++) {
        load();
        fake.calls = 0;
        fake.fail_at = n;
        cr_assert(not(run_make()), "call %zu", n);
        cr_assert(eq(int, err.kind, ERR_FAULT));
        cr_assert_not_null(strstr(err.text, "fails on purpose"));
        cr_assert(eq(sz, fake.live, 0));
        cr_assert(eq(sz, catalog_count_entries(cache), 0));
        cr_assert(catalog_needs_making(&folder.loaded));
    }
    fake.fail_at = 0;
    cr_assert(run_make());
}

Test(make, a_cache_that_cannot_be_is_an_error)
{
    cr_assert(file_write(arena_printf(&folder.arena, "%s/file", folder.top), "x", 1, &err));
    maker.cache = arena_printf(&folder.arena, "%s/file/cache", folder.top);
    cr_assert(not(run_make()));
    cr_assert(ne(int, err.kind, ERR_NONE));
    cr_assert(eq(sz, fake.calls, 0));
}

/* A limit on the size of files stands for a disk that is full: the manifest is the largest file. */
Test(make, a_full_disk_is_our_fault_and_leaves_nothing)
{
    const struct rlimit small = { 200, RLIM_INFINITY };
    signal(SIGXFSZ, SIG_IGN);
    cr_assert(eq(int, setrlimit(RLIMIT_FSIZE, &small), 0));
    bool good = run_make();
    const struct rlimit none = { RLIM_INFINITY, RLIM_INFINITY };
    cr_assert(eq(int, setrlimit(RLIMIT_FSIZE, &none), 0));
    cr_assert(not(good));
    cr_assert(eq(int, err.kind, ERR_FAULT));
    cr_assert_not_null(strstr(err.text, "manifest': File too large"), "%s", err.text);
    cr_assert(eq(sz, catalog_count_entries(cache), 0));
    cr_assert(catalog_needs_making(&folder.loaded));
}

Test(make, without_a_c_solution_nothing_can_be_made)
{
    maker.model = NULL;
    cr_assert(not(run_make()));
    cr_assert(
        eq(str, err.text, "cannot make the tests of 'pack': it has no accepted C submission"));
}

Test(make, a_package_of_files_needs_nothing)
{
    catalog_folder_drop(&folder, "generators");
    catalog_folder_drop(&folder, "data/secret/2-made");
    load();
    maker = (struct case_maker){ 0 };
    cr_assert(not(catalog_needs_making(&folder.loaded)));
    cr_assert(run_make());
    cr_assert(found());
}

Test(make, arguments_of_a_case_reach_the_model_solution)
{
    catalog_folder_put(&folder, "data/secret/2-made/a.yaml", "args: [--fast, 7]\n");
    load();
    cr_assert(run_make(), "%s", err.text);
    cr_assert(eq(str, (char *)fake_record_line(&fake, 2), "program --fast 7"));
}

/* Another grader finishes the same set while ours is being made. */
static bool be_late(void *ctx, const struct run_program *program, const struct run_request *request,
                    struct run_outcome *out, struct err *error)
{
    struct catalog_folder *other = ctx;
    if (fake.record_count == 4 && fake.opens == 2) {
        fake.on_run = answer;
        cr_assert(catalog_make_cases(&other->loaded, &maker, &other->arena, error));
    }
    return answer(NULL, program, request, out, error);
}

Test(make, a_set_that_somebody_else_made_meanwhile_stays)
{
    struct catalog_folder other = folder;
    other.arena = (struct arena){ 0 };
    cr_assert(catalog_load(folder.package, &other.arena, &other.loaded, &err));
    fake.on_run = be_late;
    fake.ctx = &other;
    cr_assert(run_make(), "%s", err.text);
    cr_assert(eq(sz, fake.runs, 8));
    cr_assert(eq(sz, catalog_count_entries(cache), 1));
    cr_assert_not_null(strstr(content(made("secret/2-made/a")->answer_path), "answer to gen 10"));
    cr_assert(eq(sz, fake.live, 0));
    arena_release(&other.arena);
}

/* The same set by several processes at once, over a damaged one; each then reads what it was
 * given. */
Test(make, several_graders_at_once_are_fine)
{
    enum { GRADERS = 6 };
    cr_assert(run_make());
    cut_manifest(set_folder());
    pid_t children[GRADERS];
    for (int i = 0; i < GRADERS; i++) {
        children[i] = fork();
        cr_assert(ge(int, children[i], 0));
        if (children[i] > 0)
            continue;
        bool good = catalog_folder_load(&folder) && run_make();
        for (size_t k = 0; good && k < folder.loaded.case_count; k++) {
            struct str bytes;
            good = file_read(folder.loaded.cases[k].input_path, 1 << 20, &folder.arena, &bytes,
                             &err) &&
                   bytes.length > 0;
        }
        _exit(good ? 0 : 1);
    }
    for (int i = 0; i < GRADERS; i++) {
        int status;
        cr_assert(eq(int, waitpid(children[i], &status, 0), children[i]));
        cr_assert(eq(int, status, 0));
    }
    cr_assert(eq(sz, catalog_count_entries(cache), 1));
    load();
    cr_assert(found());
}
