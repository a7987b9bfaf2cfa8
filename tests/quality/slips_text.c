/* bad: text is taken for what it need not be */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct label {
    char text[16];
};

static size_t letters(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += isalpha(*text) != 0; /* TRUE: memory */
    return count;
}

static size_t capitals(const char *text)
{
    size_t count = 0;
    for (; *text; text++)
        count += isupper((unsigned char)*text) != 0;
    return count;
}

static void set_label(struct label *label, const char *text)
{
    strcpy(label->text, text); /* TRUE: memory */
}

static void set_short_label(struct label *label, const char *text)
{
    if (strlen(text) < sizeof label->text)
        strcpy(label->text, text);
}

static char *copy(const char *text)
{
    char *made = malloc(strlen(text)); /* TRUE: memory */
    if (made)
        strcpy(made, text); /* ALSO: memory */
    return made;
}

int main(int argc, char **argv) /* ALSO: duplication */
{
    static struct label label;
    set_label(&label, argv[1]); /* TRUE: memory */
    set_short_label(&label, "short");
    char *made = copy(label.text);
    printf("%zu %zu %s\n", letters(label.text), capitals(label.text), made ? made : "");
    free(made);
    return 0;
}
