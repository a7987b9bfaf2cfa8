/* left_out.c - a folder without a .c file, told with what was left out of it. */
#include "grader/pipeline/left_out.h"

#include <string.h>

#include "grader/text/plain.h"

enum { NAME_BYTES_MAX = 100 };

/* Below the folder: cuts that off *name. */
static bool cut_folder(struct str *name, const char *folder)
{
    size_t length = strlen(folder);
    if (name->length <= length || memcmp(name->at, folder, length) != 0 || name->at[length] != '/')
        return false;
    *name = (struct str){ name->at + length + 1, name->length - length - 1 };
    return true;
}

static bool is_c(struct str name)
{
    return name.length > 2 && memcmp(name.at + name.length - 2, ".c", 2) == 0;
}

static bool has_c(const struct source_set *sources)
{
    for (size_t i = 0; i < sources->count; i++)
        if (is_c(str_of(sources->files[i].path)))
            return true;
    return false;
}

const char *left_out_cause(const struct snapshot *snapshot, const struct submission *submission,
                           const char *cause, struct arena *arena)
{
    struct str told = { 0 };
    const char *reason = NULL;
    size_t count = 0;
    for (size_t i = 0; i < snapshot->left_out_count && !has_c(&submission->sources); i++) {
        struct str name = snapshot->left_out[i].name;
        if (!cut_folder(&name, submission->folder))
            continue;
        count++;
        if (reason && (is_c(told) || !is_c(name)))
            continue; /* the first .c file, else the first of all */
        told = name;
        reason = snapshot->left_out[i].reason;
    }
    if (!reason)
        return cause;
    const char *more = count > 1 ? arena_printf(arena, " (and %zu more)", count - 1) : "";
    return arena_printf(arena, "%s: '%s'%s was left out: %s%s", cause,
                        plain_text(arena, told, NAME_BYTES_MAX), more, reason,
                        str_starts(reason, "name ") ? "; rename it" : "");
}
