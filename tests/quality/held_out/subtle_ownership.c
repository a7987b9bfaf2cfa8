/* key=value configuration; a later line replaces an earlier one */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct setting {
    struct setting *next;
    char *key;
    char *value;
};

static void setting_free(struct setting *s)
{
    free(s->key); /* ALSO: memory */
    free(s->value);
    free(s);
}

static struct setting *setting_parse(const char *line)
{
    const char *equals = strchr(line, '=');
    if (!equals)
        return NULL;
    struct setting *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->key = strndup(line, (size_t)(equals - line));
    s->value = strdup(equals + 1);
    if (!s->key || !s->value) {
        free(s->key);
        setting_free(s); /* TRUE: memory */
        return NULL;
    }
    return s;
}

static void settings_replace(struct setting **list, struct setting *fresh)
{
    for (struct setting **at = list; *at; at = &(*at)->next) {
        if (strcmp((*at)->key, fresh->key) == 0) {
            fresh->next = (*at)->next;
            setting_free(*at);
            *at = fresh;
            return;
        }
    }
    fresh->next = *list;
    *list = fresh;
}

static void settings_free(struct setting *list)
{
    for (struct setting *s = list; s; s = s->next) { /* TRUE: memory */
        printf("forget %s\n", s->key);
        setting_free(s); /* ALSO: memory */
    }
}

int main(void)
{
    struct setting *settings = NULL;
    char line[200];

    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        struct setting *s = setting_parse(line);
        if (!s) {
            fprintf(stderr, "ignored: %s\n", line);
            continue;
        }
        settings_replace(&settings, s);
    }
    settings_free(settings);
    return 0;
}
