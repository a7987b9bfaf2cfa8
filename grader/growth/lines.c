/* lines.c - which lines of the source do the work, and how that grows on each. */
#include "grader/growth/lines.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "grader/growth/fit.h"
#include "grader/growth/requirement.h"

enum { FILE_LINES_MAX = 20000, NO_REGION = -1 };

/* A source file cut into lines, and what stands on each. */
struct page {
    const struct source_file *file;
    struct str *lines; /* [0] is line 1 */
    size_t count;
    int *innermost; /* region of the first character that is no blank, or NO_REGION */
};

struct work {
    const struct lines_request *request;
    struct arena *arena;
    struct page *pages; /* by file of the sources */
    const struct page **of_function;
    double (*cost)[GROWTH_POINT_MAX]; /* executions of each region, by size */
    struct growth_line *lines;
    size_t count;
};

/* ---- text ---- */

static void cut(struct page *page, const struct source_file *file, struct arena *arena)
{
    struct str rest = file->bytes, line;
    size_t capacity = 0;
    page->file = file;
    while (page->count < FILE_LINES_MAX && str_next_line(&rest, &line)) {
        page->lines = arena_grow(arena, page->lines, page->count, &capacity, sizeof *page->lines);
        page->lines[page->count++] = line;
    }
    page->innermost = ARENA_ARRAY(arena, page->count, int);
    for (size_t i = 0; i < page->count; i++)
        page->innermost[i] = NO_REGION;
}

static char character(const struct page *page, unsigned line, unsigned column)
{
    if (line == 0 || line > page->count || column == 0)
        return '\0';
    struct str text = page->lines[line - 1];
    return column <= text.length ? text.at[column - 1] : '\0';
}

static unsigned first_column(struct str line)
{
    size_t at = 0;
    while (at < line.length && isspace((unsigned char)line.at[at]))
        at++;
    return (unsigned)at + 1;
}

/* Something is done there: not blank, no comment from its beginning, no lone brace. */
static bool is_code(struct str line)
{
    size_t at = first_column(line) - 1;
    if (line.length - at >= 2 && line.at[at] == '/' &&
        (line.at[at + 1] == '/' || line.at[at + 1] == '*'))
        return false;
    if (at < line.length && (line.at[at] == '*' || line.at[at] == '#') && at + 1 < line.length &&
        line.at[at + 1] == ' ')
        return false;
    for (; at < line.length; at++)
        if (isalnum((unsigned char)line.at[at]))
            return true;
    return false;
}

/* ---- which file a function stands in ---- */

static struct str plain_name(struct str name)
{
    const char *colon = memrchr(name.at, ':', name.length);
    if (!colon)
        return name;
    return (struct str){ colon + 1, name.length - (size_t)(colon + 1 - name.at) };
}

static bool mentions(const struct page *page, unsigned until, struct str name)
{
    unsigned from = until > 8 ? until - 8 : 1;
    for (unsigned line = from; line <= until && line <= page->count; line++)
        if (memmem(page->lines[line - 1].at, page->lines[line - 1].length, name.at, name.length))
            return true;
    return false;
}

/* The body begins and ends with braces, and the name stands before it. */
static bool stands_in(const struct page *page, const struct region *body, struct str name)
{
    return character(page, body->from.line, body->from.column) == '{' && body->to.column > 1 &&
           character(page, body->to.line, body->to.column - 1) == '}' &&
           mentions(page, body->from.line, name);
}

static const struct page *find_page(const struct work *w, const struct region_function *function)
{
    const struct lines_request *request = w->request;
    const struct region *body = &request->regions->at[function->first];
    struct str name = plain_name(function->name);
    if (function->count == 0 || function->unit >= request->counted_count)
        return NULL;
    const struct page *found = NULL;
    for (size_t i = 0; i < request->sources->count; i++) {
        const struct page *page = &w->pages[i];
        bool is_own = strcmp(page->file->path, request->counted[function->unit]) == 0;
        if ((is_own || !found) && stands_in(page, body, name))
            found = page;
    }
    return found;
}

/* ---- regions on lines ---- */

static bool is_before(struct region_place a, struct region_place b)
{
    return a.line < b.line || (a.line == b.line && a.column < b.column);
}

static bool holds(const struct region *region, struct region_place at)
{
    return !is_before(at, region->from) && is_before(at, region->to);
}

