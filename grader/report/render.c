/* render.c - the table of renderers. */
#include "grader/report/render.h"

#include <string.h>

const struct renderer *const renderers[] = { &render_text, &render_json, &render_html, &render_md };
const size_t renderer_count = COUNT_OF(renderers);

const struct renderer *renderer_find(const char *name)
{
    for (size_t i = 0; i < renderer_count; i++)
        if (strcmp(renderers[i]->name, name) == 0)
            return renderers[i];
    return NULL;
}

const char *renderer_names(struct arena *arena)
{
    const char *names = "";
    for (size_t i = 0; i < renderer_count; i++)
        names = arena_printf(arena, "%s%s%s", names, i ? ", " : "", renderers[i]->name);
    return names;
}
