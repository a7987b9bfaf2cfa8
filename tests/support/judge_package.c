/* judge_package.c - a small package with real files, and a fake program that does what its input
 * says. */
#include "tests/support/judge_package.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/judge/feedback.h"

/* ---- the package ---- */

static struct test_group *add_group(struct judge_package *p, const char *name,
                                    struct test_group *parent)
{
    assert(p->package.group_count < JUDGE_GROUPS_MAX);
    struct test_group *group = &p->groups[p->package.group_count];
    p->group_list[p->package.group_count++] = group;
    *group = (struct test_group){
        .name = name, .parent = parent, .max_score = INFINITY, .aggregation = SCORE_PASS_FAIL
    };
    return group;
}

void judge_package_init(struct judge_package *p)
{
    memset(p, 0, sizeof *p);
    const char *base = getenv("TMPDIR");
    snprintf(p->folder, sizeof p->folder, "%.100s/judge-XXXXXX", base && *base ? base : "/tmp");
    char *made = mkdtemp(p->folder);
    assert(made);
    p->package = (struct package){
        .id = "small",
        .path = p->folder,
        .groups = p->group_list,
        .cases = p->cases,
        .limits = { .memory_bytes = 64 << 20,
                    .output_bytes = 1 << 20,
                    .code_bytes = 128 << 10,
                    .compilation_time_us = 60 * 1000000,
                    .compilation_memory_bytes = 2048ULL << 20,
                    .validation_time_us = 5 * 1000000,
                    .validation_memory_bytes = 64 << 20,
                    .validation_output_bytes = 8 << 20 },
    };
    add_group(p, "sample", NULL);
    struct test_group *secret = add_group(p, "secret", NULL);
    secret->max_score = 100;
    secret->aggregation = SCORE_SUM;
}

void judge_package_release(struct judge_package *p)
{
    for (size_t i = 0; i < p->package.case_count; i++) {
        unlink(p->cases[i].input_path);
        unlink(p->cases[i].answer_path);
    }
    rmdir(p->folder);
    arena_release(&p->arena);
}

struct test_group *judge_package_group(struct judge_package *p, const char *name)
{
    for (size_t i = 0; i < p->package.group_count; i++)
        if (strcmp(p->groups[i].name, name) == 0)
            return &p->groups[i];
    return add_group(p, name, &p->groups[1]);
}

static const char *write_file(struct judge_package *p, const char *ending, const char *text)
{
    struct err err = { 0 };
    const char *path =
        arena_printf(&p->arena, "%s/%zu.%s", p->folder, p->package.case_count, ending);
    bool written = file_write(path, text, strlen(text), &err);
    assert(written);
    return path;
}

struct test_case *judge_package_case(struct judge_package *p, const char *group, const char *name,
                                     const char *input, const char *answer)
{
    assert(p->package.case_count < JUDGE_CASES_MAX);
    struct test_case *test = &p->cases[p->package.case_count];
    *test = (struct test_case){
        .name = arena_printf(&p->arena, "%s/%s", group, name),
        .group = judge_package_group(p, group),
        .input_path = write_file(p, "in", input),
        .answer_path = write_file(p, "ans", answer),
    };
    p->package.case_count++;
    return test;
}

static struct word_list two_words(struct judge_package *p, const char *first, const char *second)
{
    const char **words = ARENA_ARRAY(&p->arena, 2, const char *);
    words[0] = first;
    words[1] = second;
    return (struct word_list){ words, second ? 2 : 1 };
}

void judge_package_require(struct judge_package *p, const char *group, const char *first,
                           const char *second)
{
    judge_package_group(p, group)->require_pass = two_words(p, first, second);
}

void judge_package_validator_args(struct judge_package *p, struct test_case *test,
                                  const char *first, const char *second)
{
    test->output_validator_args = two_words(p, first, second);
}

const char *judge_package_summary(struct judge_package *p, const struct judgement *judgement)
{
    SCOPED_BUF text;
    buf_init(&text, 64 * 1024);
    for (size_t i = 0; i < judgement->group_count; i++)
        buf_printf(&text, "%s:%s ", judgement->groups[i].group->name,
                   verdict_code(judgement->groups[i].verdict));
    buf_putc(&text, '|');
    for (size_t i = 0; i < judgement->case_count; i++)
        buf_printf(&text, " %s:%s", judgement->cases[i].test->name,
                   verdict_code(judgement->cases[i].verdict));
    return arena_strdup(&p->arena, buf_text(&text));
}

struct judge_request judge_package_request(const struct judge_package *p)
{
    static const struct compile_result compiled = { .ok = true, .verdict = VERDICT_ACCEPTED };
    static const char *words[] = { "program" };
    static const struct program program = { .executable = 0, .words = { words, 1 } };
    return (struct judge_request){
        .package = &p->package,
        .compile = &compiled,
        .program = &program,
        .time_limit_us = JUDGE_LIMIT_US,
        .stop = JUDGE_ALL,
    };
}

/* ---- the program and the validator ---- */

/* What a script makes of an outcome. */
struct script_state {
    struct run_outcome *out;
    struct buf say;
    unsigned run; /* from 0 */
    const char *code, *cause;
    long cpu_us;
    int exit_code;
    bool has_exit, is_later_pass;
    struct str collected[FEEDBACK_COUNT];
};

static void word_end(struct script_state *s, char *rest)
{
    char *cause = strchr(rest, ' ');
    if (cause)
        *cause++ = '\0';
    s->code = rest;
    s->cause = cause ? cause : "";
}