/* The later of two regions that hold a place begins later, or is the smaller one. */
static bool is_inner(const struct region *a, const struct region *b)
{
    if (is_before(b->from, a->from))
        return true;
    return !is_before(a->from, b->from) && is_before(a->to, b->to);
}

static void place_function(struct work *w, size_t index)
{
    const struct regions *regions = w->request->regions;
    const struct region_function *function = &regions->functions[index];
    const struct page *page = find_page(w, function);
    w->of_function[index] = page;
    if (!page)
        return;
    const struct region *body = &regions->at[function->first];
    for (unsigned line = body->from.line; line <= body->to.line && line <= page->count; line++) {
        struct region_place at = { line, first_column(page->lines[line - 1]) };
        for (size_t i = function->first; i < function->first + function->count; i++) {
            int *innermost = &page->innermost[line - 1];
            if (holds(&regions->at[i], at) &&
                (*innermost == NO_REGION || is_inner(&regions->at[i], &regions->at[*innermost])))
                *innermost = (int)i;
        }
    }
}

/* ---- work ---- */

static struct growth_line *line_of(struct work *w, const char *file, unsigned line)
{
    for (size_t i = 0; i < w->count; i++)
        if (w->lines[i].line == line && strcmp(w->lines[i].file, file) == 0)
            return &w->lines[i];
    return NULL;
}

static struct growth_line *add_line(struct work *w, const char *file, unsigned line)
{
    struct growth_line *found = line_of(w, file, line);
    if (found || w->count == LINES_MAX)
        return found;
    w->lines[w->count] = (struct growth_line){ .file = file, .line = line };
    return &w->lines[w->count++];
}

/* A region's own lines: those it is the innermost of, or another region with the same counter. */
static bool is_own_line(const struct work *w, const struct page *page, unsigned line, size_t region)
{
    const struct regions *regions = w->request->regions;
    int innermost = page->innermost[line - 1];
    return innermost != NO_REGION && is_code(page->lines[line - 1]) &&
           regions->at[innermost].function == regions->at[region].function &&
           str_equal(regions->at[innermost].count, regions->at[region].count);
}

/* The first of a function's regions that has this counter alone gets its units. */
static bool is_owner(const struct regions *regions, size_t region)
{
    size_t own = region_own_counter(regions, &regions->at[region]);
    if (own == SIZE_MAX)
        return false;
    for (size_t i = regions->functions[regions->at[region].function].first; i < region; i++)
        if (region_own_counter(regions, &regions->at[i]) == own)
            return false;
    return true;
}

static void share_out(struct work *w, size_t index, double units)
{
    const struct region *region = &w->request->regions->at[index];
    const struct page *page = w->of_function[region->function];
    const struct region *body =
        &w->request->regions->at[w->request->regions->functions[region->function].first];
    size_t own = 0;
    for (unsigned line = body->from.line; line <= body->to.line && line <= page->count; line++)
        own += is_own_line(w, page, line, index);
    if (own == 0) {
        struct growth_line *line = add_line(w, page->file->path, region->from.line);
        if (line)
            line->share += units;
        return;
    }
    for (unsigned line = body->from.line; line <= body->to.line && line <= page->count; line++)
        if (is_own_line(w, page, line, index)) {
            struct growth_line *one = add_line(w, page->file->path, line);
            if (one)
                one->share += units / (double)own;
        }
}

static void share_regions(struct work *w)
{
    const struct regions *regions = w->request->regions;
    size_t last = w->request->series->count - 1;
    for (size_t i = 0; i < regions->count; i++)
        if (w->of_function[regions->at[i].function] && is_owner(regions, i) && w->cost[i][last] > 0)
            share_out(w, i, w->cost[i][last]);
}

static uint64_t units_of_call(const struct lab_detail *detail, uint64_t address)
{
    for (size_t i = 0; i < detail->call_count; i++)
        if (detail->calls[i].address == address)
            return detail->calls[i].units;
    return 0;
}

static void share_calls(struct work *w)
{
    const struct lines_request *request = w->request;
    const struct lab_detail *last = &request->details->at[request->series->count - 1];
    for (size_t i = 0; i < request->call_count; i++) {
        const struct call_place *call = &request->calls[i];
        struct growth_line *line = *call->file ? add_line(w, call->file, call->line) : NULL;
        if (line)
            line->share += (double)units_of_call(last, call->address);
    }
}

/* ---- classes ---- */

