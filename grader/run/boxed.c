/* boxed.c - the runner of the product: the only user of the sandbox, and where its facts become
 * verdicts. */
#include "grader/run/boxed.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "grader/base/fd.h"
#include "grader/base/mem.h"
#include "grader/run/relay.h"
#include "sandbox/sandbox.h"

/* Of a tool's private folder: a ceiling, not a reservation. */
static const uint64_t space_bytes = (uint64_t)1 << 30;
enum { SPACE_INODES = 20000, FILES_MAX = 4096 };

struct run_session {
    struct sandbox *sandbox; /* owned */
    const struct run_program *program;
    struct sandbox_file files[]; /* of the program */
};

static void copy_files(const struct source_file *from, size_t count, struct sandbox_file *to)
{
    for (size_t i = 0; i < count; i++)
        to[i] = (struct sandbox_file){ from[i].path, from[i].bytes.at, from[i].bytes.length };
}

static struct sandbox_spec spec_of(const struct run_program *program,
                                   const struct sandbox_file *files)
{
    static const enum sandbox_profile profiles[] = {
        [RUN_PROGRAM] = SANDBOX_PROGRAM, [RUN_THREADS] = SANDBOX_THREADS, [RUN_TOOL] = SANDBOX_TOOL
    };
    return (struct sandbox_spec){
        .profile = profiles[program->profile],
        .program = program->executable,
        .has_starter = program->has_starter,
        .cpu_us = program->limits.cpu_us,
        .wall_us = program->limits.wall_us,
        .memory_bytes = program->limits.memory_bytes,
        .output_bytes = program->limits.output_bytes,
        .processes = program->limits.processes,
        .files = files,
        .file_count = program->file_count,
        .readable = program->readable,
        .network = program->network,
        .space_bytes = space_bytes,
        .space_inodes = SPACE_INODES,
    };
}

static bool boxed_open(struct runner *runner, const struct run_program *program,
                       struct run_session **out_session, struct err *err)
{
    (void)runner;
    assert(program->file_count <= FILES_MAX);
    size_t size = sizeof(struct run_session) + program->file_count * sizeof(struct sandbox_file);
    struct run_session *session = mem_alloc(size);
    session->program = program;
    copy_files(program->files, program->file_count, session->files);
    struct sandbox_spec spec = spec_of(program, session->files);
    struct sandbox_fault fault;
    session->sandbox = sandbox_open(&spec, &fault);
    if (!session->sandbox) {
        mem_free(session);
        return err_set(err, ERR_FAULT, "'%s': %s", program->name, fault.text);
    }
    *out_session = session;
    return true;
}

static void boxed_close(struct run_session *session)
{
    sandbox_close(session->sandbox);
    mem_free(session);
}

/* A descriptor of its own for each run, so that no run moves another's offset. */
static int open_input(const struct run_request *request)
{
    char path[48];
    if (request->input_path)
        return open(request->input_path, O_RDONLY | O_CLOEXEC);
    if (request->input < 0)
        return open("/dev/null", O_RDONLY | O_CLOEXEC);
    snprintf(path, sizeof path, "/proc/self/fd/%d", request->input);
    return open(path, O_RDONLY | O_CLOEXEC);
}

/* The bytes of a memory file, mapped; empty when there are none. */
static bool map_file(int file, struct str *out, void **out_mapped)
{
    struct stat st;
    if (fstat(file, &st) != 0)
        return false;
    *out = (struct str){ "", 0 };
    if (st.st_size == 0)
        return true;
    void *bytes = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED)
        return false;
    *out = (struct str){ bytes, (size_t)st.st_size };
    *out_mapped = bytes;
    return true;
}

