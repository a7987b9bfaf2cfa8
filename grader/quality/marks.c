/* marks.c - functions that pass a mark of the rubric, as raw findings. */
#include "grader/quality/marks.h"

#include <stdbool.h>

#include "grader/base/attr.h"
#include "grader/base/buf.h"

enum { SENTENCE_MAX = 400 };

/* One measure of one function beside its mark. */
struct measure {
    const char *rule, *before, *behind; /* the value, in words */
    unsigned value, mark;
};

void marks_check(const struct quality *quality, const struct quality_marks *marks,
                 struct raw_list *list)
{
    for (size_t i = 0; i < quality->function_count; i++) {
        const struct quality_function *f = &quality->functions[i];
        const struct measure measures[] = {
            { "complex-function", "a cognitive complexity of ", "", f->cognitive,
              marks->cognitive },
            { "long-function", "", " lines", f->lines, marks->lines },
            { "deep-nesting", "", " levels of nesting", f->nesting, marks->nesting },
            { "many-parameters", "", " parameters", f->parameters, marks->parameters },
        };
        const char *rule = NULL;
        SCOPED_BUF text;
        buf_init(&text, SENTENCE_MAX);
        for (size_t j = 0; j < COUNT_OF(measures); j++) {
            const struct measure *m = &measures[j];
            if (m->mark == 0 || m->value < m->mark)
                continue;
            buf_printf(&text, "%s %s%u%s (the mark is %u)", rule ? "," : "", m->before, m->value,
                       m->behind, m->mark);
            rule = rule ? rule : m->rule;
        }
        struct raw_finding *item = rule ? raw_add(list) : NULL;
        if (!item)
            continue;
        item->tool = "grader";
        item->label = rule;
        item->file = f->file;
        item->line = f->line;
        item->function = f->name;
        item->message = arena_printf(list->arena, "Function '%s' has%s", f->name, buf_text(&text));
    }
}
