/* folders.c - which folders a package has at its top, by format. */
#include "grader/catalog/folders.h"

#include <string.h>

#include "grader/text/nearest.h"

enum { IN_LEGACY = 1, IN_DRAFT = 2, IN_2025_09 = 4, IN_NEW = IN_DRAFT | IN_2025_09, IN_ALL = 7 };

static const struct {
    const char *name;
    unsigned formats;
} folders[] = {
    { "attachments", IN_ALL },
    { "data", IN_ALL },
    { "include", IN_ALL },
    { "submissions", IN_ALL },
    { "input_validators", IN_ALL },
    { "generators", IN_ALL },
    { "solution", IN_ALL },
    { "problem_statement", IN_LEGACY },
    { "output_validators", IN_LEGACY },
    { "input_format_validators", IN_LEGACY | IN_DRAFT },
    { "graders", IN_LEGACY | IN_DRAFT },
    { "statement", IN_NEW },
    { "output_validator", IN_NEW },
    { "input_visualizer", IN_NEW },
    { "output_visualizer", IN_NEW },
    { "static_validator", IN_NEW },
};

static unsigned format_of(const struct loader *loader)
{
    if (loader->package->grading == PACKAGE_GRADING_GROUPS)
        return IN_2025_09;
    return str_starts(loader->package->format, "legacy") ? IN_LEGACY : IN_DRAFT;
}

static void check_folder(struct loader *loader, const struct entry *folder,
                         const char *const known[COUNT_OF(folders)], size_t known_count)
{
    unsigned format = format_of(loader);
    for (size_t i = 0; i < COUNT_OF(folders); i++) {
        if (strcmp(folders[i].name, folder->name) != 0)
            continue;
        if (!(folders[i].formats & format))
            loader_warn(loader, "'%s' is ignored: format %s has no such folder", folder->place,
                        loader->package->format);
        return;
    }
    size_t nearest = nearest_index(folder->name, known, known_count);
    if (nearest < known_count)
        loader_warn(loader, "'%s' is ignored; did you mean '%s'?", folder->place, known[nearest]);
}

bool folders_check(struct loader *loader, struct err *err)
{
    const char *known[COUNT_OF(folders)];
    size_t known_count = 0;
    struct listing listing;
    if (!loader_list(loader, "", &listing, err))
        return false;
    for (size_t i = 0; i < COUNT_OF(folders); i++)
        if (folders[i].formats & format_of(loader))
            known[known_count++] = folders[i].name;
    for (size_t i = 0; i < listing.count; i++)
        if (listing.entries[i].is_folder)
            check_folder(loader, &listing.entries[i], known, known_count);
    return true;
}