static void word_cpu(struct script_state *s, char *rest)
{
    for (unsigned i = 0; i <= s->run && *rest; i++)
        s->cpu_us = strtol(rest, &rest, 10);
}

static void word_exit(struct script_state *s, char *rest)
{
    s->exit_code = (int)strtol(rest, NULL, 10);
    s->has_exit = true;
}

static void word_say(struct script_state *s, char *rest)
{
    buf_printf(&s->say, "%s\n", rest);
}

static void word_collect(struct script_state *s, const char *word, char *rest)
{
    static const struct {
        const char *word;
        enum feedback_file file;
    } files[] = { { "judge", FEEDBACK_JUDGE_MESSAGE }, { "team", FEEDBACK_TEAM_MESSAGE },
                  { "score", FEEDBACK_SCORE },         { "multiplier", FEEDBACK_SCORE_MULTIPLIER },
                  { "position", FEEDBACK_POSITION },   { "again", FEEDBACK_NEXT_PASS },
                  { "kept", FEEDBACK_KEPT_FOLDER } };
    for (size_t i = 0; i < COUNT_OF(files); i++)
        if (strcmp(word, files[i].word) == 0)
            s->collected[files[i].file] = str_of(rest);
    if (strcmp(word, "next") == 0 && !s->is_later_pass)
        s->collected[FEEDBACK_NEXT_PASS] = str_of(rest);
}

static void read_word(struct script_state *s, char *line)
{
    static const struct {
        const char *word;
        void (*take)(struct script_state *, char *);
    } words[] = {
        { "end", word_end }, { "cpu", word_cpu }, { "exit", word_exit }, { "say", word_say }
    };
    char *rest = strchr(line, ' ');
    if (!rest)
        return;
    *rest++ = '\0';
    for (size_t i = 0; i < COUNT_OF(words); i++)
        if (strcmp(words[i].word, line) == 0)
            words[i].take(s, rest);
    word_collect(s, line, rest);
}

static void play(struct script_state *s, char *script)
{
    char *save = NULL;
    for (char *line = strtok_r(script, "\n", &save); line; line = strtok_r(NULL, "\n", &save))
        read_word(s, line);
    enum verdict verdict = s->exit_code ? VERDICT_RUN_ERROR : VERDICT_ACCEPTED;
    bool known = !s->code || verdict_parse(s->code, &verdict);
    assert(known);
    struct str said = { buf_text(&s->say), s->say.length };
    fake_outcome(s->out, verdict, s->code ? s->cause : NULL, said, str_of(""));
    s->out->exit_code = s->code ? -1 : s->exit_code;
    if (s->code && s->has_exit)
        s->out->exit_code = s->exit_code;
    if (s->cpu_us)
        s->out->cpu_us = (uint64_t)s->cpu_us;
    for (size_t i = 0; i < COUNT_OF(s->collected); i++)
        if (s->collected[i].at)
            fake_outcome_collect(s->out, i, s->collected[i]);
}

static bool run_script(struct script_state *s, struct str script)
{
    SCOPED_ARENA arena = { 0 };
    buf_init(&s->say, 1 << 20);
    play(s, arena_memdup(&arena, script.at, script.length));
    buf_release(&s->say);
    return true;
}

static size_t case_with_input(const struct judge_package *p, const char *input_path)
{
    size_t i = 0;
    while (i < p->package.case_count && strcmp(p->cases[i].input_path, input_path) != 0)
        i++;
    assert(i < p->package.case_count);
    return i;
}

/* The script of a tool: an output validator's is its answer file, that of any other its last
 * argument or, without arguments, its input. */
static struct str tool_script(const struct run_program *program, const struct run_request *request,
                              struct arena *arena, struct err *err)
{
    struct str script = { "", 0 };
    size_t argc = 0;
    while (request->argv[argc])
        argc++;
    if (strcmp(program->name, "output validator") == 0) {
        assert(strcmp(request->files[1].path, ".judge/case.ans") == 0);
        return request->files[1].bytes;
    }
    if (argc > 1)
        return str_of(request->argv[argc - 1]);
    bool read = lseek(request->input, 0, SEEK_SET) == 0 &&
                fd_read_all(request->input, 1 << 20, arena, &script, err);
    assert(read);
    return script;
}

/* A program that talks has no input: its script is its argument. */
static bool program_script(const struct run_request *request, struct arena *arena, struct str *out,
                           struct err *err)
{
    if (request->input_path)
        return file_read(request->input_path, 1 << 20, arena, out, err);
    if (request->input >= 0)
        return fd_read_all(request->input, 1 << 20, arena, out, err);
    *out = str_of(request->argv[1] ? request->argv[1] : "");
    return true;
}

static bool on_run(void *ctx, const struct run_program *program, const struct run_request *request,
                   struct run_outcome *out, struct err *err)
{
    struct judge_program *self = ctx;
    struct script_state state = { .out = out };
    SCOPED_ARENA arena = { 0 };
    struct str script;
    if (program->profile == RUN_TOOL) {
        state.is_later_pass = request->file_count > 3;
        return run_script(&state, tool_script(program, request, &arena, err));
    }
    if (!program_script(request, &arena, &script, err))
        return false;
    if (request->input_path)
        state.run = self->runs[case_with_input(self->package, request->input_path)]++;
    return run_script(&state, script);
}

void judge_program_attach(struct judge_program *program, struct judge_package *package,
                          struct fake_runner *fake)
{
    *program = (struct judge_program){ .package = package };
    fake->on_run = on_run;
    fake->ctx = program;
}
