/* runner_program.c - one program of the benign suite, as its header comment describes it. */
#include "tests/benign/runner_program.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 512, HEADER_LINES_MAX = 40 };

static bool set_expect(struct program *program, char *value)
{
    char word[8] = "", rest;
    if (sscanf(value, "%7s %d%c", word, &program->expected, &rest) != 2)
        return false;
    program->expects_signal = strcmp(word, "signal") == 0;
    return program->expects_signal || strcmp(word, "exit") == 0;
}

static bool set_profile(struct program *program, char *value)
{
    program->is_threads = strcmp(value, "threads") == 0;
    return program->is_threads || strcmp(value, "program") == 0;
}

static bool set_compilers(struct program *program, char *value)
{
    program->is_gcc_only = strcmp(value, "gcc") == 0;
    return program->is_gcc_only;
}

static bool set_flags(struct program *program, char *value)
{
    size_t count = 0;
    int size = snprintf(program->flag_bytes, sizeof program->flag_bytes, "%s", value);
    char *rest = program->flag_bytes;
    for (char *flag; (flag = strsep(&rest, " ")) && count < PROGRAM_FLAGS_MAX;)
        program->flags[count++] = flag;
    program->flags[count] = NULL;
    return !rest && size < (int)sizeof program->flag_bytes;
}

static bool put(struct program *program, const void *bytes, size_t size)
{
    return write(program->input, bytes, size) == (ssize_t)size;
}

static bool set_stdin(struct program *program, char *value)
{
    static const char escapes[] = "n\nt\t\\\\";
    for (char *at = value; *at; at++) {
        char byte = *at;
        if (byte == '\\') {
            const char *found = at[1] ? strchr(escapes, *++at) : NULL;
            if (!found)
                return false;
            byte = found[1];
        }
        if (!put(program, &byte, 1))
            return false;
    }
    return true;
}

static const struct {
    const char *key;
    bool (*set)(struct program *, char *value);
} keys[] = { { " * expect: ", set_expect },
             { " * profile: ", set_profile },
             { " * compilers: ", set_compilers },
             { " * flags: ", set_flags },
             { " * stdin: ", set_stdin } };
enum { KEY_COUNT = sizeof keys / sizeof keys[0] };

/* True but for a line that begins with a key and has a value nobody understands. */
static bool take_line(struct program *program, char *line, unsigned *seen)
{
    line[strcspn(line, "\n")] = '\0';
    for (unsigned i = 0; i < KEY_COUNT; i++) {
        size_t size = strlen(keys[i].key);
        if (strncmp(line, keys[i].key, size) != 0)
            continue;
        if (*seen >> i & 1)
            return false;
        *seen |= 1u << i;
        return keys[i].set(program, line + size);
    }
    return true;
}

static bool read_input(struct program *program, const char *folder)
{
    char path[512], bytes[65536];
    snprintf(path, sizeof path, "%s/%s.in", folder, program->name);
    FILE *file = fopen(path, "re");
    if (!file)
        return errno == ENOENT;
    bool good = true;
    for (size_t got; good && (got = fread(bytes, 1, sizeof bytes, file)) > 0;)
        good = put(program, bytes, got);
    fclose(file);
    return good;
}

static bool read_header(FILE *file, struct program *program, char *why, size_t room)
{
    char line[LINE_MAX_BYTES];
    unsigned seen = 0;
    for (int number = 1; number <= HEADER_LINES_MAX && fgets(line, sizeof line, file); number++) {
        if (!take_line(program, line, &seen)) {
            snprintf(why, room, "%s.c:%d: cannot understand '%s'", program->name, number, line);
            return false;
        }
        if (strstr(line, "*/"))
            break;
    }
    snprintf(why, room, "%s.c: its header has no line ' * expect: …'", program->name);
    return seen & 1;
}

bool program_read(const char *folder, const char *name, struct program *out, char *why, size_t room)
{
    char path[512];
    struct program *program = out;
    memset(program, 0, sizeof *program);
    program->input = memfd_create("input", MFD_CLOEXEC);
    snprintf(program->name, sizeof program->name, "%s", name);
    snprintf(path, sizeof path, "%s/%s.c", folder, name);
    FILE *file = fopen(path, "re");
    bool good = file && program->input >= 0;
    if (!good)
        snprintf(why, room, "%s: cannot open it: %s", path, strerror(errno));
    good = good && read_header(file, program, why, room);
    if (file)
        fclose(file);
    if (good && !read_input(program, folder)) {
        snprintf(why, room, "%s.in: cannot read it: %s", name, strerror(errno));
        good = false;
    }
    if (!good)
        program_release(program);
    return good;
}

void program_release(struct program *program)
{
    if (program->input >= 0)
        close(program->input);
    program->input = -1;
}
