/* e2e_fake_tools.c - a fake runner that plays every program of the small packages. */
#include "tests/support/e2e_fake_tools.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/base/buf.h"
#include "grader/base/num.h"
#include "grader/intake/worker.h"
#include "tests/support/catalog_folder.h"

enum { OUTPUT_MAX = 1 << 20 };

static bool is_broken(const struct fake_tools *tools, const struct run_program *program)
{
    return tools->broken && strstr(program->name, tools->broken) != NULL;
}

static void play_compiler(bool fails, struct run_outcome *out)
{
    if (fails) {
        fake_outcome_exit(out, 1, "", "x.c:1:1: error: broken on purpose\n");
        return;
    }
    fake_outcome_text(out, "", "");
    fake_outcome_collect(out, 0, str_of("ELF"));
}

/* The first line is how many follow, but nobody needs to know. */
static void play_double(struct str input, struct buf *out)
{
    struct str line;
    uint64_t number;
    str_next_line(&input, &line);
    while (str_next_line(&input, &line))
        if (num_u64(line, 0, UINT64_MAX / 2, &number))
            buf_printf(out, "%llu\n", (unsigned long long)(2 * number));
}

static void play_solution(struct str input, struct run_outcome *out)
{
    struct buf text;
    buf_init(&text, OUTPUT_MAX);
    if (input.length > 0 && input.at[0] >= '0' && input.at[0] <= '9')
        play_double(input, &text);
    else
        buf_printf(&text, "hello, %.*s", (int)input.length, input.at);
    fake_outcome_text(out, buf_text(&text), "");
    buf_release(&text);
}

static bool play(void *ctx, const struct run_program *program, const struct run_request *request,
                 struct run_outcome *out, struct err *err)
{
    struct fake_tools *tools = ctx;
    const struct fake_record *record = &tools->fake.records[tools->fake.record_count - 1];
    bool broken = is_broken(tools, program);
    if (request->argv[1] && strcmp(request->argv[1], INTAKE_WORKER_FLAG) == 0)
        return runner_once(&tools->plain.runner, program, request, out, err);
    if (program->profile == RUN_TOOL && program->executable < 0)
        play_compiler(broken && tools->fault == FAKE_NO_COMPILE, out);
    else if (broken && tools->fault == FAKE_CRASH)
        fake_outcome(out, VERDICT_RUN_ERROR, "invalid memory reference (SIGSEGV)", str_of(""),
                     str_of(""));
    else if (broken && tools->fault == FAKE_SILENT)
        fake_outcome_text(out, "", "");
    else if (program->profile == RUN_TOOL)
        fake_outcome_text(out, "2\n1234567\n7654321\n", "");
    else
        play_solution(record->input_bytes, out);
    return true;
}

struct fake_tools *fake_tools_new(void)
{
    struct fake_tools *tools = calloc(1, sizeof *tools);
    assert(tools);
    fake_runner_init(&tools->fake);
    intake_plain_runner_init(&tools->plain, intake_worker_main);
    tools->fake.on_run = play;
    tools->fake.ctx = tools;
    const char *base = getenv("TMPDIR");
    snprintf(tools->cache, sizeof tools->cache, "%.80s/tools-XXXXXX",
             base && *base ? base : "/tmp");
    char *made = mkdtemp(tools->cache);
    assert(made);
    tools->means = (struct means){ .runner = &tools->fake.runner,
                                   .starter = { "", 0 },
                                   .key = means_practice_key(),
                                   .cache = tools->cache,
                                   .executable = "/nonexistent/grader" };
    return tools;
}

void fake_tools_free(struct fake_tools *tools)
{
    fake_runner_release(&tools->fake);
    catalog_remove_tree(tools->cache);
    free(tools);
}

void fake_tools_restart(struct fake_tools *tools, size_t fail_at)
{
    catalog_remove_tree(tools->cache);
    int made = mkdir(tools->cache, 0700);
    assert(made == 0);
    tools->fake.calls = tools->fake.opens = tools->fake.runs = tools->fake.closes = 0;
    tools->fake.fail_at = fail_at;
}

size_t fake_tools_open_files(void)
{
    return catalog_count_entries("/proc/self/fd");
}
