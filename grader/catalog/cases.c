/* cases.c - the files of one folder below data/ become test cases. */
#include "grader/catalog/cases.h"

#include <stdlib.h>
#include <string.h>

/*
 * Theory of operation
 *
 * The files of a group and the tests to be made for it become one list of *pieces*: base name and
 * kind. Sorted, the pieces of one case lie side by side, and each run of equal bases is one case or
 * one mistake.
 */

enum {
    PIECES_PLAIN = 1 << PIECE_INPUT | 1 << PIECE_ANSWER | 1 << PIECE_IMAGE | 1 << PIECE_INTERACTION,
    PIECES_SHOWN = 1 << PIECE_OUT | 1 << PIECE_IN_STATEMENT | 1 << PIECE_ANS_STATEMENT |
                   1 << PIECE_IN_DOWNLOAD | 1 << PIECE_ANS_DOWNLOAD,
    PIECES_NOTES = 1 << PIECE_HINT | 1 << PIECE_DESCRIPTION,
    PIECES_2025_09 = PIECES_PLAIN | PIECES_SHOWN | 1 << PIECE_SETTINGS | 1 << PIECE_FILES,
};

const struct case_rules case_rules_2025_09 = { .pieces = PIECES_2025_09,
                                               .required = 1 << PIECE_INPUT | 1 << PIECE_ANSWER,
                                               .group_files = { "test_group.yaml" },
                                               .is_strict = true };
const struct case_rules case_rules_draft = { .pieces = PIECES_2025_09 | PIECES_NOTES,
                                             .required = 1 << PIECE_INPUT | 1 << PIECE_ANSWER,
                                             .group_files = { "testdata.yaml",
                                                              "test_group.yaml" } };
const struct case_rules case_rules_legacy = { .pieces = PIECES_PLAIN | PIECES_NOTES,
                                              .required = 1 << PIECE_INPUT | 1 << PIECE_ANSWER,
                                              .group_files = { "testdata.yaml" } };

/* Longer endings before those that they end with. */
static const struct {
    const char *ending;
    enum piece_kind kind;
} endings[] = {
    { ".in.statement", PIECE_IN_STATEMENT },
    { ".ans.statement", PIECE_ANS_STATEMENT },
    { ".in.download", PIECE_IN_DOWNLOAD },
    { ".ans.download", PIECE_ANS_DOWNLOAD },
    { ".in", PIECE_INPUT },
    { ".ans", PIECE_ANSWER },
    { ".yaml", PIECE_SETTINGS },
    { ".hint", PIECE_HINT },
    { ".desc", PIECE_DESCRIPTION },
    { ".out", PIECE_OUT },
    { ".interaction", PIECE_INTERACTION },
    { ".png", PIECE_IMAGE },
    { ".jpg", PIECE_IMAGE },
    { ".jpeg", PIECE_IMAGE },
    { ".svg", PIECE_IMAGE },
};

static const char FILES_ENDING[] = ".files";

static const char *below_data(const char *place)
{
    return place + strlen("data/");
}

static bool has(const struct case_reading *reading, enum piece_kind kind)
{
    return reading->rules->pieces & 1u << kind;
}

static void add_piece(struct case_reading *reading, struct piece piece)
{
    reading->pieces = arena_grow(reading->loader->arena, reading->pieces, reading->count,
                                 &reading->capacity, sizeof piece);
    reading->pieces[reading->count++] = piece;
}

static void add_entry(struct case_reading *reading, const struct entry *entry, enum piece_kind kind,
                      size_t ending_length)
{
    size_t length = strlen(entry->place) - ending_length;
    const char *base = arena_memdup(reading->loader->arena, entry->place, length);
    add_piece(reading, (struct piece){ below_data(base), kind, entry, NULL });
}

/* ---- collecting ---- */

static bool add_file(struct case_reading *reading, const struct entry *entry, struct err *err)
{
    if (reading->rules->is_strict && strcmp(entry->name, "testdata.yaml") == 0)
        return err_set(err, ERR_INPUT,
                       "cannot use '%s': of an older format; this one has 'test_group.yaml'",
                       entry->place);
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (!str_ends(entry->name, endings[i].ending) || !has(reading, endings[i].kind))
            continue;
        size_t length = strlen(endings[i].ending), stem = strlen(entry->name) - length;
        if (stem == strlen("test_group") && str_starts(entry->name, "test_group") &&
            has(reading, PIECE_SETTINGS))
            return err_set(err, ERR_INPUT, "cannot use '%s': no case may be named 'test_group'",
                           entry->place);
        add_entry(reading, entry, endings[i].kind, length);
        return true;
    }
    loader_warn(reading->loader, "'%s' is ignored: not a file of a test case", entry->place);
    return true;
}

