/* fake_runner.c - a scripted runner behind grader/run/runner.h. */
#include "tests/support/fake_runner.h"

#include <assert.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "grader/base/fd.h"

/* Lives in the fake's arena and is never freed before it: a use after close is noticed. */
struct run_session {
    struct fake_runner *fake;
    const struct run_program *program;
    size_t number;
    bool is_open;
};

static struct fake_runner *fake_of(struct runner *runner)
{
    return (struct fake_runner *)runner; /* runner is the first member */
}

/* True when this call of the port is the one that has to fail. */
static bool must_fail(struct fake_runner *fake, struct err *err)
{
    fake->calls++;
    if (fake->calls != fake->fail_at)
        return false;
    err_set(err, ERR_FAULT, "cannot reach the sandbox: call %zu fails on purpose", fake->calls);
    return true;
}

static bool fake_open(struct runner *runner, const struct run_program *program,
                      struct run_session **out_session, struct err *err)
{
    struct fake_runner *fake = fake_of(runner);
    if (must_fail(fake, err))
        return false;
    assert(fake->opens < FAKE_SESSION_MAX);
    struct run_session *session = ARENA_NEW(&fake->arena, struct run_session);
    *session = (struct run_session){ fake, program, ++fake->opens, true };
    fake->live++;
    *out_session = session;
    return true;
}

/* At the descriptor's own start, and without moving it: the request only lends it. */
static struct str read_input(struct fake_runner *fake, const struct run_request *request)
{
    SCOPED_FD opened = -1;
    int fd = request->input;
    if (request->input_path)
        fd = opened = open(request->input_path, O_RDONLY | O_CLOEXEC);
    assert(fd >= 0 || (!request->input_path && request->input < 0));
    char *bytes = arena_alloc(&fake->arena, 1);
    size_t length = 0, capacity = 0;
    while (fd >= 0 && length < FAKE_INPUT_MAX) {
        char step[4096];
        ssize_t got = pread(fd, step, sizeof step, (off_t)length);
        if (got <= 0)
            break;
        if (length + (size_t)got > capacity) {
            capacity = 2 * (length + sizeof step);
            char *moved = arena_alloc(&fake->arena, capacity);
            memcpy(moved, bytes, length);
            bytes = moved;
        }
        memcpy(bytes + length, step, (size_t)got);
        length += (size_t)got;
    }
    return (struct str){ bytes, length };
}

static void record(struct fake_runner *fake, const struct run_session *session,
                   const struct run_request *request)
{
    const struct run_program *program = session->program;
    size_t argc = 0;
    while (request->argv[argc])
        argc++;
    const char **argv = ARENA_ARRAY(&fake->arena, argc + 1, const char *);
    for (size_t i = 0; i < argc; i++)
        argv[i] = arena_strdup(&fake->arena, request->argv[i]);
    fake->records = arena_grow(&fake->arena, fake->records, fake->record_count,
                               &fake->record_capacity, sizeof *fake->records);
    fake->records[fake->record_count++] = (struct fake_record){
        .program = arena_strdup(&fake->arena, program->name ? program->name : ""),
        .profile = program->profile,
        .limits = program->limits,
        .executable = program->executable,
        .has_starter = program->has_starter,
        .argv = argv,
        .argc = argc,
        .input_path = request->input_path ? arena_strdup(&fake->arena, request->input_path) : NULL,
        .input = request->input,
        .input_bytes = read_input(fake, request),
        .file_count = program->file_count,
        .session = session->number,
    };
}

static void answer_from_queue(struct fake_runner *fake, struct run_outcome *out)
{
    static const struct fake_outcome_script accepted = { .verdict = VERDICT_ACCEPTED };
    const struct fake_outcome_script *script = &accepted;
    if (fake->queue_next < fake->queue_count)
        script = &fake->queue[fake->queue_next++];
    fake_outcome(out, script->verdict, script->cause, script->output, script->errors);
}

static bool fake_run(struct run_session *session, const struct run_request *request,
                     struct run_outcome *out, struct err *err)
{
    assert(session->is_open);
    struct fake_runner *fake = session->fake;
    record(fake, session, request);
    if (must_fail(fake, err))
        return false;
    if (!fake->on_run)
        answer_from_queue(fake, out);
    else if (!fake->on_run(fake->ctx, session->program, request, out, err))
        return false;
    fake->runs++;
    return true;
}

/* The program first, then the judge; neither hears the other. */
static bool fake_run_pair(const struct run_side *program, const struct run_side *judge,
                          bool *out_judge_ended_first, struct err *err)
{
    struct run_outcome outcome;
    if (!fake_run(program->session, program->request, &outcome, err))
        return false;
    if (!fake_run(judge->session, judge->request, judge->out, err)) {
        run_outcome_release(&outcome);
        return false;
    }
    *program->out = outcome;
    program->out->cause = program->out->cause_text;
    *out_judge_ended_first = program->session->fake->judge_ends_first;
    return true;
}