/* The order of evidence is the sandbox's; here it only gets its name. */
static enum verdict verdict_of(const struct sandbox_result *result)
{
    static const enum verdict by_limit[] = {
        [SANDBOX_NONE] = VERDICT_RUN_ERROR,      [SANDBOX_CPU] = VERDICT_TIME_LIMIT,
        [SANDBOX_WALL] = VERDICT_TIME_LIMIT,     [SANDBOX_IDLE] = VERDICT_TIME_LIMIT,
        [SANDBOX_MEMORY] = VERDICT_MEMORY_LIMIT, [SANDBOX_OUTPUT] = VERDICT_OUTPUT_LIMIT,
    };
    switch (result->end) {
    case SANDBOX_EXIT:
        return result->exit_code == 0 ? VERDICT_ACCEPTED : VERDICT_RUN_ERROR;
    case SANDBOX_SIGNAL:
        return VERDICT_RUN_ERROR;
    case SANDBOX_LIMIT:
        return by_limit[result->limit];
    case SANDBOX_DENIED:
        return VERDICT_FORBIDDEN_CALL;
    }
    assert(false && "every end has a verdict");
    return VERDICT_RUN_ERROR;
}

static void fill(const struct sandbox_result *result, const int collected[RUN_COLLECT_MAX],
                 struct run_outcome *out)
{
    out->verdict = verdict_of(result);
    snprintf(out->cause_text, sizeof out->cause_text, "%s", result->cause);
    out->exit_code = result->end == SANDBOX_EXIT ? result->exit_code : -1;
    out->cpu_us = result->cpu_us;
    out->wall_us = result->wall_us;
    out->memory_bytes = result->memory_bytes;
    memcpy(out->collected, collected, sizeof out->collected);
}

/* A run of a session while it is made. */
struct running {
    struct run_session *session;
    const struct run_request *request;
    int output, errors;         /* owned memory files */
    struct sandbox_file *files; /* owned */
    int collected[RUN_COLLECT_MAX];
    struct sandbox_io io;
};

static void running_release(struct running *running)
{
    fd_close(&running->output);
    fd_close(&running->errors);
    mem_free(running->files);
    running->files = NULL;
}

/* The descriptors of input and output are borrowed for the run; `output` -1: the memory file. */
static bool running_init(struct running *running, struct run_session *session,
                         const struct run_request *request, int input, int output, struct err *err)
{
    assert(request->file_count <= FILES_MAX);
    *running = (struct running){ .session = session,
                                 .request = request,
                                 .output = memfd_create("output", MFD_CLOEXEC),
                                 .errors = memfd_create("errors", MFD_CLOEXEC) };
    for (int i = 0; i < RUN_COLLECT_MAX; i++)
        running->collected[i] = -1;
    if (running->output < 0 || running->errors < 0)
        return err_sys(err, ERR_FAULT, "cannot make a memory file");
    if (request->file_count > 0)
        running->files = mem_alloc(request->file_count * sizeof *running->files);
    copy_files(request->files, request->file_count, running->files);
    running->io = (struct sandbox_io){ .argv = request->argv,
                                       .input = input,
                                       .output = output >= 0 ? output : running->output,
                                       .errors = running->errors,
                                       .files = running->files,
                                       .file_count = request->file_count,
                                       .collect = request->collect,
                                       .collected = running->collected };
    return true;
}

static bool fault(const struct running *running, const struct sandbox_fault *what, struct err *err)
{
    return err_set(err, ERR_FAULT, "'%s': %s", running->session->program->name, what->text);
}

/* The outcome owns what was collected and mapped. */
static bool read_result(const struct running *running, const struct sandbox_result *result,
                        struct run_outcome *out, struct err *err)
{
    struct run_outcome made = { 0 };
    fill(result, running->collected, &made);
    made.cause = made.cause_text;
    if (!map_file(running->output, &made.output, &made.mapped[0]) ||
        !map_file(running->errors, &made.errors, &made.mapped[1])) {
        err_sys(err, ERR_FAULT, "'%s': cannot read its output", running->session->program->name);
        run_outcome_release(&made);
        return false;
    }
    *out = made;
    out->cause = out->cause_text;
    return true;
}

static bool boxed_run(struct run_session *session, const struct run_request *request,
                      struct run_outcome *out, struct err *err)
{
    SCOPED_FD input = open_input(request);
    if (input < 0)
        return err_sys(err, ERR_FAULT, "cannot open the input of '%s'", session->program->name);
    SCOPED(running_release) struct running running = { .output = -1, .errors = -1 };
    struct sandbox_result result;
    struct sandbox_fault what;
    if (!running_init(&running, session, request, input, -1, err))
        return false;
    if (!sandbox_run(session->sandbox, &running.io, &result, &what))
        return fault(&running, &what, err);
    return read_result(&running, &result, out, err);
}

