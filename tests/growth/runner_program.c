/* runner_program.c - one program of the growth corpus, as its header comment describes it. */
#include "tests/growth/runner_program.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grader/base/fd.h"
#include "grader/base/num.h"

enum { SOURCE_MAX = 64 * 1024, PROGRAMS_MAX = 500 };

struct reading {
    struct specimen *program;
    struct arena *arena;
};

static bool set_scene(struct reading *r, const char *value)
{
    r->program->scene = value;
    return true;
}
static bool set_class(struct reading *r, const char *value, size_t resource)
{
    r->program->has_class[resource] = true;
    return growth_class_parse(value, &r->program->class[resource]);
}
static bool set_time(struct reading *r, const char *value)
{
    return set_class(r, value, GROWTH_TIME);
}
static bool set_heap(struct reading *r, const char *value)
{
    return set_class(r, value, GROWTH_HEAP);
}
static bool set_stack(struct reading *r, const char *value)
{
    return set_class(r, value, GROWTH_STACK);
}
static bool set_also(struct reading *r, const char *value)
{
    r->program->has_also = true;
    return growth_class_parse(value, &r->program->also);
}
static bool set_static(struct reading *r, const char *value)
{
    uint64_t bytes;
    bool good = num_u64(str_of(value), 1, 1 << 30, &bytes);
    r->program->static_bytes = bytes;
    return good;
}
static bool set_expressions(struct reading *r, const char *value, const char **out)
{
    char *rest = arena_strdup(r->arena, value);
    size_t count = 0;
    for (char *one; (one = strsep(&rest, ";")) && count + 1 < PROGRAM_EXPRESSION_MAX;)
        out[count++] = one + strspn(one, " ");
    return !rest;
}
static bool set_meets(struct reading *r, const char *value)
{
    return set_expressions(r, value, r->program->meets);
}
static bool set_exceeds(struct reading *r, const char *value)
{
    return set_expressions(r, value, r->program->exceeds);
}
static bool set_hottest(struct reading *r, const char *value)
{
    return sscanf(value, "%u %lf %lf", &r->program->hottest_line, &r->program->hottest[0],
                  &r->program->hottest[1]) == 3;
}
static bool set_suspicious(struct reading *r, const char *value)
{
    r->program->is_hostile = true;
    return strcmp(value, "yes") == 0;
}

static const struct {
    const char *key;
    bool (*set)(struct reading *, const char *value);
} keys[] = { { " * scene: ", set_scene },     { " * time: ", set_time },
             { " * heap: ", set_heap },       { " * stack: ", set_stack },
             { " * also: ", set_also },       { " * static: ", set_static },
             { " * meets: ", set_meets },     { " * exceeds: ", set_exceeds },
             { " * hottest: ", set_hottest }, { " * suspicious: ", set_suspicious } };

static bool take_line(struct reading *r, struct str line)
{
    const char *text = arena_memdup(r->arena, line.at, line.length);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (str_starts(text, keys[i].key))
            return keys[i].set(r, text + strlen(keys[i].key));
    return true;
}

static bool read_program(struct specimen *program, struct arena *arena, struct err *err)
{
    struct reading reading = { program, arena };
    struct str rest, line;
    if (!file_read(program->path, SOURCE_MAX, arena, &rest, err))
        return false;
    for (unsigned number = 1; str_next_line(&rest, &line); number++) {
        if (!take_line(&reading, line))
            return err_set(err, ERR_INPUT, "%s:%u: cannot understand '%.*s'", program->path, number,
                           (int)line.length, line.at);
        if (memmem(line.at, line.length, "*/", 2))
            break;
    }
    return program->scene ||
           err_set(err, ERR_INPUT, "%s: its header has no line ' * scene: …'", program->path);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct specimen *)a)->name, ((const struct specimen *)b)->name);
}

bool specimens_read(const char *folder, struct arena *arena, struct specimen **out,
                    size_t *out_count, struct err *err)
{
    const char *path = arena_printf(arena, "%s/tests/growth/%s", TREE, folder);
    struct specimen *programs = ARENA_ARRAY(arena, PROGRAMS_MAX, struct specimen);
    size_t count = 0;
    bool good = true;
    DIR *dir = opendir(path);
    if (!dir)
        return err_sys(err, ERR_INPUT, "cannot open '%s'", path);
    for (struct dirent *entry; good && count < PROGRAMS_MAX && (entry = readdir(dir));) {
        size_t length = strlen(entry->d_name);
        if (!str_ends(entry->d_name, ".c"))
            continue;
        programs[count] =
            (struct specimen){ .folder = folder,
                               .name = arena_memdup(arena, entry->d_name, length - 2),
                               .path = arena_printf(arena, "%s/%s", path, entry->d_name) };
        good = read_program(&programs[count++], arena, err);
    }
    closedir(dir);
    qsort(programs, count, sizeof *programs, by_name);
    *out = programs;
    *out_count = count;
    return good;
}
