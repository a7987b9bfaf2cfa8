/* worker.c - the reader of code. */
#include "grader/quality/worker.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/code/escapes.h"
#include "grader/code/unit.h"
#include "grader/quality/calls.h"
#include "grader/quality/duplication.h"
#include "grader/quality/failures.h"
#include "grader/quality/metrics.h"
#include "grader/quality/names.h"
#include "grader/quality/slips.h"

enum {
    EXIT_ANSWERED = 0,
    EXIT_UNHEARD = 3,
    ANSWER_BYTES_MAX = 16 << 20,
    SOURCE_BYTES_MAX = 16 << 20,
    NUMBERS_TOLD_MAX = 4,
    FILES_ARGUMENT = 3
};

struct reader {
    struct libclang clang;
    struct arena arena;
    struct buf answer;
    const char *const *paths;
    size_t path_count;
    struct call_counts calls;
    struct stored_call { /* its result is in a member, which somebody may test */
        struct unchecked_call call;
        size_t file;
        const char *function;
    } * stored;
    size_t stored_count, stored_capacity;
    const char **tested; /* members */
    size_t tested_count, tested_capacity;
    struct names names;
    struct failures failures;
    struct place_seen {
        size_t file;
        unsigned line;
    } * seen; /* functions already told of: a header is read with each file that includes it */
    size_t seen_count, seen_capacity;
    bool is_cut;
};

/* The function at hand, for what is found in it. */
struct in_function {
    struct reader *reader;
    size_t file;
    const char *name;
};

static void put_finding(struct reader *r, size_t file, unsigned line, unsigned column,
                        const char *rule, const char *function, const char *message)
{
    buf_printf(&r->answer, "finding\t%zu\t%u\t%u\t%s\t%s\t%s\n", file, line, column, rule, function,
               message);
}

/* ---- one function ---- */

static void put_call(struct reader *r, size_t file, const char *function,
                     const struct unchecked_call *call)
{
    const char *about = *call->into ? call->into : call->name;
    put_finding(r, file, call->line, call->column, call->rule, function,
                arena_printf(&r->arena, "'%s'", about));
}

static void note_call(const struct unchecked_call *call, void *context)
{
    const struct in_function *in = context;
    struct reader *r = in->reader;
    if (*call->member == '\0') {
        put_call(r, in->file, in->name, call);
        return;
    }
    r->stored =
        arena_grow(&r->arena, r->stored, r->stored_count, &r->stored_capacity, sizeof *r->stored);
    r->stored[r->stored_count++] = (struct stored_call){ *call, in->file, in->name };
}

static bool is_tested(const struct reader *r, const char *member)
{
    for (size_t i = 0; i < r->tested_count; i++)
        if (strcmp(r->tested[i], member) == 0)
            return true;
    return false;
}

static void note_tested(const char *member, void *context)
{
    const struct in_function *in = context;
    struct reader *r = in->reader;
    if (is_tested(r, member))
        return;
    r->tested =
        arena_grow(&r->arena, r->tested, r->tested_count, &r->tested_capacity, sizeof *r->tested);
    r->tested[r->tested_count++] = member;
}

/* Of the results that lie in a member those that no function of the submission tests. */
static void put_stored_calls(struct reader *r)
{
    for (size_t i = 0; i < r->stored_count; i++) {
        const struct stored_call *stored = &r->stored[i];
        if (is_tested(r, stored->call.member))
            continue;
        r->calls.unchecked++;
        put_call(r, stored->file, stored->function, &stored->call);
    }
}

static void put_slip(const struct slip *slip, void *context)
{
    const struct in_function *in = context;
    const char *message = *slip->about ? arena_printf(&in->reader->arena, "'%s'", slip->about) : "";
    put_finding(in->reader, in->file, slip->line, slip->column, slip->rule, in->name, message);
}

static bool is_seen(struct reader *r, size_t file, unsigned line)
{
    if (str_ends(r->paths[file], ".c"))
        return false;
    for (size_t i = 0; i < r->seen_count; i++)
        if (r->seen[i].file == file && r->seen[i].line == line)
            return true;
    r->seen = arena_grow(&r->arena, r->seen, r->seen_count, &r->seen_capacity, sizeof *r->seen);
    r->seen[r->seen_count++] = (struct place_seen){ file, line };
    return false;
}