static bool is_group_file(const struct case_rules *rules, const char *name)
{
    for (size_t i = 0; rules->group_files[i]; i++)
        if (strcmp(rules->group_files[i], name) == 0)
            return true;
    return false;
}

static bool collect(struct case_reading *reading, const struct listing *listing, bool go_down,
                    unsigned depth, struct err *err);

static bool collect_folder(struct case_reading *reading, const struct listing *listing,
                           const struct entry *folder, bool go_down, unsigned depth,
                           struct err *err)
{
    struct loader *loader = reading->loader;
    struct listing inner;
    if (str_ends(folder->name, FILES_ENDING) && has(reading, PIECE_FILES)) {
        add_entry(reading, folder, PIECE_FILES, strlen(FILES_ENDING));
        return true;
    }
    if (reading->rules->is_strict &&
        listing_find(listing, arena_printf(loader->arena, "%s.in", folder->name)))
        return err_set(err, ERR_INPUT, "cannot use '%s': a folder with the name of a case",
                       folder->place);
    if (!go_down)
        return true;
    if (depth == LOADER_DEPTH_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': deeper than %d folders", folder->place,
                       LOADER_DEPTH_MAX);
    return loader_list(loader, folder->place, &inner, err) &&
           collect(reading, &inner, true, depth + 1, err);
}

static bool collect(struct case_reading *reading, const struct listing *listing, bool go_down,
                    unsigned depth, struct err *err)
{
    for (size_t i = 0; i < listing->count; i++) {
        const struct entry *entry = &listing->entries[i];
        if (!entry->is_folder && depth == 0 && is_group_file(reading->rules, entry->name))
            continue;
        bool good = entry->is_folder ? collect_folder(reading, listing, entry, go_down, depth, err)
                                     : add_file(reading, entry, err);
        if (!good)
            return false;
    }
    return true;
}

bool cases_collect(struct case_reading *reading, const struct listing *listing, bool go_down,
                   struct err *err)
{
    return collect(reading, listing, go_down, 0, err);
}

void cases_collect_made(struct case_reading *reading, const struct made_group *made)
{
    for (size_t i = 0; made && i < made->count; i++)
        add_piece(reading,
                  (struct piece){ loader_join(reading->loader, made->name, made->tests[i].name),
                                  PIECE_MADE, NULL, &made->tests[i] });
}

/* ---- what is there of one case ---- */

struct case_parts {
    const char *base;
    const struct piece *first;
    const struct piece *of[PIECE_COUNT]; /* the last of each kind */
    const struct piece *second_image;
};

static int by_base_and_kind(const void *a, const void *b)
{
    const struct piece *left = a, *right = b;
    int order = strcmp(left->base, right->base);
    return order != 0 ? order : (int)left->kind - (int)right->kind;
}

static const char *last_part(const char *name)
{
    const char *slash = strrchr(name, '/');
    return slash ? slash + 1 : name;
}

static const char *ending_of(enum piece_kind kind)
{
    size_t i = 0;
    while (endings[i].kind != kind)
        i++;
    return endings[i].ending;
}

static bool check_made(const struct case_parts *parts, struct err *err)
{
    const struct piece *made = parts->of[PIECE_MADE], *input = parts->of[PIECE_INPUT],
                       *file = input ? input : parts->of[PIECE_ANSWER];
    return !file || yml_error(made->made->at, err, "the test '%s' is also a file: '%s'",
                              parts->base, file->file->place);
}

static bool check_beside_input(const struct case_reading *reading, const struct case_parts *parts,
                               struct err *err)
{
    for (int kind = PIECE_ANSWER; kind < PIECE_COUNT; kind++)
        if (reading->rules->required & 1u << kind && !parts->of[kind])
            return err_set(err, ERR_INPUT, "case '%s': '%s%s' is missing", parts->base,
                           last_part(parts->base), ending_of((enum piece_kind)kind));
    return true;
}

/* Files without an input are an error where the format is strict, and else no case. */
static bool check_no_input(struct case_reading *reading, const struct case_parts *parts,
                           struct err *err)
{
    const char *name = last_part(parts->base), *place = parts->first->file->place;
    if (parts->of[PIECE_ANSWER] && reading->rules->required & 1u << PIECE_ANSWER)
        return err_set(err, ERR_INPUT, "case '%s': '%s.in' is missing", parts->base, name);
    if (reading->rules->is_strict)
        return err_set(err, ERR_INPUT, "cannot use '%s': it belongs to no case, '%s.in' is missing",
                       place, name);
    if (parts->first->kind != PIECE_INTERACTION) /* one without a case is a sample to be shown */
        loader_warn(reading->loader, "'%s' is ignored: it belongs to no case, '%s.in' is missing",
                    place, name);
    return true;
}

