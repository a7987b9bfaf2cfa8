/* runner_case.c - one hostile program: its source and what its header comment promises. */
#include "tests/hostile/runner_case.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SOURCE_MAX = 1 << 20, HEADER_LINES_MAX = 20 };

static bool take_number(const char *text, uint64_t *out)
{
    char *end;
    errno = 0;
    *out = strtoull(text, &end, 10);
    return text[0] >= '0' && text[0] <= '9' && *end == '\0' && errno == 0 && *out > 0;
}

static bool take_limits(struct hostile_case *c, char *text)
{
    const struct {
        const char *name;
        uint64_t *value;
    } known[] = { { "cpu", &c->cpu_ms },
                  { "memory", &c->memory_mb },
                  { "output", &c->output_kb },
                  { "wall", &c->wall_ms },
                  { "processes", &c->processes } };
    char *rest = NULL;
    for (char *word = strtok_r(text, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        char *value = strchr(word, '=');
        bool found = false;
        if (value)
            *value++ = '\0';
        for (size_t i = 0; value && i < sizeof known / sizeof known[0]; i++)
            found |= strcmp(known[i].name, word) == 0 && take_number(value, known[i].value);
        if (!found)
            return false;
    }
    return true;
}

static bool take_accept(struct hostile_case *c, char *text)
{
    char *rest = NULL;
    c->accept_count = 0;
    for (char *word = strtok_r(text, "|", &rest); word; word = strtok_r(NULL, "|", &rest)) {
        if (c->accept_count == CASE_ACCEPT_MAX || strlen(word) >= sizeof c->accept[0])
            return false;
        snprintf(c->accept[c->accept_count++], sizeof c->accept[0], "%s", word);
    }
    return c->accept_count > 0;
}

static bool take_cause(struct hostile_case *c, char *text)
{
    snprintf(c->cause, sizeof c->cause, "%s", text);
    return strlen(text) < sizeof c->cause;
}

static bool take_runs(struct hostile_case *c, char *text)
{
    return take_number(text, &c->runs) && c->runs <= 1000;
}

static bool take_varies(struct hostile_case *c, char *text)
{
    c->varies = true;
    return text[0] != '\0';
}

static bool take_needs(struct hostile_case *c, char *text)
{
    c->needs_namespaces = true;
    return strcmp(text, "namespaces") == 0;
}

static bool take_run(struct hostile_case *c, char *text)
{
    static const char *const names[CASE_RUN_COUNT] = { "both",    "starter", "plain",
                                                       "threads", "dynamic", "compile" };
    for (unsigned i = 0; i < CASE_RUN_COUNT; i++)
        if (strcmp(names[i], text) == 0) {
            c->run = (enum case_run)i;
            return true;
        }
    return false;
}

/* A sentence about the program: whatever it says, it must say something. Long ones go on. */
static bool take_words(struct hostile_case *c, char *text)
{
    (void)c;
    return text[0] != '\0';
}

static bool take_line(struct hostile_case *c, char *line)
{
    static const struct {
        const char *key;
        bool (*take)(struct hostile_case *, char *);
    } keys[] = { { "hostile: ", take_words }, { "limits: ", take_limits },
                 { "accept: ", take_accept }, { "cause: ", take_cause },
                 { "runs: ", take_runs },     { "varies: ", take_varies },
                 { "needs: ", take_needs },   { "run: ", take_run } };
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (strncmp(line, keys[i].key, strlen(keys[i].key)) == 0)
            return keys[i].take(c, line + strlen(keys[i].key));
    return line[0] == ' '; /* goes on from the line above */
}

static bool read_source(struct hostile_case *c)
{
    FILE *file = fopen(c->path, "re");
    c->source = file ? malloc(SOURCE_MAX) : NULL;
    c->size = c->source ? fread(c->source, 1, SOURCE_MAX - 1, file) : 0;
    if (file)
        fclose(file);
    if (c->size == 0 || c->size == SOURCE_MAX - 1) {
        fprintf(stderr, "hostile: cannot read '%s'\n", c->path);
        return false;
    }
    c->source[c->size] = '\0';
    return true;
}

static bool parse_header(struct hostile_case *c)
{
    const char *at = c->source + strspn(c->source, "/* ");
    for (int number = 1; number <= HEADER_LINES_MAX; number++) {
        char line[256];
        size_t size = strcspn(at, "\n");
        snprintf(line, sizeof line, "%.*s", (int)size, at);
        char *close = strstr(line, "*/");
        if (close)
            *close = '\0';
        for (size_t end = strlen(line); end > 0 && line[end - 1] == ' ';)
            line[--end] = '\0';
        bool is_good = (number == 1) == (strncmp(line, "hostile: ", 9) == 0);
        if (!is_good || (line[0] && !take_line(c, line))) {
            fprintf(stderr, "hostile: %s:%d: cannot read '%s'\n", c->path, number, line);
            return false;
        }
        if (close)
            return true;
        at += size;
        at += strspn(at, "\n");
        at += at[0] == ' ' && at[1] == '*' && at[2] != '/' ? 2 : 0;
        at += at[0] == ' ';
    }
    fprintf(stderr, "hostile: %s: the header comment does not end\n", c->path);
    return false;
}

bool case_load(const char *folder, const char *name, struct hostile_case *out)
{
    *out = (struct hostile_case){ .cpu_ms = 2000,
                                  .memory_mb = 64,
                                  .output_kb = 64,
                                  .wall_ms = 20000,
                                  .processes = 1,
                                  .accept = { "exit:0" },
                                  .accept_count = 1,
                                  .runs = 1 };
    snprintf(out->name, sizeof out->name, "%s", name);
    snprintf(out->path, sizeof out->path, "%s/%s.c", folder, name);
    return read_source(out) && parse_header(out);
}

void case_release(struct hostile_case *c)
{
    free(c->source);
    c->source = NULL;
}

bool case_accepts(const struct hostile_case *c, const char *verdict)
{
    for (unsigned i = 0; i < c->accept_count; i++)
        if (strcmp(c->accept[i], verdict) == 0)
            return true;
    return false;
}