static void read_function(struct unit *unit, clang_cursor cursor, size_t file, void *context)
{
    struct reader *r = context;
    struct quality_function f;
    bool is_cut;
    const struct unit_node *tree = unit_tree(unit, cursor, &is_cut);
    r->is_cut |= is_cut;
    metrics_measure(unit, tree, &f);
    if (is_seen(r, file, f.line))
        return;
    buf_printf(&r->answer, "function\t%zu\t%u\t%u\t%u\t%u\t%u\t%u\t%s\n", file, f.line, f.cognitive,
               f.cyclomatic, f.lines, f.nesting, f.parameters, f.name);
    struct in_function in = { r, file, f.name };
    const struct call_visitor visitor = { note_call, note_tested, &in };
    calls_check(unit, tree, &r->calls, &visitor);
    slips_find(unit, tree, put_slip, &in);
    names_read(unit, tree, file, &r->names);
    failures_add(&r->failures, unit, tree, file);
}

/* ---- one file ---- */

/* Those that words give away are gone from the copy that is read here (neutral.h). */
static void put_suppression(struct unit *unit, const struct escape *escape, void *context)
{
    struct reader *r = context;
    size_t file = unit_own_file(unit, escape->at.file);
    if (escape->kind == ESCAPE_MEASURING && file < r->path_count)
        put_finding(r, file, escape->at.line, escape->at.column, "suppression", "", escape->what);
}

/* Without macros for isalpha and its like a call of them is a call. */
static struct unit unit_of(struct reader *r)
{
    static const char *const flags[] = { "-D__NO_CTYPE" };
    return (struct unit){ .clang = &r->clang,
                          .arena = &r->arena,
                          .flags = flags,
                          .flag_count = COUNT_OF(flags),
                          .paths = r->paths,
                          .path_count = r->path_count };
}

static void read_source(struct reader *r, size_t index)
{
    struct unit unit = unit_of(r);
    struct unit_place first;
    const char *message;
    if (!unit_open(&unit, r->paths[index])) {
        buf_puts(&r->answer, "trouble\tlibclang can't parse it\n");
        return;
    }
    if (unit_errors(&unit, &first, &message) > 0)
        buf_puts(&r->answer, "trouble\tit does not compile\n");
    unit_each_function(&unit, read_function, r);
    escapes_find(&unit, put_suppression, r);
}

struct header_search {
    struct reader *reader;
    struct unit *unit;
    size_t index; /* of the header */
};

/* What a header should not hold: each file that includes it would have its own, or they clash. */
static int check_header_item(clang_cursor cursor, clang_cursor parent, void *context)
{
    struct header_search *search = context;
    const struct unit *unit = search->unit;
    const struct libclang *clang = unit->clang;
    bool is_function = cursor.kind == CLANG_FUNCTION && clang->isCursorDefinition(cursor) &&
                       !clang->Cursor_isFunctionInlined(cursor);
    bool is_variable = cursor.kind == CLANG_VARIABLE;
    struct unit_place at = unit_place(unit, clang->getCursorLocation(cursor));
    (void)parent;
    if ((!is_function && !is_variable) || unit_own_file(unit, at.file) != search->index)
        return CLANG_VISIT_CONTINUE;
    int storage = clang->Cursor_getStorageClass(cursor);
    const char *text = unit_text(unit, cursor);
    const char *rule = NULL;
    if (storage == CLANG_STORAGE_NONE)
        rule = "definition-in-header";
    else if (is_variable && storage == CLANG_STORAGE_STATIC && *text && !strstr(text, "const"))
        rule = "static-in-header";
    if (rule)
        put_finding(search->reader, search->index, at.line, at.column, rule, "",
                    arena_printf(&search->reader->arena, "'%s'", unit_spelling(unit, cursor)));
    return CLANG_VISIT_CONTINUE;
}

/* A line "#pragma once": of the file that is parsed itself libclang does not tell. */
static bool has_pragma_once(struct reader *r, size_t index)
{
    struct str source, line;
    struct err ignored = { 0 };
    if (!file_read(r->paths[index], SOURCE_BYTES_MAX, &r->arena, &source, &ignored))
        return false;
    while (str_next_line(&source, &line)) {
        char first[16] = "", second[16] = "", hash = 0;
        const char *text = arena_memdup(&r->arena, line.at, line.length);
        if (sscanf(text, " %c %15s %15s", &hash, first, second) == 3 && hash == '#' &&
            strcmp(first, "pragma") == 0 && strcmp(second, "once") == 0)
            return true;
    }
    return false;
}

/* A header that is parsed by itself: what a file that includes it first would see. */
static void read_header(struct reader *r, size_t index)
{
    struct unit unit = unit_of(r);
    struct unit_place first = { 0 };
    const char *message = "";
    if (!unit_open(&unit, r->paths[index]))
        return;
    if (unit_errors(&unit, &first, &message) > 0)
        put_finding(r, index, unit_own_file(&unit, first.file) == index ? first.line : 1,
                    first.column, "header-alone", "", "");
    void *file = r->clang.getFile(unit.handle, r->paths[index]);
    if (file && !r->clang.isFileMultipleIncludeGuarded(unit.handle, file) &&
        !has_pragma_once(r, index))
        put_finding(r, index, 1, 1, "include-guard", "", "");
    struct header_search search = { r, &unit, index };
    r->clang.visitChildren(r->clang.getTranslationUnitCursor(unit.handle), check_header_item,
                           &search);
}