static void fake_close(struct run_session *session)
{
    assert(session->is_open);
    session->is_open = false;
    session->fake->closes++;
    session->fake->live--;
}

static const char *const *fake_protection(struct runner *runner)
{
    return fake_of(runner)->protection;
}

static const struct runner_ops fake_ops = { fake_open, fake_run, fake_run_pair, fake_close,
                                            fake_protection };

void fake_runner_init(struct fake_runner *fake)
{
    static const char *const protection[] = { "fake", NULL };
    memset(fake, 0, sizeof *fake);
    fake->runner.ops = &fake_ops;
    fake->protection = protection;
}

void fake_runner_release(struct fake_runner *fake)
{
    assert(fake->live == 0);
    arena_release(&fake->arena);
}

static struct str copy_text(struct arena *arena, const char *text)
{
    return str_of(arena_strdup(arena, text ? text : ""));
}

void fake_runner_push(struct fake_runner *fake, enum verdict verdict, const char *cause,
                      const char *output, const char *errors)
{
    assert(fake->queue_count < FAKE_QUEUE_MAX);
    fake->queue[fake->queue_count++] = (struct fake_outcome_script){
        .verdict = verdict,
        .cause = cause ? arena_strdup(&fake->arena, cause) : NULL,
        .output = copy_text(&fake->arena, output),
        .errors = copy_text(&fake->arena, errors),
    };
}

/* Through a memory file, as the real runner maps what a program wrote. Nothing to map: NULL. */
static void map_bytes(struct str bytes, struct str *out_view, void **out_mapped)
{
    *out_view = (struct str){ "", 0 };
    *out_mapped = NULL;
    if (bytes.length == 0)
        return;
    struct err err = { 0 };
    SCOPED_FD fd = -1;
    bool made = memory_file("fake", bytes.at, bytes.length, &fd, &err);
    assert(made);
    void *at = mmap(NULL, bytes.length, PROT_READ, MAP_PRIVATE, fd, 0);
    assert(at != MAP_FAILED);
    *out_view = (struct str){ at, bytes.length };
    *out_mapped = at;
}

void fake_outcome(struct run_outcome *out, enum verdict verdict, const char *cause,
                  struct str output, struct str errors)
{
    bool accepted = verdict == VERDICT_ACCEPTED;
    if (!cause)
        cause = accepted ? "" : verdict_phrase(verdict);
    *out = (struct run_outcome){
        .verdict = verdict,
        .exit_code = accepted                       ? 0
                     : verdict == VERDICT_RUN_ERROR ? 1
                                                    : -1,
        .cpu_us = 1000,
        .wall_us = 1000,
        .memory_bytes = 1024 * 1024,
    };
    snprintf(out->cause_text, sizeof out->cause_text, "%s", cause);
    out->cause = out->cause_text;
    for (size_t i = 0; i < RUN_COLLECT_MAX; i++)
        out->collected[i] = -1;
    map_bytes(output, &out->output, &out->mapped[0]);
    map_bytes(errors, &out->errors, &out->mapped[1]);
}

void fake_outcome_text(struct run_outcome *out, const char *output, const char *errors)
{
    fake_outcome(out, VERDICT_ACCEPTED, NULL, str_of(output ? output : ""),
                 str_of(errors ? errors : ""));
}

void fake_outcome_exit(struct run_outcome *out, int exit_code, const char *output,
                       const char *errors)
{
    char cause[64] = "";
    if (exit_code != 0)
        snprintf(cause, sizeof cause, "exit status %d", exit_code);
    fake_outcome(out, exit_code == 0 ? VERDICT_ACCEPTED : VERDICT_RUN_ERROR, cause,
                 str_of(output ? output : ""), str_of(errors ? errors : ""));
    out->exit_code = exit_code;
}

void fake_outcome_collect(struct run_outcome *out, size_t index, struct str bytes)
{
    assert(index < RUN_COLLECT_MAX && out->collected[index] < 0);
    struct err err = { 0 };
    bool made = memory_file("collected", bytes.at, bytes.length, &out->collected[index], &err);
    assert(made);
}

const char *fake_record_line(struct fake_runner *fake, size_t index)
{
    assert(index < fake->record_count);
    const struct fake_record *wanted = &fake->records[index];
    const char *line = wanted->argv[0];
    for (size_t i = 1; i < wanted->argc; i++)
        line = arena_printf(&fake->arena, "%s %s", line, wanted->argv[i]);
    return line;
}