/* *out_is_case is false when there is no input and the format lets that pass. */
static bool check_required(struct case_reading *reading, const struct case_parts *parts,
                           bool *out_is_case, struct err *err)
{
    *out_is_case = parts->of[PIECE_MADE] || parts->of[PIECE_INPUT];
    if (parts->of[PIECE_MADE])
        return check_made(parts, err);
    return parts->of[PIECE_INPUT] ? check_beside_input(reading, parts, err)
                                  : check_no_input(reading, parts, err);
}

/* Of both pieces the first excludes the second. Specification, "Displayed test cases". */
static const struct {
    enum piece_kind one, other;
} exclusive[] = {
    { PIECE_OUT, PIECE_ANS_STATEMENT },        { PIECE_INTERACTION, PIECE_OUT },
    { PIECE_INTERACTION, PIECE_IN_STATEMENT }, { PIECE_INTERACTION, PIECE_ANS_STATEMENT },
    { PIECE_INTERACTION, PIECE_IN_DOWNLOAD },  { PIECE_INTERACTION, PIECE_ANS_DOWNLOAD },
};

/* These change what people see only, and real packages have one of a pair: a warning. */
static void warn_of_halves(struct case_reading *reading, const struct case_parts *parts)
{
    static const enum piece_kind pairs[][2] = { { PIECE_IN_STATEMENT, PIECE_IN_DOWNLOAD },
                                                { PIECE_ANS_STATEMENT, PIECE_ANS_DOWNLOAD } };
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        const struct piece *one = parts->of[pairs[i][0]], *other = parts->of[pairs[i][1]];
        if (!one != !other)
            loader_warn(reading->loader, "'%s': '%s%s' should be there as well",
                        (one ? one : other)->file->place, last_part(parts->base),
                        ending_of(pairs[i][one ? 1 : 0]));
    }
    const struct piece *interaction = parts->of[PIECE_INTERACTION];
    if (interaction &&
        !(reading->loader->package->kinds & (PACKAGE_INTERACTIVE | PACKAGE_MULTI_PASS)))
        loader_warn(reading->loader,
                    "'%s' is not shown: the problem is neither interactive nor multi-pass",
                    interaction->file->place);
}

static bool check_together(struct case_reading *reading, const struct case_parts *parts,
                           struct err *err)
{
    for (size_t i = 0; i < COUNT_OF(exclusive); i++) {
        const struct piece *one = parts->of[exclusive[i].one];
        if (one && parts->of[exclusive[i].other])
            return err_set(err, ERR_INPUT, "cannot use '%s': '%s%s' is there as well",
                           one->file->place, last_part(parts->base), ending_of(exclusive[i].other));
    }
    if (parts->second_image && reading->rules->is_strict)
        return err_set(err, ERR_INPUT, "cannot use '%s': a second illustration of the case",
                       parts->second_image->file->place);
    if (has(reading, PIECE_IN_DOWNLOAD))
        warn_of_halves(reading, parts);
    return true;
}

/* ---- one case ---- */

struct files_reading {
    struct loader *loader;
    struct case_file *files;
    size_t count, capacity;
};

static bool read_files(struct files_reading *reading, const char *place, const char *prefix,
                       unsigned depth, struct err *err)
{
    struct loader *loader = reading->loader;
    struct listing listing;
    if (depth > LOADER_DEPTH_MAX)
        return err_set(err, ERR_INPUT, "cannot use '%s': deeper than %d folders", place,
                       LOADER_DEPTH_MAX);
    if (!loader_list(loader, place, &listing, err))
        return false;
    for (size_t i = 0; i < listing.count; i++) {
        const struct entry *entry = &listing.entries[i];
        const char *name = loader_join(loader, prefix, entry->name);
        if (entry->is_folder) {
            if (!read_files(reading, entry->place, name, depth + 1, err))
                return false;
            continue;
        }
        if (reading->count == CASE_FILE_MAX)
            return err_set(err, ERR_INPUT, "cannot use '%s': more than %d files of a case", place,
                           CASE_FILE_MAX);
        reading->files = arena_grow(loader->arena, reading->files, reading->count,
                                    &reading->capacity, sizeof(struct case_file));
        reading->files[reading->count++] = (struct case_file){ name, entry->path };
    }
    return true;
}

static bool has_source(const struct package_program *program, const char *path)
{
    for (size_t i = 0; i < program->sources.count; i++)
        if (strcmp(program->sources.files[i].path, path) == 0)
            return true;
    return false;
}

/* An input validator finds the case's files beside its own. */
static bool check_collisions(const struct loader *loader, const struct test_case *test,
                             const struct entry *folder, struct err *err)
{
    const struct package *package = loader->package;
    for (size_t i = 0; i < test->file_count; i++)
        for (size_t k = 0; k < package->input_validator_count; k++)
            if (has_source(&package->input_validators[k], test->files[i].name))
                return err_set(err, ERR_INPUT,
                               "cannot use '%s/%s': the input validator '%s' has a file of that "
                               "name",
                               folder->place, test->files[i].name,
                               package->input_validators[k].sources.name);
    return true;
}