/* The largest count of what begins on the line or holds its beginning. */
static double executions(const struct work *w, const struct page *page, unsigned line, size_t size)
{
    const struct regions *regions = w->request->regions;
    int innermost = page->innermost[line - 1];
    if (innermost == NO_REGION)
        return 0;
    const struct region_function *function = &regions->functions[regions->at[innermost].function];
    double most = w->cost[innermost][size];
    for (size_t i = function->first; i < function->first + function->count; i++)
        if (regions->at[i].from.line == line && w->cost[i][size] > most)
            most = w->cost[i][size];
    return most;
}

static const struct page *page_named(const struct work *w, const char *file)
{
    for (size_t i = 0; i < w->request->sources->count; i++)
        if (strcmp(w->pages[i].file->path, file) == 0)
            return &w->pages[i];
    return NULL;
}

/* How often the line ran, and what was called on it, for each size; per operation as the whole. */
static void cost_of_line(const struct work *w, const struct growth_line *line,
                         struct growth_point *points)
{
    const struct lines_request *request = w->request;
    const struct page *page = page_named(w, line->file);
    size_t count = request->series->count;
    for (size_t i = 0; i < count; i++) {
        points[i] = request->series->points[GROWTH_TIME][i];
        points[i].cost = page && line->line <= page->count ? executions(w, page, line->line, i) : 0;
        for (size_t k = 0; k < request->call_count; k++)
            if (request->calls[k].line == line->line &&
                strcmp(request->calls[k].file, line->file) == 0)
                points[i].cost +=
                    (double)units_of_call(&request->details->at[i], request->calls[k].address);
        points[i].cost /=
            request->series->points[GROWTH_TIME][i].cost > 0 && request->series->work[i].units > 0
                ? request->series->work[i].units / request->series->points[GROWTH_TIME][i].cost
                : 1;
    }
}

static enum growth_pace pace_of(const struct excess *excess, bool is_required)
{
    bool in_n = excess->n > excess_most, in_m = excess->m > excess_most;
    if (!is_required)
        return PACE_ALONE;
    if (in_n)
        return in_m ? PACE_N_AND_M : PACE_N;
    return in_m ? PACE_M : PACE_WITHIN;
}

/* False: n and m can't be told apart. */
static bool set_pace(const struct lines_request *request, const struct growth_point *points,
                     struct growth_line *line)
{
    struct excess excess;
    struct err ignored = { 0 };
    if (!requirement_excess(request->required, points, request->series->count, &excess, &ignored))
        return false;
    line->pace = pace_of(&excess, request->required != NULL);
    line->excess_exponent = excess.n;
    line->excess_exponent_m = excess.m;
    return true;
}

static bool set_growth(struct work *w, struct growth_line *line)
{
    struct growth_point points[GROWTH_POINT_MAX];
    cost_of_line(w, line, points);
    if (w->request->has_second)
        return set_pace(w->request, points, line);
    if (!fit_class(points, w->request->series->count, &line->class))
        line->class = GROWTH_1;
    return true;
}

/* Every line of code in a function that was found, also those without a counter of their own. */
static void add_executed(struct work *w)
{
    size_t last = w->request->series->count - 1;
    for (size_t p = 0; p < w->request->sources->count; p++)
        for (unsigned line = 1; line <= w->pages[p].count; line++)
            if (is_code(w->pages[p].lines[line - 1]) && executions(w, &w->pages[p], line, last) > 0)
                add_line(w, w->pages[p].file->path, line);
}

static int by_share(const void *a, const void *b)
{
    const struct growth_line *x = a, *y = b;
    if (x->share != y->share)
        return x->share < y->share ? 1 : -1;
    int file = strcmp(x->file, y->file);
    return file ? file : (x->line > y->line) - (x->line < y->line);
}

/* ---- what never ran ---- */

static bool ever_ran(const struct work *w, const struct page *page, unsigned line)
{
    const struct regions *regions = w->request->regions;
    const struct lab_details *details = w->request->details;
    int innermost = page->innermost[line - 1];
    return region_value(regions, &regions->at[innermost], details->ever, details->counter_count) >
           0;
}

static void find_unexecuted(const struct work *w, struct growth *out)
{
    size_t capacity = 0;
    for (size_t p = 0; p < w->request->sources->count; p++) {
        const struct page *page = &w->pages[p];
        struct growth_line_range *open = NULL;
        for (unsigned line = 1; line <= page->count; line++) {
            if (page->innermost[line - 1] != NO_REGION && !is_code(page->lines[line - 1]))
                continue; /* a brace or a blank line parts nothing */
            if (page->innermost[line - 1] == NO_REGION || ever_ran(w, page, line)) {
                open = NULL;
            } else if (open) {
                open->last = line;
            } else {
                out->unexecuted = arena_grow(w->arena, out->unexecuted, out->unexecuted_count,
                                             &capacity, sizeof *out->unexecuted);
                open = &out->unexecuted[out->unexecuted_count++];
                *open = (struct growth_line_range){ page->file->path, line, line };
            }
        }
    }
}

