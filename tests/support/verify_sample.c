/* verify_sample.c - verifications that have everything a renderer can meet. */
#include "tests/support/verify_sample.h"

#include <string.h>

static struct verify_cell cell(enum verdict verdict, size_t judged, size_t accepted,
                               unsigned slowest_ms, bool is_cut)
{
    return (struct verify_cell){ verdict, judged, accepted, slowest_ms * 1000u, is_cut };
}

static void set_cells(struct arena *arena, struct verify_submission *submission,
                      const struct verify_cell *cells, size_t count)
{
    submission->cells = ARENA_ARRAY(arena, count, struct verify_cell);
    memcpy(submission->cells, cells, count * sizeof *cells);
    submission->cell_count = count;
}

static struct verification empty(const char *package)
{
    return (struct verification){ .package = package,
                                  .name = "",
                                  .format = "",
                                  .bad_input = "",
                                  .fault = "",
                                  .time = { .slowest = "", .fastest = "" } };
}

static void make_good(struct arena *arena, struct verification *v)
{
    static struct verify_group groups[] = { { "sample", 1 }, { "secret/1-small", 3 } };
    static struct verify_check checks[] = {
        { VERIFY_DATA, "", "4 test cases, 0 with the input of another", true },
        { VERIFY_INPUT, "input_validators/validate.c", "accepts all 4 inputs", true },
        { VERIFY_FAULTS, "submissions/accepted/reference.c",
          "the hidden tests catch 20 of 21 faults (95 %)", true },
    };
    static struct verify_finding findings[] = {
        { FINDING_WARNING, VERIFY_FAULTS, "submissions/accepted/reference.c:9:17",
          "no hidden test notices `<` → `<=` in: for (int i = 0; i < n; i++)" },
    };
    static struct verify_fault survivors[] = {
        { "submissions/accepted/reference.c", 9, 17, "`<` → `<=`", "for (int i = 0; i < n; i++)",
          "" },
        { "submissions/accepted/reference.c", 12, 5, "`x++;` deleted", "x++;",
          "x is not used any more" },
    };
    static struct verify_faults faults = { "accepted/reference.c", 44, 25, 1, 2, 20, 1, survivors,
                                           COUNT_OF(survivors) };
    static const char *layers[] = { "seccomp", "landlock" };
    *v = empty("double");
    v->name = "Double";
    v->format = "2025-09";
    v->passed = true;
    v->case_count = 4;
    v->time =
        (struct verify_time){ true, 1000000, false, 1500000, 2, 1.5, 12000, "accepted/reference.c",
                              0,    false,   "" };
    v->groups = groups;
    v->group_count = COUNT_OF(groups);
    v->checks = checks;
    v->check_count = COUNT_OF(checks);
    v->findings = findings;
    v->finding_count = COUNT_OF(findings);
    v->warning_count = 1;
    v->input_check_cpu_us = 31000;
    v->faults = &faults;
    v->protection = layers;
    v->protection_count = COUNT_OF(layers);
    v->submissions = ARENA_ARRAY(arena, 1, struct verify_submission);
    v->submission_count = 1;
    v->submissions[0] = (struct verify_submission){ .name = "accepted/reference.c",
                                                    .language = "c",
                                                    .expected = "AC",
                                                    .verdict = VERDICT_ACCEPTED,
                                                    .cause = "",
                                                    .score = 1,
                                                    .bound = BOUND_LOWER,
                                                    .slowest_us = 12000,
                                                    .slowest_case = "secret/1-small/03",
                                                    .run_cpu_us = 20000,
                                                    .growth = "n" };
    const struct verify_cell cells[] = { cell(VERDICT_ACCEPTED, 1, 1, 1, false),
                                         cell(VERDICT_ACCEPTED, 3, 3, 12, false) };
    set_cells(arena, &v->submissions[0], cells, COUNT_OF(cells));
}

