/* statement.c - the statements of a package: which languages, which files. */
#include "grader/catalog/statement.h"

#include <string.h>

#include "grader/catalog/language.h"

/* problem.<language>.<md|tex|pdf>; the less, the sooner shown. */
static const char *const statement_endings[] = { ".md", ".tex", ".pdf" };

struct statement {
    const char *language;
    const struct entry *file;
    size_t ending;
};

/* "problem.tex": the older formats' English. */
static bool has_no_language(const struct loader *loader, const char *rest)
{
    return loader->package->grading == PACKAGE_GRADING_GRADERS && !strchr(rest, '.');
}

static bool parse_statement(struct loader *loader, const struct entry *entry, struct statement *out)
{
    static const char head[] = "problem.";
    if (entry->is_folder || !str_starts(entry->name, head))
        return false;
    const char *language = entry->name + strlen(head);
    for (size_t i = 0; i < COUNT_OF(statement_endings); i++) {
        if (has_no_language(loader, language) && strcmp(language, statement_endings[i] + 1) == 0) {
            *out = (struct statement){ "en", entry, i };
            return true;
        }
        if (!str_ends(language, statement_endings[i]))
            continue;
        size_t length = strlen(language) - strlen(statement_endings[i]);
        *out = (struct statement){ arena_memdup(loader->arena, language, length), entry, i };
        return language_is_good(out->language);
    }
    return false;
}

/* English before others, then Markdown before TeX before PDF. */
static bool is_better(const struct statement *a, const struct statement *b)
{
    bool a_english = strcmp(a->language, "en") == 0, b_english = strcmp(b->language, "en") == 0;
    if (a_english != b_english)
        return a_english;
    return a->ending < b->ending;
}

static bool names_language(const struct metadata *metadata, const char *language)
{
    for (size_t i = 0; i < metadata->name_language_count; i++)
        if (strcmp(metadata->name_languages[i], language) == 0)
            return true;
    return false;
}

/* What a byte-order mark or another encoding does to a text is for the reader to see. */
static void check_text(struct loader *loader, const struct entry *file)
{
    enum { TEXT_MAX = 1024 * 1024 };
    static const char mark[] = "\xef\xbb\xbf";
    struct str bytes;
    struct err ignored = { 0 };
    if (str_ends(file->name, ".pdf") || !loader_read(loader, file, TEXT_MAX, &bytes, &ignored))
        return;
    if (!str_is_utf8(bytes))
        loader_warn(loader, "'%s': not UTF-8", file->place);
    else if (bytes.length >= 3 && memcmp(bytes.at, mark, 3) == 0)
        loader_warn(loader, "'%s': begins with a byte-order mark", file->place);
    if (memchr(bytes.at, '\r', bytes.length))
        loader_warn(loader, "'%s': its lines do not end with a newline only", file->place);
}

static void check_names(struct loader *loader, const struct metadata *metadata,
                        const struct statement *found)
{
    if (metadata && !names_language(metadata, found->language))
        loader_warn(loader, "%s:%u: 'name' has no name for the language of '%s'",
                    metadata->name_node->file, metadata->name_node->line, found->file->place);
}

/* "The set of languages for which `name` is given must exactly match" that of the statements. */
static void check_statements(struct loader *loader, const struct metadata *metadata)
{
    const struct package *package = loader->package;
    for (size_t i = 0; metadata && i < metadata->name_language_count; i++) {
        size_t k = 0;
        while (k < package->statement_count &&
               strcmp(package->statements[k].language, metadata->name_languages[i]) != 0)
            k++;
        if (k == package->statement_count)
            loader_warn_at(loader, metadata->name_node,
                           "there is a name, but no statement, in '%s'",
                           metadata->name_languages[i]);
    }
}

bool statement_load(struct loader *loader, const char *place, const struct metadata *metadata,
                    struct err *err)
{
    struct package *package = loader->package;
    struct listing listing;
    struct statement best = { 0 };
    if (!loader_list(loader, place, &listing, err))
        return false;
    package->statements = ARENA_ARRAY(loader->arena, listing.count, struct package_statement);
    for (size_t i = 0; i < listing.count; i++) {
        struct statement found;
        if (!parse_statement(loader, &listing.entries[i], &found))
            continue;
        check_names(loader, metadata, &found);
        check_text(loader, found.file);
        package->statements[package->statement_count++] =
            (struct package_statement){ found.language, found.file->place, found.file->path };
        if (!best.file || is_better(&found, &best))
            best = found;
    }
    if (best.file)
        check_statements(loader, metadata);
    if (best.file)
        package->statement_path = best.file->path;
    else
        loader_warn(loader, "there is no statement like '%s/problem.en.%s'", place,
                    package->grading == PACKAGE_GRADING_GRADERS ? "tex" : "md");
    return true;
}