/* ---- two programs that talk ---- */

struct pair {
    struct running program, judge;
    struct sandbox_result program_result, judge_result;
};

static bool side_has_ended(void *context, bool is_judge, struct err *err)
{
    struct pair *pair = context;
    struct running *running = is_judge ? &pair->judge : &pair->program;
    struct sandbox_fault what;
    return sandbox_finish(running->session->sandbox, &running->io,
                          is_judge ? &pair->judge_result : &pair->program_result, &what) ||
           fault(running, &what, err);
}

/* The pipes of one side. */
struct ends {
    int output, input;         /* ours */
    int its_output, its_input; /* the program's own */
};

static void ends_close(struct ends *ends)
{
    fd_close(&ends->output);
    fd_close(&ends->input);
    fd_close(&ends->its_output);
    fd_close(&ends->its_input);
}

static bool ends_open(struct ends *ends, struct err *err)
{
    int out[2], in[2];
    if (pipe2(out, O_CLOEXEC) != 0)
        return err_sys(err, ERR_FAULT, "cannot make a pipe");
    ends->output = out[0];
    ends->its_output = out[1];
    if (pipe2(in, O_CLOEXEC) != 0)
        return err_sys(err, ERR_FAULT, "cannot make a pipe");
    ends->its_input = in[0];
    ends->input = in[1];
    return true;
}

static bool begin_side(struct running *running, struct ends *ends, struct err *err)
{
    struct sandbox_fault what;
    bool begun =
        sandbox_begin(running->session->sandbox, &running->io, &what) || fault(running, &what, err);
    fd_close(&ends->its_output);
    fd_close(&ends->its_input);
    return begun;
}

static bool talk(struct pair *pair, struct ends *program, struct ends *judge,
                 struct relay_result *out, struct err *err)
{
    const struct relay relay = {
        .program = { fd_steal(&program->output), fd_steal(&program->input),
                     sandbox_watch(pair->program.session->sandbox) },
        .judge = { fd_steal(&judge->output), fd_steal(&judge->input),
                   sandbox_watch(pair->judge.session->sandbox) },
        .ceiling_bytes = pair->program.session->program->limits.output_bytes,
        .copy = pair->program.output,
        .ended = side_has_ended,
        .context = pair,
    };
    return relay_run(&relay, out, err);
}

static bool talk_to_the_end(struct pair *pair, struct ends *program, struct ends *judge,
                            struct relay_result *out, struct err *err)
{
    struct err ignored = { 0 };
    if (!begin_side(&pair->program, program, err))
        return false;
    if (begin_side(&pair->judge, judge, err))
        return talk(pair, program, judge, out, err);
    /* It sees the end of its input; its run must be over before the session is used again. */
    ends_close(program);
    bool ended = side_has_ended(pair, false, &ignored);
    (void)ended;
    return false;
}

/* In the order of evidence: forbidden call, memory, output, and then the rest. */
static void judge_output(const struct relay_result *said, uint64_t ceiling_bytes,
                         struct run_outcome *out)
{
    bool is_worse = out->verdict == VERDICT_FORBIDDEN_CALL || out->verdict == VERDICT_MEMORY_LIMIT;
    if (!said->is_over || is_worse)
        return;
    out->verdict = VERDICT_OUTPUT_LIMIT;
    out->exit_code = -1;
    snprintf(out->cause_text, sizeof out->cause_text, "wrote more than %llu bytes",
             (unsigned long long)ceiling_bytes);
}

static bool read_pair(const struct pair *pair, const struct relay_result *said,
                      struct run_outcome *out_program, struct run_outcome *out_judge,
                      struct err *err)
{
    struct run_outcome program;
    if (!read_result(&pair->program, &pair->program_result, &program, err))
        return false;
    if (!read_result(&pair->judge, &pair->judge_result, out_judge, err)) {
        run_outcome_release(&program);
        return false;
    }
    judge_output(said, pair->program.session->program->limits.output_bytes, &program);
    *out_program = program;
    out_program->cause = out_program->cause_text;
    return true;
}