/* More groups than fit one line, findings of both levels, hostile names. */
static void make_bad(struct arena *arena, struct verification *v)
{
    static struct verify_group groups[] = {
        { "sample", 2 },          { "secret/1-small", 3 },  { "secret/2-a-rather-long-name", 3 },
        { "secret/3-large", 12 }, { "secret/4-larger", 1 }, { "secret/5-largest", 1 },
    };
    static struct verify_check checks[] = {
        { VERIFY_STATEMENT, "statement/problem.en.md", "shows 2 of 2 samples by name", true },
        { VERIFY_INPUT, "input_validators/validate.c", "refuses 0 of 24 junk inputs", false },
    };
    static struct verify_finding findings[] = {
        { FINDING_ERROR, VERIFY_DATA, "data/secret/4-larger",
          "unreachable: require_pass names 'secret/5-largest', which is judged after it" },
        { FINDING_ERROR, VERIFY_SUBMISSIONS, "submissions/accepted/\x1b[31mred.c",
          "folder 'accepted' does not permit WA: secret/3-large/07 and 4 more: <the> \"output\" & "
          "]]> is not the right one \xff" },
        { FINDING_WARNING, VERIFY_TIME_LIMIT, "submissions/time_limit_exceeded/slow.c",
          "sensitive to the time limit: 2 cases too slow for 1.00 s but not for 1.50 s" },
    };
    static const enum verdict verdicts[] = { VERDICT_WRONG_ANSWER, VERDICT_TIME_LIMIT,
                                             VERDICT_NONE };
    static const char *const names[] = { "accepted/\x1b[31mred.c", "time_limit_exceeded/slow.c",
                                         "wrong_answer/in-a-language-of-its-own-and-a-long-name" };
    *v = empty("broken");
    v->name = "Broken & mended";
    v->format = "2025-09";
    v->case_count = 22;
    v->error_count = 2;
    v->warning_count = 1;
    v->time = (struct verify_time){ true,   1000000,  true,    1500000, 2,       1.5,
                                    412000, names[0], 1400000, false,   names[1] };
    v->groups = groups;
    v->group_count = COUNT_OF(groups);
    v->checks = checks;
    v->check_count = COUNT_OF(checks);
    v->findings = findings;
    v->finding_count = COUNT_OF(findings);
    v->submission_count = COUNT_OF(names);
    v->submissions = ARENA_ARRAY(arena, COUNT_OF(names), struct verify_submission);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct verify_submission *s = &v->submissions[i];
        *s = (struct verify_submission){ .name = names[i],
                                         .language = i == 2 ? "other" : "c",
                                         .expected = i == 0   ? "AC"
                                                     : i == 1 ? "TLE"
                                                              : "WA",
                                         .status = i == 0   ? VERIFY_NOT_AS_SAID
                                                   : i == 1 ? VERIFY_AS_SAID
                                                            : VERIFY_SKIPPED,
                                         .verdict = verdicts[i],
                                         .cause = i == 2 ? "submissions in 'other' can't be judged "
                                                           "here"
                                                         : "",
                                         .slowest_case = i == 2 ? "" : "secret/3-large/12",
                                         .slowest_us = i == 2 ? 0 : 412000 + 988000 * i,
                                         .sensitive_count = i == 1 ? 2 : 0,
                                         .bound = i == 2 ? BOUND_NONE : BOUND_LOWER + i,
                                         .run_cpu_us = 1234567 * i,
                                         .growth = "" };
        if (i == 2)
            continue;
        const struct verify_cell cells[] = {
            cell(VERDICT_ACCEPTED, 2, 2, 1, false),
            cell(VERDICT_ACCEPTED, 3, 3, 12, false),
            cell(VERDICT_ACCEPTED, 3, 3, 120, false),
            i == 0 ? cell(VERDICT_WRONG_ANSWER, 12, 7, 412, false)
                   : cell(VERDICT_TIME_LIMIT, 1, 0, 1400, false),
            cell(VERDICT_TIME_LIMIT, 1, 0, 1502, true),
            cell(VERDICT_NONE, 0, 0, 0, false),
        };
        set_cells(arena, s, cells, COUNT_OF(cells));
    }
}

void verify_sample_make(struct arena *arena, struct verification_list *out)
{
    *out = (struct verification_list){ .packages = ARENA_ARRAY(arena, 4, struct verification),
                                       .package_count = 4 };
    make_good(arena, &out->packages[0]);
    make_bad(arena, &out->packages[1]);
    out->packages[2] = empty("no/such\tpackage");
    out->packages[2].bad_input =
        "cannot load the package 'no/such\\tpackage': cannot open the folder: No such file";
    out->packages[3] = empty("faulty");
    out->packages[3].name = "Faulty";
    out->packages[3].format = "2025-09";
    out->packages[3].fault = "accepted/a.c: its worker was killed by signal 9";
}

static const char *hostile(uint64_t *state, struct arena *arena)
{
    static const char *const pieces[] = { "\x1b[2J",      "<b>",  "&amp;",    "]]>",
                                          "\"",           "'",    "\xff\xfe", "\r\n",
                                          "\t",           "\x01", "\x7f",     "\xef\xbf\xbf",
                                          "\xe2\x80\xae", "a",    "-- ",      "\xf0\x9f" };
    SCOPED_BUF text;
    buf_init(&text, 4096);
    for (int i = 0; i < 12; i++) {
        *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        buf_puts(&text, pieces[(*state >> 33) % COUNT_OF(pieces)]);
    }
    return arena_strdup(arena, buf_text(&text));
}

void verify_sample_hostile(uint64_t seed, struct arena *arena, struct verification_list *out)
{
    struct verification *v = ARENA_NEW(arena, struct verification);
    uint64_t state = seed;
    make_bad(arena, v);
    *out = (struct verification_list){ .packages = v, .package_count = 1 };
    const char **texts[] = { &v->package, &v->name,         &v->format,      &v->bad_input,
                             &v->fault,   &v->time.slowest, &v->time.fastest };
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        *texts[i] = hostile(&state, arena);
    struct verify_finding *findings = ARENA_ARRAY(arena, v->finding_count, struct verify_finding);
    struct verify_check *checks = ARENA_ARRAY(arena, v->check_count, struct verify_check);
    struct verify_group *groups = ARENA_ARRAY(arena, v->group_count, struct verify_group);
    for (size_t i = 0; i < v->finding_count; i++)
        findings[i] = (struct verify_finding){ v->findings[i].level, v->findings[i].area,
                                               hostile(&state, arena), hostile(&state, arena) };
    for (size_t i = 0; i < v->check_count; i++)
        checks[i] = (struct verify_check){ v->checks[i].area, hostile(&state, arena),
                                           hostile(&state, arena), v->checks[i].passed };
    for (size_t i = 0; i < v->group_count; i++)
        groups[i] = (struct verify_group){ hostile(&state, arena), i };
    for (size_t i = 0; i < v->submission_count; i++) {
        struct verify_submission *s = &v->submissions[i];
        s->name = hostile(&state, arena);
        s->language = hostile(&state, arena);
        s->expected = hostile(&state, arena);
        s->cause = hostile(&state, arena);
        s->slowest_case = hostile(&state, arena);
        s->growth = hostile(&state, arena);
    }
    v->findings = findings;
    v->checks = checks;
    v->groups = groups;
}