/* ---- all of it ---- */

static void prepare_pages(struct work *w)
{
    const struct lines_request *request = w->request;
    const struct regions *regions = request->regions;
    w->pages = ARENA_ARRAY(w->arena, request->sources->count, struct page);
    w->of_function = ARENA_ARRAY(w->arena, regions->function_count, const struct page *);
    for (size_t i = 0; i < request->sources->count; i++)
        cut(&w->pages[i], &request->sources->files[i], w->arena);
    for (size_t i = 0; i < regions->function_count; i++)
        place_function(w, i);
}

static void prepare(struct work *w)
{
    const struct lines_request *request = w->request;
    const struct regions *regions = request->regions;
    prepare_pages(w);
    w->cost = arena_array(w->arena, regions->count, sizeof *w->cost);
    w->lines = ARENA_ARRAY(w->arena, LINES_MAX, struct growth_line);
    for (size_t i = 0; i < regions->count; i++)
        for (size_t k = 0; k < request->series->count; k++)
            w->cost[i][k] =
                (double)region_value(regions, &regions->at[i], request->details->at[k].counters,
                                     request->details->counter_count);
}

void lines_measure(const struct lines_request *request, struct arena *arena, struct growth *out)
{
    struct work work = { .request = request, .arena = arena };
    assert(request->series->count > 0);
    prepare(&work);
    share_regions(&work);
    share_calls(&work);
    add_executed(&work);
    double all = (double)request->details->at[request->series->count - 1].units;
    bool are_apart = true;
    for (size_t i = 0; i < work.count && are_apart; i++) {
        work.lines[i].share = all > 0 ? work.lines[i].share / all : 0;
        are_apart = set_growth(&work, &work.lines[i]);
    }
    if (are_apart) {
        qsort(work.lines, work.count, sizeof *work.lines, by_share);
        out->lines = work.lines;
        out->line_count = work.count;
    }
    find_unexecuted(&work, out);
}

/* The lines of one page are told when `out` is there, else only counted. */
static size_t cover_page(const struct work *w, const struct page *page, const uint64_t *counters,
                         size_t counter_count, struct line_ran *out)
{
    const struct regions *regions = w->request->regions;
    size_t count = 0;
    for (unsigned line = 1; line <= page->count; line++) {
        int innermost = page->innermost[line - 1];
        if (innermost == NO_REGION || !is_code(page->lines[line - 1]))
            continue;
        if (out)
            out[count] = (struct line_ran){ page->file->path, line,
                                            region_value(regions, &regions->at[innermost], counters,
                                                         counter_count) > 0 };
        count++;
    }
    return count;
}

void lines_cover(const struct lines_request *request, const uint64_t *counters,
                 size_t counter_count, struct arena *arena, struct line_ran **out,
                 size_t *out_count)
{
    struct work work = { .request = request, .arena = arena };
    size_t all = 0, at = 0;
    prepare_pages(&work);
    for (size_t i = 0; i < request->sources->count; i++)
        all += cover_page(&work, &work.pages[i], counters, counter_count, NULL);
    *out = ARENA_ARRAY(arena, all, struct line_ran);
    for (size_t i = 0; i < request->sources->count; i++)
        at += cover_page(&work, &work.pages[i], counters, counter_count, *out + at);
    *out_count = all;
}

static int by_units(const void *a, const void *b)
{
    const struct count_call *x = a, *y = b;
    if (x->units != y->units)
        return x->units < y->units ? 1 : -1;
    return (x->address > y->address) - (x->address < y->address);
}

size_t lines_calls(const struct lab_series *series, const struct lab_details *details,
                   uint64_t out[LINES_CALLS_MAX])
{
    const struct lab_detail *last = &details->at[series->count - 1];
    size_t count = 0;
    if (last->call_count > 1)
        qsort(last->calls, last->call_count, sizeof *last->calls, by_units);
    for (size_t i = 0; i < last->call_count && count < LINES_CALLS_MAX; i++)
        out[count++] = last->calls[i].address;
    return count;
}