static bool run_pair(struct pair *pair, struct ends *program, struct ends *judge,
                     const struct run_side *program_side, const struct run_side *judge_side,
                     bool *out_judge_ended_first, struct err *err)
{
    struct relay_result said = { 0 };
    if (!ends_open(program, err) || !ends_open(judge, err) ||
        !running_init(&pair->program, program_side->session, program_side->request,
                      program->its_input, program->its_output, err) ||
        !running_init(&pair->judge, judge_side->session, judge_side->request, judge->its_input,
                      judge->its_output, err) ||
        !talk_to_the_end(pair, program, judge, &said, err) ||
        !read_pair(pair, &said, program_side->out, judge_side->out, err))
        return false;
    *out_judge_ended_first = said.judge_ended_first;
    return true;
}

static bool boxed_run_pair(const struct run_side *program, const struct run_side *judge,
                           bool *out_judge_ended_first, struct err *err)
{
    struct pair pair = { .program = { .output = -1, .errors = -1 },
                         .judge = { .output = -1, .errors = -1 } };
    struct ends ends[2] = { { -1, -1, -1, -1 }, { -1, -1, -1, -1 } };
    bool ran = run_pair(&pair, &ends[0], &ends[1], program, judge, out_judge_ended_first, err);
    running_release(&pair.program);
    running_release(&pair.judge);
    ends_close(&ends[0]);
    ends_close(&ends[1]);
    return ran;
}

static const char *const *boxed_protection(struct runner *runner)
{
    const struct boxed_runner *boxed = (const struct boxed_runner *)runner;
    return boxed->names;
}

bool boxed_init(struct boxed_runner *boxed, enum protection_level least, struct err *err)
{
    static const struct runner_ops ops = { boxed_open, boxed_run, boxed_run_pair, boxed_close,
                                           boxed_protection };
    unsigned layers = sandbox_layers();
    unsigned both = layers & (SANDBOX_LANDLOCK | SANDBOX_NAMESPACES);
    bool is_full = both == (SANDBOX_LANDLOCK | SANDBOX_NAMESPACES);
    if ((least == PROTECTION_FULL && !is_full) || (least == PROTECTION_STANDARD && !both))
        return err_set(err, ERR_FAULT,
                       "protection is below what was asked for: this machine offers%s%s%s; "
                       "choose a lower --protection or a kernel with Landlock and user namespaces",
                       both & SANDBOX_LANDLOCK ? " Landlock" : "",
                       both & SANDBOX_NAMESPACES ? " namespaces" : "",
                       both ? "" : " neither Landlock nor namespaces");
    *boxed = (struct boxed_runner){ .runner = { &ops }, .layers = layers };
    size_t count = 0;
    /* Those that hold in every run: a control group is for tools alone, and a clock protects
     * nobody. */
    const unsigned protecting =
        SANDBOX_LIMITS | SANDBOX_SECCOMP | SANDBOX_LANDLOCK | SANDBOX_NAMESPACES;
    static_assert(SANDBOX_LAYER_COUNT < COUNT_OF(boxed->names), "room for the NULL");
    for (unsigned i = 0; i < SANDBOX_LAYER_COUNT; i++)
        if ((layers & protecting) >> i & 1)
            boxed->names[count++] = sandbox_layer_name(1u << i);
    return true;
}

struct str boxed_starter_object(void)
{
    const void *bytes;
    size_t size;
    sandbox_starter_object(&bytes, &size);
    return (struct str){ bytes, size };
}

const struct boxed_layer *boxed_layers(size_t *out_count)
{
    static const char *const purposes[SANDBOX_LAYER_COUNT] = {
        "rlimits, no new privileges, no capabilities, nothing inherited",
        "an allow-list of system calls",
        "file system, network, signals",
        "processes, network and mounts of its own",
        "a control group for the memory of tools with several processes",
        "no randomisation of addresses: what depends on them repeats",
    };
    static struct boxed_layer layers[SANDBOX_LAYER_COUNT];
    for (unsigned i = 0; i < SANDBOX_LAYER_COUNT; i++)
        layers[i] = (struct boxed_layer){ sandbox_layer_name(1u << i), purposes[i],
                                          (sandbox_layers() >> i & 1) != 0 };
    *out_count = SANDBOX_LAYER_COUNT;
    return layers;
}

unsigned boxed_open_calls(void)
{
    return sandbox_open_calls();
}
