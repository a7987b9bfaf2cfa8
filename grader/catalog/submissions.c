/* submissions.c - submissions/: example solutions and what is expected of them. */
#include "grader/catalog/submissions.h"

#include <string.h>

#include "grader/catalog/expectations.h"
#include "grader/catalog/program.h"

static const char FOLDER[] = "submissions";

/* The specification's table of languages, as far as we run them. Headers tell nothing. */
static const struct {
    const char *ending, *language;
} endings[] = {
    { ".c", "c" },     { ".cc", "cpp" }, { ".cpp", "cpp" },    { ".cxx", "cpp" },
    { ".c++", "cpp" }, { ".C", "cpp" },  { ".py", "python3" }, { ".py3", "python3" },
    { ".h", NULL },    { ".hpp", NULL }, { ".txt", NULL },     { ".md", NULL },
};

static const char *language_of_file(const char *path, bool *out_tells)
{
    *out_tells = true;
    for (size_t i = 0; i < COUNT_OF(endings); i++)
        if (str_ends(path, endings[i].ending)) {
            *out_tells = endings[i].language != NULL;
            return endings[i].language;
        }
    return "other";
}

/* Legacy: "#!…python2" in the first line of a .py file. */
static bool is_python2(const struct source_file *file)
{
    struct str rest = file->bytes, line;
    return str_next_line(&rest, &line) && line.length > 2 && memcmp(line.at, "#!", 2) == 0 &&
           memmem(line.at, line.length, "python2", strlen("python2"));
}

/* The one language of all files, or "other". */
static const char *language_of(const struct source_set *sources)
{
    const char *language = NULL;
    for (size_t i = 0; i < sources->count; i++) {
        bool tells;
        const char *found = language_of_file(sources->files[i].path, &tells);
        if (found && strcmp(found, "python3") == 0 && is_python2(&sources->files[i]))
            found = "other";
        if (tells && language && strcmp(language, found) != 0)
            return "other";
        if (tells)
            language = found;
    }
    return language ? language : "other";
}

struct submissions_reading {
    struct loader *loader;
    struct expectations expectations;
    size_t capacity;
};

static bool add_submission(struct submissions_reading *reading, const char *folder,
                           const struct entry *entry, struct err *err)
{
    struct loader *loader = reading->loader;
    struct package *package = loader->package;
    struct package_submission submission = { .folder = folder };
    const char *name = loader_join(loader, folder, entry->name);
    if (package->submission_count == SUBMISSION_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': more than %d submissions", entry->place,
                       SUBMISSION_MAX);
    if (!program_load(loader, entry, name, &submission.sources, err))
        return false;
    submission.language =
        package->kinds & PACKAGE_SUBMIT_ANSWER ? "answers" : language_of(&submission.sources);
    if (!expectations_apply(loader, &reading->expectations, &submission, err))
        return false;
    package->submissions =
        arena_grow(loader->arena, package->submissions, package->submission_count,
                   &reading->capacity, sizeof submission);
    package->submissions[package->submission_count++] = submission;
    return true;
}

static bool load_folder(struct submissions_reading *reading, const struct entry *folder,
                        struct err *err)
{
    struct listing listing;
    if (!loader_list(reading->loader, folder->place, &listing, err))
        return false;
    if (!expectations_know(&reading->expectations, folder->name))
        loader_warn(reading->loader,
                    "'%s': the format has no such folder and submissions.yaml says nothing of it; "
                    "nothing is required of what is in it",
                    folder->place);
    for (size_t i = 0; i < listing.count; i++)
        if (!add_submission(reading, folder->name, &listing.entries[i], err))
            return false;
    return true;
}

static bool has_accepted(const struct package *package)
{
    for (size_t i = 0; i < package->submission_count; i++)
        if (strcmp(package->submissions[i].folder, "accepted") == 0)
            return true;
    return false;
}

static void warn_unmatched(struct loader *loader, const struct expectations *expectations)
{
    for (size_t i = 0; i < expectations->count; i++) {
        const struct rule_set *set = &expectations->sets[i];
        if (!set->matched)
            loader_warn(loader, "%s:%u: the pattern '%s' matches no submission", set->at->file,
                        set->at->line, set->at->text.at);
    }
}

bool submissions_load(struct loader *loader, struct err *err)
{
    static const char settings_file[] = "submissions.yaml";
    struct submissions_reading reading = { .loader = loader };
    struct listing listing;
    if (!loader_list(loader, FOLDER, &listing, err))
        return false;
    const struct entry *settings = listing_find(&listing, settings_file);
    if (settings && str_starts(loader->package->format, "legacy")) {
        loader_warn(loader, "'%s' is ignored: format legacy has no such file", settings->place);
        settings = NULL;
    }
    if (!expectations_load(loader, settings, &reading.expectations, err))
        return false;
    for (size_t i = 0; i < listing.count; i++) {
        const struct entry *entry = &listing.entries[i];
        if (entry->is_folder && !load_folder(&reading, entry, err))
            return false;
        if (!entry->is_folder && strcmp(entry->name, settings_file) != 0)
            loader_warn(loader, "'%s' is ignored: a submission lies in a folder like 'accepted'",
                        entry->place);
    }
    if (!has_accepted(loader->package))
        return err_set(err, ERR_INPUT, "there is no submission in 'submissions/accepted'");
    warn_unmatched(loader, &reading.expectations);
    return true;
}
