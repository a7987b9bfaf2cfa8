/* cmd_problems.c - grader problems: which packages there are. */
#include "grader/catalog/catalog.h"
#include "grader/cli/commands.h"
#include "grader/cli/home.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/text/escape.h"

static const char help[] =
    "usage: grader problems [DIR]…\n"
    "\n"
    "Lists the problem packages in the folders (the bundled ones): id, name, kind, tests,\n"
    "memory and time limit. A folder that is a package itself counts, and so does a .zip or .kpp\n"
    "file. Formats: ICPC/Kattis 2025-09, 2023-07-draft, legacy, legacy-icpc.\n"
    "\n"
    "What the format forbids is an error. What real packages need beyond it is taken, and told on\n"
    "standard error as NAME: warning: FILE:LINE: what:\n"
    "  all       names that break the rule for names (left out); unknown folders and folders of\n"
    "            submissions; CRLF lines; a statement with a byte-order mark; programs in other\n"
    "            languages than C, C++, Python 3, build and run scripts (not run); build or run "
    "that\n"
    "            is not executable; no input validator, no statement; half of a pair of\n"
    "            .statement and .download\n"
    "  zip       another folder than the archive's name in it, or no folder\n"
    "  2023-07-draft  2023-07 for it; no uuid; testdata.yaml beside test_group.yaml; "
    "partially_accepted\n"
    "  legacy    input_format_validators; problem.tex without a language; numbers without quotes,\n"
    "            yes and no for true and false, keys without a value; name by language; keywords "
    "as\n"
    "            a list; libraries, languages; limits.time_limit, .timelimit, "
    "domjudge-problem.ini;\n"
    "            accept_score, reject_score, range, on_reject in grading; multi-pass in "
    "validation;\n"
    "            output_validators that are not used; files without their case, empty groups\n"
    "\n"
    "Exit code: 0; 2 when a package can't be loaded (the others are listed all the same).\n"
    "\n"
    "Examples:\n"
    "  grader problems\n"
    "  grader problems ~/course/problems sum.zip\n";

static const char *kind_of(const struct package *package)
{
    static const struct {
        unsigned kind;
        const char *word;
    } kinds[] = {
        { PACKAGE_SUBMIT_ANSWER, "submit-answer" },
        { PACKAGE_MULTI_PASS, "multi-pass" },
        { PACKAGE_INTERACTIVE, "interactive" },
        { PACKAGE_SCORING, "scoring" },
    };
    for (size_t i = 0; i < COUNT_OF(kinds); i++)
        if (package->kinds & kinds[i].kind)
            return kinds[i].word;
    return package->include.count > 0 ? "api" : "program";
}

static void print_package(const struct package *package, struct arena *arena)
{
    const char *time =
        package->limits.time_limit_us
            ? arena_printf(arena, "%.1f s", (double)package->limits.time_limit_us / 1e6)
            : "measured";
    SCOPED_BUF name;
    buf_init(&name, 4096);
    size_t used = escape_put_cut(&name, str_of(package->name), ESCAPE_TERMINAL, 34);
    print_line("%-20s %s%*s %-12s %5zu %6llu MiB  %s", package->id, buf_text(&name),
               (int)(34 - used), "", kind_of(package), package->case_count,
               (unsigned long long)(package->limits.memory_bytes >> 20), time);
}

/* False: the error was printed. */
static bool list_one(const struct catalog_entry *entry)
{
    SCOPED_ARENA arena = { 0 };
    struct package package;
    struct err err = { 0 };
    if (!catalog_load(entry->path, &arena, &package, &err)) {
        print_error(&err);
        return false;
    }
    print_package(&package, &arena);
    for (size_t i = 0; i < package.warning_count; i++)
        print_package_warning(package.id, package.warnings[i]);
    return true;
}

static bool find(struct text_list *folders, struct arena *arena, struct catalog_entry **entries,
                 size_t *count, struct err *err)
{
    const char *home;
    if (folders->count == 0) {
        if (!home_find(arena, &home, err))
            return false;
        text_list_add(folders, arena, arena_printf(arena, "%s/problems", home));
    }
    text_list_add(folders, arena, NULL);
    return catalog_list(folders->at, arena, entries, count, err);
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct text_list folders = { 0 };
    struct catalog_entry *entries;
    size_t count;
    struct err err = { 0 };
    if (!options_parse(NULL, 0, argc, argv, &arena, NULL, &folders, &err) ||
        !find(&folders, &arena, &entries, &count, &err))
        return print_error(&err);
    bool all_good = true;
    print_line("%-20s %-34s %-12s %5s %10s  %s", "ID", "NAME", "KIND", "TESTS", "MEMORY",
               "TIME LIMIT");
    for (size_t i = 0; i < count; i++)
        all_good = list_one(&entries[i]) && all_good;
    if (count == 0)
        print_note("no problem package in %s", folders.at[0]);
    return print_finish(all_good ? EXIT_PASSED : EXIT_BAD_INPUT);
}

const struct command command_problems = { "problems", "list problem packages", help, run };
