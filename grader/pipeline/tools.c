/* tools.c - which programs of this machine decide something, and in which version. */
#include "grader/pipeline/tools.h"

#include <ctype.h>
#include <string.h>
#include <sys/stat.h>

#include "grader/base/attr.h"
#include "grader/base/fd.h"
#include "grader/base/hash.h"
#include "grader/growth/count_build.h"
#include "grader/quality/passes.h"

/* gcc's --version has its packager's number first. */
static const struct {
    const char *name, *question;
} tools[] = { { "gcc", "-dumpfullversion" },
              { "clang", "--version" },
              { "clang-tidy", "--version" },
              { "cppcheck", "--version" } };

static const char *find(const char *name)
{
    return strcmp(name, "clang") == 0 ? count_build_compiler() : pass_program(name);
}

bool tools_version_in(struct str text, struct str *out)
{
    for (size_t at = 0; at < text.length; at++) {
        size_t length = 0, dots = 0;
        bool begins = at == 0 || isspace((unsigned char)text.at[at - 1]);
        while (begins && at + length < text.length &&
               (isdigit((unsigned char)text.at[at + length]) ||
                (length > 0 && text.at[at + length] == '.')))
            dots += text.at[at + length++] == '.';
        if (dots > 0 && length < TOOL_VERSION_MAX) {
            *out = (struct str){ text.at + at, length };
            return true;
        }
    }
    return false;
}

/* ---- kept from run to run ---- */

/* NULL: there is no place to keep it. Another file of this name is another program. */
static const char *place_of(const struct means *means, const char *program, struct arena *arena)
{
    struct stat facts;
    struct hash hash;
    char name[HASH_TEXT_MAX];
    if (!means->cache || stat(program, &facts) != 0)
        return NULL;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, str_of(program));
    hash_number(&hash, (uint64_t)facts.st_size);
    hash_number(&hash, (uint64_t)facts.st_mtim.tv_sec);
    hash_number(&hash, (uint64_t)facts.st_mtim.tv_nsec);
    hash_finish(&hash, name);
    return arena_printf(arena, "%s/version-%s", means->cache, name);
}

static bool is_kept(const char *place, struct arena *arena, struct str *out)
{
    struct err ignored = { 0 };
    struct str text;
    return place && file_read(place, TOOL_VERSION_MAX, arena, &text, &ignored) &&
           tools_version_in(text, out) && out->length == text.length;
}

/* ---- asked ---- */

static bool ask(struct runner *runner, const char *program, const char *question,
                struct arena *arena, struct str *out)
{
    const struct run_program tool = { .name = program,
                                      .profile = RUN_TOOL,
                                      .limits = { .cpu_us = 2 * 1000 * 1000,
                                                  .wall_us = 20 * 1000 * 1000,
                                                  .memory_bytes = UINT64_C(2) << 30,
                                                  .output_bytes = 64 << 10,
                                                  .processes = 8 },
                                      .executable = -1 };
    const struct run_request request = { .argv = (const char *const[]){ program, question, NULL },
                                         .input = -1 };
    SCOPED(run_outcome_release) struct run_outcome outcome = { 0 };
    struct err ignored = { 0 };
    if (!runner_once(runner, &tool, &request, &outcome, &ignored) ||
        outcome.verdict != VERDICT_ACCEPTED || !tools_version_in(outcome.output, out))
        return false;
    out->at = arena_memdup(arena, out->at, out->length);
    return true;
}

static const char *version_of(const struct means *means, size_t index, const char *program,
                              struct arena *arena)
{
    struct str version;
    struct err ignored = { 0 };
    const char *place = place_of(means, program, arena);
    if (!is_kept(place, arena, &version)) {
        if (!ask(means->runner, program, tools[index].question, arena, &version))
            return "unknown";
        /* What can't be kept is asked again. */
        bool kept = place && file_write(place, version.at, version.length, &ignored);
        (void)kept;
    }
    return arena_printf(arena, "%.*s", (int)version.length, version.at);
}

void tools_ask(const struct means *means, struct arena *arena, struct report_tool **out,
               size_t *out_count)
{
    *out = ARENA_ARRAY(arena, COUNT_OF(tools), struct report_tool);
    *out_count = 0;
    for (size_t i = 0; i < COUNT_OF(tools); i++) {
        const char *program = find(tools[i].name);
        if (program)
            (*out)[(*out_count)++] =
                (struct report_tool){ tools[i].name, version_of(means, i, program, arena) };
    }
}