static bool load_files(struct case_reading *reading, const struct piece *piece,
                       struct test_case *test, struct err *err)
{
    if (!piece)
        return true;
    struct files_reading files = { .loader = reading->loader };
    if (!read_files(&files, piece->file->place, "", 1, err))
        return false;
    test->files = files.files;
    test->file_count = files.count;
    return check_collisions(reading->loader, test, piece->file, err);
}

/* The whole of a .hint or .desc; without it *out stays. */
static bool read_note(struct case_reading *reading, const struct piece *piece, const char **out,
                      struct err *err)
{
    enum { NOTE_MAX = 64 * 1024 };
    struct str bytes;
    if (!piece)
        return true;
    if (!loader_read(reading->loader, piece->file, NOTE_MAX, &bytes, err))
        return false;
    if (!str_is_utf8(bytes) || memchr(bytes.at, '\0', bytes.length))
        return err_set(err, ERR_INPUT, "cannot read '%s': not UTF-8", piece->file->place);
    while (bytes.length > 0 && strchr(" \t\r\n", bytes.at[bytes.length - 1]))
        bytes.length--;
    *out = arena_memdup(reading->loader->arena, bytes.at, bytes.length);
    return true;
}

static const char *path_of(const struct case_parts *parts, enum piece_kind kind)
{
    return parts->of[kind] ? parts->of[kind]->file->path : NULL;
}

static bool fill_case(struct case_reading *reading, const struct case_parts *parts,
                      struct test_case *test, struct err *err)
{
    const struct piece *made = parts->of[PIECE_MADE], *settings = parts->of[PIECE_SETTINGS];
    *test = (struct test_case){
        .name = parts->base,
        .group = reading->group,
        .input_path = path_of(parts, PIECE_INPUT),
        .answer_path = path_of(parts, PIECE_ANSWER),
        .out_path = path_of(parts, PIECE_OUT),
        .in_statement_path = path_of(parts, PIECE_IN_STATEMENT),
        .ans_statement_path = path_of(parts, PIECE_ANS_STATEMENT),
        .interaction_path = path_of(parts, PIECE_INTERACTION),
    };
    if (made) {
        test->call = made->made->call;
        test->hint = made->made->hint;
        test->description = made->made->description;
    }
    settings_apply(&reading->settings, test);
    return read_note(reading, parts->of[PIECE_HINT], &test->hint, err) &&
           read_note(reading, parts->of[PIECE_DESCRIPTION], &test->description, err) &&
           (!settings || settings_read_case(reading->loader, settings->file, test, err)) &&
           load_files(reading, parts->of[PIECE_FILES], test, err);
}

/* Cuts the pieces of one case off the front. */
static size_t take_parts(const struct case_reading *reading, size_t at, struct case_parts *out)
{
    const struct piece *first = &reading->pieces[at];
    *out = (struct case_parts){ .base = first->base, .first = first };
    for (; at < reading->count && strcmp(reading->pieces[at].base, first->base) == 0; at++) {
        const struct piece *piece = &reading->pieces[at];
        if (piece->kind == PIECE_IMAGE && out->of[PIECE_IMAGE])
            out->second_image = piece;
        out->of[piece->kind] = piece;
    }
    return at;
}

static bool push(struct loader *loader, struct case_list *list, const struct test_case *test,
                 struct err *err)
{
    if (list->count == CASE_MAX)
        return err_set(err, ERR_INPUT, "more than %d test cases", CASE_MAX);
    list->cases =
        arena_grow(loader->arena, list->cases, list->count, &list->capacity, sizeof *test);
    list->cases[list->count++] = *test;
    return true;
}

bool cases_finish(struct case_reading *reading, struct case_list *out, struct err *err)
{
    if (reading->count > 0)
        qsort(reading->pieces, reading->count, sizeof(struct piece), by_base_and_kind);
    for (size_t i = 0; i < reading->count;) {
        struct case_parts parts;
        struct test_case test;
        bool is_case;
        i = take_parts(reading, i, &parts);
        if (!check_required(reading, &parts, &is_case, err))
            return false;
        if (is_case &&
            (!check_together(reading, &parts, err) || !fill_case(reading, &parts, &test, err) ||
             !push(reading->loader, out, &test, err)))
            return false;
    }
    return true;
}

bool cases_append(struct loader *loader, struct case_list *to, const struct case_list *from,
                  struct err *err)
{
    for (size_t i = 0; i < from->count; i++)
        if (!push(loader, to, &from->cases[i], err))
            return false;
    return true;
}