/* ---- copies ---- */

static void put_repeats(struct reader *r)
{
    struct tokens tokens = { 0 };
    struct repeats *repeats = ARENA_NEW(&r->arena, struct repeats);
    for (size_t i = 0; i < r->path_count; i++) {
        struct str source;
        struct err ignored = { 0 };
        if (file_read(r->paths[i], SOURCE_BYTES_MAX, &r->arena, &source, &ignored))
            tokens_read(source, (unsigned)i, &r->arena, &tokens);
    }
    duplication_find(&tokens, &r->arena, repeats);
    for (size_t i = 0; i < repeats->count; i++) {
        const struct repeat *repeat = &repeats->list[i];
        put_finding(r, repeat->file, repeat->first_line, 0, "repeated-code", "",
                    arena_printf(&r->arena, "Lines %u to %u say the same as lines %u to %u of %s",
                                 repeat->first_line, repeat->last_line, repeat->of_first_line,
                                 repeat->of_last_line,
                                 repeat->of_file == repeat->file ? "this file"
                                                                 : r->paths[repeat->of_file]));
    }
    buf_printf(&r->answer, "tokens\t%zu\t%zu\n", tokens.count, repeats->tokens_repeated);
}

/* ---- names ---- */

/* One remark a submission, at the first. */
static void put_numbers(struct reader *r)
{
    const struct names *names = &r->names;
    SCOPED_BUF list;
    buf_init(&list, 1 << 10);
    if (names->number_count == 0)
        return;
    for (size_t i = 0; i < names->number_count && i < NUMBERS_TOLD_MAX; i++)
        buf_printf(&list, "%s%ld", i == 0 ? "" : ", ", names->numbers[i].value);
    bool is_one = names->number_count == 1;
    const struct names_place *at = &names->numbers[0].first;
    put_finding(r, at->file, at->line, at->column, "magic-number", "",
                arena_printf(&r->arena, "%s without a name: %s%s", is_one ? "A number" : "Numbers",
                             buf_text(&list), names->number_count > NUMBERS_TOLD_MAX ? ", …" : ""));
}

static void put_short_name(struct reader *r)
{
    const struct names_short *longest = &r->names.longest;
    if (longest->name)
        put_finding(r, longest->at.file, longest->at.line, longest->at.column, "short-name",
                    longest->function,
                    arena_printf(&r->arena, "'%s' is used until line %u, and its name says nothing",
                                 longest->name, longest->last_line));
}

static void put_failures(struct reader *r)
{
    failures_settle(&r->failures);
    for (size_t i = 0; i < r->failures.range_count; i++) {
        const struct failure_range *range = &r->failures.ranges[i];
        buf_printf(&r->answer, "failure\t%zu\t%u\t%u\n", range->file, range->first, range->last);
    }
}

/* ---- the process ---- */

static void read_all(struct reader *r)
{
    for (size_t i = 0; i < r->path_count; i++)
        if (str_ends(r->paths[i], ".c"))
            read_source(r, i);
        else
            read_header(r, i);
    put_stored_calls(r);
    put_repeats(r);
    put_numbers(r);
    put_short_name(r);
    put_failures(r);
    if (r->is_cut)
        buf_puts(&r->answer, "trouble\tsome of it is nested too deep\n");
    buf_printf(&r->answer, "calls\t%zu\t%zu\nend\n", r->calls.to_check, r->calls.unchecked);
}

int quality_worker_main(int argc, char **argv)
{
    struct reader *r = &(struct reader){ .paths = NULL };
    struct err err = { 0 };
    buf_init(&r->answer, ANSWER_BYTES_MAX);
    r->failures.arena = &r->arena;
    if (argc < FILES_ARGUMENT)
        err_set(&err, ERR_FAULT, "the reader of code needs libclang and files");
    if (!err_is_set(&err) && libclang_open(argv[2], &r->clang, &err)) {
        r->paths = (const char *const *)argv + FILES_ARGUMENT;
        r->path_count = (size_t)(argc - FILES_ARGUMENT);
        read_all(r);
    } else {
        buf_printf(&r->answer, "trouble\t%s\n", err.text);
    }
    bool heard =
        buf_ok(&r->answer) && fd_write_all(STDOUT_FILENO, r->answer.bytes, r->answer.length);
    return heard ? EXIT_ANSWERED : EXIT_UNHEARD;
}
