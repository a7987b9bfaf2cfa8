/* test_rubric_load.c - good rubrics load, bad ones get one clear line. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/rubric/adjust.h"
#include "grader/rubric/rubric_load.h"

#define LEVELS                                                                                     \
    "[{\"from_share\":0.5,\"word\":\"good\",\"text\":\"g\"},{\"from_share\":0,\"word\":\"weak\","  \
    "\"text\":\"w\"}]"
#define CRITERION(id, part, evidence, weight, in_force, levels)                                    \
    "{\"id\":\"" id "\",\"title\":\"t\",\"part\":\"" part "\",\"evidence\":\"" evidence            \
    "\",\"weight\":" weight ",\"in_force\":" in_force ",\"levels\":" levels "}"
#define TESTS(id, weight) CRITERION(id, "correctness", "all tests", weight, "true", LEVELS)
#define RUBRIC_OF(roots, bar, criteria)                                                            \
    "{\"id\":\"x\",\"title\":\"X\",\"pass_percent\":" bar                                          \
    ",\"show_remarks\":3,\"show_cases\":2,\"solution_roots\":" roots ",\n\"criteria\":[" criteria  \
    "]}"
#define RUBRIC(criteria) RUBRIC_OF("[\"\"]", "70", criteria)

static struct arena arena;

static void release(void)
{
    arena_release(&arena);
}

TestSuite(rubric_load, .fini = release);

static bool load(const char *text, struct rubric *out, struct err *err)
{
    return rubric_parse("r.json", str_of(text), &arena, out, err);
}

Test(rubric_load, the_default_rubric_pays_100_points_all_of_them_in_force)
{
    struct rubric rubric;
    struct err err = { 0 };
    cr_assert(rubric_load(TREE "/rubrics/default.json", &arena, &rubric, &err), "%s", err.text);
    double all = 0, now = 0;
    for (size_t i = 0; i < rubric.criterion_count; i++) {
        all += rubric.criteria[i].weight;
        now += rubric.criteria[i].in_force ? rubric.criteria[i].weight : 0;
    }
    cr_assert_float_eq(all, 100, 1e-9);
    cr_assert_float_eq(now, 100, 1e-9);
    cr_assert_eq(rubric.solution_root_count, 2);
    cr_assert_str_eq(rubric.solution_roots[0], "");
    cr_assert_str_eq(rubric.solution_roots[1], "solutions");
}

Test(rubric_load, weights_may_miss_100_by_a_rounding_error_only)
{
    struct rubric rubric;
    struct err err = { 0 };
    cr_assert(load(RUBRIC(TESTS("a", "33.3") "," TESTS("b", "33.3") "," TESTS("c", "33.4")),
                   &rubric, &err),
              "%s", err.text);
    cr_assert_eq(rubric.criterion_count, 3);
    cr_assert_str_eq(rubric.criteria[2].levels[1].word, "weak");
}

Test(rubric_load, comments_are_allowed_in_every_object)
{
    struct rubric rubric;
    struct err err = { 0 };
    char text[4096];
    snprintf(text, sizeof text, "%s", RUBRIC(TESTS("a", "100")));
    SCOPED_BUF with;
    buf_init(&with, 8192);
    for (const char *c = text; *c; c++) {
        buf_putc(&with, *c);
        if (*c == '{')
            buf_puts(&with, "\"comment\":[1,{\"x\":null}],");
    }
    cr_assert(load(buf_text(&with), &rubric, &err), "%s", err.text);
}

Test(rubric_load, each_mistake_has_one_clear_line)
{
    static const struct {
        const char *text, *complaint;
    } mistakes[] = {
        { RUBRIC(TESTS("a", "99")),
          "r.json:2:12: criteria has weights that add up to 99; they must add up to 100" },
        { RUBRIC(TESTS("a", "\"100\"")),
          "r.json:2:88: criteria[0].weight must be a number, but is a text" },
        { RUBRIC(TESTS("a", "33.33") "," TESTS("b", "66.67")),
          "r.json:2:88: criteria[0].weight must have at most one decimal, as points have" },
        { RUBRIC(TESTS("a", "0") "," TESTS("b", "100")),
          "r.json:2:88: criteria[0].weight must be above 0; remove the criterion instead" },
        { RUBRIC(TESTS("a", "101")), "criteria[0].weight must lie between 0 and 100" },
        { RUBRIC(TESTS("a", "50") "," TESTS("a", "50")),
          "criteria[1] has the id \"a\", which criteria[0] has already" },
        { RUBRIC(TESTS("A b", "100")), "criteria[0].id must be made of a-z, 0-9 and '-' only" },
        { RUBRIC(TESTS("", "100")), "criteria[0].id must not be empty" },
        { RUBRIC(CRITERION("a", "correctness", "luck", "100", "true", LEVELS)),
          "criteria[0].evidence must be one of \"all tests\", \"test groups\", \"samples\", "
          "\"compile\", \"growth\", \"quality\"" },
        { RUBRIC(CRITERION("a", "style", "all tests", "100", "true", LEVELS)),
          "criteria[0].part must be one of \"correctness\", \"complexity\", \"quality\"" },
        { RUBRIC(CRITERION("a", "quality", "quality", "100", "true", LEVELS)),
          "criteria has criterion \"a\" in force, but the rubric's key \"quality\" does not say "
          "how "
          "the code is measured" },
        { RUBRIC(CRITERION("a", "quality", "all tests", "100", "true", LEVELS)),
          "criteria[0] has evidence \"all tests\", which speaks for part \"correctness\", not "
          "\"quality\"" },
        { RUBRIC(CRITERION("a", "complexity", "growth", "100", "false", LEVELS)),
          "criteria has no criterion in force; set in_force of one to true" },
        { RUBRIC(CRITERION("a", "correctness", "all tests", "100", "1", LEVELS)),
          "criteria[0].in_force must be true or false, but is a number" },
        { RUBRIC(CRITERION("a", "correctness", "all tests", "100", "true",
                           "[{\"from_share\":0.5,\"word\":\"g\",\"text\":\"g\"}]")),
          "criteria[0].levels must end with a level whose from_share is 0" },
        { RUBRIC(CRITERION("a", "correctness", "all tests", "100", "true",
                           "[{\"from_share\":0,\"word\":\"g\",\"text\":\"g\"},"
                           "{\"from_share\":0.5,\"word\":\"g\",\"text\":\"g\"}]")),
          "criteria[0].levels[1] must have a lower from_share than the level before it" },
        { RUBRIC(CRITERION("a", "correctness", "all tests", "100", "true", "[]")),
          "criteria[0].levels must have 1 to 8 levels, but has 0" },
        { RUBRIC(CRITERION("a", "correctness", "all tests", "100", "true",
                           "[{\"from_share\":0,\"word\":\"g\",\"txt\":\"g\"}]")),
          "criteria[0].levels[0].txt is not a known key; remove it or use one of: from_share, "
          "word, text, comment" },
        { RUBRIC(""), "criteria must have 1 to 32 criteria, but has 0" },
        { RUBRIC_OF("[]", "70", TESTS("a", "100")), "solution_roots must name 1 to 16 folders" },
        { RUBRIC_OF("[\"a\",\"../x\"]", "70", TESTS("a", "100")),
          "solution_roots[1] must be a folder from the top of the repository" },
        { RUBRIC_OF("[\"/x\"]", "70", TESTS("a", "100")), "solution_roots[0] must be a folder" },
        { RUBRIC_OF("[\"x/\"]", "70", TESTS("a", "100")), "solution_roots[0] must be a folder" },
        { RUBRIC_OF("[\"x/./y\"]", "70", TESTS("a", "100")), "solution_roots[0] must be a folder" },
        { RUBRIC_OF("[\"x\",\"x\"]", "70", TESTS("a", "100")), "solution_roots[1] is given twice" },
        { RUBRIC_OF("[\"\"]", "101", TESTS("a", "100")),
          "pass_percent must lie between 0 and 100" },
        { RUBRIC_OF("[\"\"]", "null", TESTS("a", "100")),
          "pass_percent must be a number, but is null" },
        { "{\"id\":\"x\"}", "r.json:1:1: the document needs the key 'title'" },
        { "[]", "r.json:1:1: the document must be an object, but is a list" },
        { "{\"ident\":1}", "r.json:1:2: ident is not a known key; remove it or use one of: id, " },
        { "{", "r.json:1:" },
    };
    for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
        struct rubric rubric = { .id = "untouched" };
        struct err err = { 0 };
        cr_assert_not(load(mistakes[i].text, &rubric, &err), "%s", mistakes[i].complaint);
        cr_assert(strstr(err.text, mistakes[i].complaint), "%s\nbut got: %s", mistakes[i].complaint,
                  err.text);
        cr_assert_eq(strncmp(err.text, "r.json:", 7), 0);
        cr_assert_null(strchr(err.text, '\n'));
        cr_assert_eq(err.kind, ERR_INPUT);
        cr_assert_str_eq(rubric.id, "untouched");
    }
}

Test(rubric_load, a_file_that_is_not_there_is_named)
{
    struct rubric rubric;
    struct err err = { 0 };
    cr_assert_not(rubric_load("/nonexistent/rubric.json", &arena, &rubric, &err));
    cr_assert(strstr(err.text, "/nonexistent/rubric.json"));
    cr_assert_eq(err.kind, ERR_INPUT);
}

Test(rubric_load, any_cut_or_changed_byte_is_an_error_or_a_rubric_and_never_a_crash)
{
    static const char text[] = RUBRIC(TESTS("a", "50") "," TESTS("b", "50"));
    for (size_t at = 0; at < sizeof text - 1; at++)
        for (const char *c = "\"{}[],:0\\ \xff"; *c; c++) {
            char copy[sizeof text];
            memcpy(copy, text, sizeof text);
            copy[at] = *c;
            struct rubric rubric;
            struct err err = { 0 };
            if (!load(copy, &rubric, &err))
                cr_assert_eq(strncmp(err.text, "r.json:", 7), 0, "%s", err.text);
            copy[at] = '\0';
            SCOPED_ARENA cut = { 0 };
            cr_assert_not(rubric_parse("r.json", str_of(copy), &cut, &rubric, &err));
        }
}

#define WITH(id, weight, more)                                                                     \
    "{\"id\":\"" id "\",\"title\":\"t\",\"part\":\"correctness\",\"evidence\":\"test groups\","    \
    "\"weight\":" weight ",\"in_force\":true,\"levels\":" LEVELS "," more "}"
#define RUBRIC_AND(criteria, more)                                                                 \
    "{\"id\":\"x\",\"title\":\"X\",\"pass_percent\":70,\"show_remarks\":3,\"show_cases\":2,"       \
    "\"solution_roots\":[\"\"],\"criteria\":[" criteria "]," more "}"
#define TWO TESTS("a", "40") "," TESTS("b", "60")

Test(rubric_load, scales_caps_and_adjustments_are_read)
{
    struct rubric rubric;
    struct err err = { 0 };
    cr_assert(load(RUBRIC_AND(WITH("a", "40",
                                   "\"scale\":[{\"at\":0,\"pays\":0.1},{\"at\":1,\"pays\":0.9}],"
                                   "\"caps\":[{\"when\":\"run error\",\"most_share\":0.25,"
                                   "\"text\":\"No.\"}]") "," TESTS("b", "60"),
                              "\"problems\":[{\"id\":\"p\",\"pass_percent\":90,\"criteria\":"
                              "[{\"id\":\"a\",\"weight\":70},{\"id\":\"b\",\"weight\":30,"
                              "\"in_force\":false}]}],"
                              "\"advice\":[{\"about\":\"time limit\",\"change\":\"Think.\","
                              "\"read_on\":\"https://example.org/a?b=1#c\"}]"),
                   &rubric, &err),
              "%s", err.text);
    cr_assert_eq(rubric.criteria[0].scale_count, 2);
    cr_assert_float_eq(rubric.criteria[0].scale[1].pays, 0.9, 1e-12);
    cr_assert_eq(rubric.criteria[0].caps[0].when, CAP_RUN_ERROR);
    cr_assert_eq(rubric.adjustment_count, 1);
    struct rubric ours = rubric_adjusted(&rubric, rubric_adjustment_of(&rubric, "p"), &arena);
    cr_assert_float_eq(ours.pass_percent, 90, 1e-12);
    cr_assert_float_eq(ours.criteria[0].weight, 70, 1e-12);
    cr_assert_not(ours.criteria[1].in_force);
    cr_assert_float_eq(rubric.criteria[0].weight, 40, 1e-12);
    cr_assert_null(rubric_adjustment_of(&rubric, "q"));
    cr_assert_str_eq(rubric.advice[ADVICE_TIME_LIMIT].change, "Think.");
    cr_assert_null(rubric.advice[ADVICE_RUN_ERROR].change);
}

Test(rubric_load, each_mistake_in_what_is_optional_has_one_clear_line)
{
    static const struct {
        const char *text, *complaint;
    } mistakes[] = {
        { RUBRIC(WITH("a", "100", "\"scale\":[{\"at\":0,\"pays\":0}]")),
          "criteria[0].scale must have 2 to 16 corners, but has 1" },
        { RUBRIC(WITH("a", "100", "\"scale\":[{\"at\":0,\"pays\":0},{\"at\":0.9,\"pays\":1}]")),
          "criteria[0].scale must begin with 'at' 0 and end with 'at' 1" },
        { RUBRIC(WITH("a", "100", "\"scale\":[{\"at\":0,\"pays\":0.5},{\"at\":1,\"pays\":0.4}]")),
          "criteria[0].scale[1] must have a higher 'at' than the corner before it and must not" },
        { RUBRIC(WITH("a", "100", "\"scale\":[{\"at\":0,\"pays\":0},{\"at\":1,\"pays\":1.1}]")),
          "criteria[0].scale[1].pays must lie between 0 and 1" },
        { RUBRIC(WITH("a", "100",
                      "\"caps\":[{\"when\":\"bad luck\",\"most_share\":0,\"text\":\"t\"}]")),
          "criteria[0].caps[0].when must be one of \"compile error\", \"a sample fails\"" },
        { RUBRIC(WITH("a", "100",
                      "\"caps\":[{\"when\":\"run error\",\"most_share\":0,\"text\":\"t\"},"
                      "{\"when\":\"run error\",\"most_share\":0.5,\"text\":\"t\"}]")),
          "criteria[0].caps[1] is for \"run error\", which caps[0] is for already" },
        { RUBRIC(WITH("a", "100", "\"dimension\":\"memory\"")),
          "criteria[0].dimension goes only with evidence \"quality\"; remove it" },
        { RUBRIC_AND(TWO,
                     "\"problems\":[{\"id\":\"p\",\"criteria\":[{\"id\":\"a\",\"weight\":50}]}]"),
          "problems[0] has weights that add up to 110; they must add up to 100" },
        { RUBRIC_AND(TWO,
                     "\"problems\":[{\"id\":\"p\",\"criteria\":[{\"id\":\"c\",\"weight\":50}]}]"),
          "problems[0].criteria[0] names the criterion \"c\", which the rubric does not have" },
        { RUBRIC_AND(TWO,
                     "\"problems\":[{\"id\":\"p\",\"criteria\":[{\"id\":\"a\"},{\"id\":\"a\"}]}]"),
          "problems[0].criteria[1] changes the criterion \"a\" a second time" },
        { RUBRIC_AND(TWO, "\"problems\":[{\"id\":\"p\"},{\"id\":\"p\"}]"),
          "problems[1] is for problem \"p\", which another one is for already" },
        { RUBRIC_AND(TWO,
                     "\"problems\":[{\"id\":\"p\",\"criteria\":[{\"id\":\"a\",\"in_force\":false},"
                     "{\"id\":\"b\",\"in_force\":false}]}]"),
          "problems[0] has no criterion in force" },
        { RUBRIC_AND(TWO, "\"advice\":[{\"about\":\"life\"}]"),
          "advice[0].about must be one of \"compile error\"" },
        { RUBRIC_AND(TWO,
                     "\"advice\":[{\"about\":\"warning\",\"read_on\":\"http://example.org\"}]"),
          "advice[0].read_on must be an address that begins with https://" },
        { RUBRIC_AND(TWO,
                     "\"advice\":[{\"about\":\"warning\",\"read_on\":\"https://e/'onclick\"}]"),
          "advice[0].read_on must be an address" },
        { RUBRIC_AND(TWO, "\"advice\":[{\"about\":\"warning\",\"change\":\"a\"},"
                          "{\"about\":\"warning\",\"change\":\"b\"}]"),
          "advice[1] is about \"warning\" a second time" },
    };
    for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
        struct rubric rubric;
        struct err err = { 0 };
        cr_assert_not(load(mistakes[i].text, &rubric, &err), "%s", mistakes[i].complaint);
        cr_assert(strstr(err.text, mistakes[i].complaint), "%s\nbut got: %s", mistakes[i].complaint,
                  err.text);
    }
}

#define GROWTH(more)                                                                               \
    "{\"id\":\"a\",\"title\":\"t\",\"part\":\"complexity\",\"evidence\":\"growth\","               \
    "\"weight\":100,\"in_force\":true,\"levels\":" LEVELS "," more "}"

Test(rubric_load, the_terms_of_growth_are_read)
{
    struct rubric rubric;
    struct err err = { 0 };
    cr_assert(
        load(RUBRIC_AND(GROWTH("\"growth\":{\"resource\":\"memory\",\"by\":\"steps\","
                               "\"not_passing_pays\":0.25,\"distance\":[{\"at\":0,\"pays\":1},"
                               "{\"at\":2.5,\"pays\":0}]}"),
                        "\"problems\":[{\"id\":\"p\",\"criteria\":[{\"id\":\"a\",\"distance\":"
                        "[{\"at\":0,\"pays\":0.5}]}]}]"),
             &rubric, &err),
        "%s", err.text);
    const struct rubric_growth *growth = &rubric.criteria[0].growth;
    cr_assert(growth->need == NEED_MEMORY && growth->by == DISTANCE_STEPS);
    cr_assert_float_eq(growth->not_passing_pays, 0.25, 1e-12);
    cr_assert(growth->corner_count == 2 && growth->corners[1].at == 2.5);
    struct rubric ours = rubric_adjusted(&rubric, rubric_adjustment_of(&rubric, "p"), &arena);
    cr_assert(ours.criteria[0].growth.corner_count == 1);
    cr_assert(ours.criteria[0].growth.corners[0].pays == 0.5);
    cr_assert(load(RUBRIC(GROWTH("\"comment\":0")), &rubric, &err), "%s", err.text);
    cr_assert(rubric.criteria[0].growth.need == NEED_ALL);
}

Test(rubric_load, each_mistake_in_the_terms_of_growth_has_one_clear_line)
{
    static const struct {
        const char *text, *complaint;
    } mistakes[] = {
        { RUBRIC(GROWTH("\"growth\":{\"resource\":\"disk\"}")),
          "criteria[0].growth.resource must be one of \"time\", \"heap\", \"stack\", "
          "\"memory\", \"all\"" },
        { RUBRIC(GROWTH("\"growth\":{\"by\":\"miles\"}")),
          "criteria[0].growth.by must be one of \"excess exponent\", \"steps\"" },
        { RUBRIC(GROWTH("\"growth\":{\"by\":\"steps\"}")),
          "criteria[0].growth says what the distance is measured in, but has no 'distance'" },
        { RUBRIC(GROWTH("\"growth\":{\"distance\":[]}")),
          "criteria[0].growth.distance must have 1 to 16 corners, but has 0" },
        { RUBRIC(GROWTH("\"growth\":{\"distance\":[{\"at\":1,\"pays\":1}]}")),
          "criteria[0].growth.distance[0] must have 'at' 0" },
        { RUBRIC(GROWTH("\"growth\":{\"distance\":[{\"at\":0,\"pays\":0.5},"
                        "{\"at\":1,\"pays\":0.6}]}")),
          "criteria[0].growth.distance[1] must have a higher 'at' than the corner before it and "
          "must not pay more" },
        { RUBRIC(GROWTH("\"growth\":{\"distance\":[{\"at\":0,\"pays\":2}]}")),
          "criteria[0].growth.distance[0].pays must lie between 0 and 1" },
        { RUBRIC(GROWTH("\"growth\":{\"not_passing_pays\":-1}")),
          "criteria[0].growth.not_passing_pays must lie between 0 and 1" },
        { RUBRIC(GROWTH("\"growth\":{\"speed\":1}")),
          "criteria[0].growth.speed is not a known key" },
        { RUBRIC(WITH("a", "100", "\"growth\":{}")),
          "criteria[0].growth goes only with evidence \"growth\"; remove it" },
        { RUBRIC_AND(TWO, "\"problems\":[{\"id\":\"p\",\"criteria\":[{\"id\":\"a\","
                          "\"distance\":[{\"at\":0,\"pays\":1}]}]}]"),
          "problems[0].criteria[0].distance goes only with evidence \"growth\"; remove it" },
    };
    for (size_t i = 0; i < COUNT_OF(mistakes); i++) {
        struct rubric rubric;
        struct err err = { 0 };
        cr_assert_not(load(mistakes[i].text, &rubric, &err), "%s", mistakes[i].complaint);
        cr_assert(strstr(err.text, mistakes[i].complaint), "%s\nbut got: %s", mistakes[i].complaint,
                  err.text);
        cr_assert_eq(strncmp(err.text, "r.json:", 7), 0);
    }
}

Test(rubric_load, every_bundled_rubric_loads)
{
    static const char *const names[] = { "default", "interview", "course", "strict" };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct rubric rubric;
        struct err err = { 0 };
        const char *path = arena_printf(&arena, TREE "/rubrics/%s.json", names[i]);
        cr_assert(rubric_load(path, &arena, &rubric, &err), "%s", err.text);
        cr_assert_str_eq(rubric.id, i == 0 ? "interview" : names[i]);
    }
}

static char folder[40];

static void remove_folder(void)
{
    static const char *const names[] = { "default.json", "other.json" };
    for (size_t i = 0; folder[0] && i < COUNT_OF(names); i++)
        unlink(arena_printf(&arena, "%s/%s", folder, names[i]));
    if (folder[0])
        rmdir(folder);
    release();
}

TestSuite(rubric_stand_in, .fini = remove_folder);

/* default.json of a folder of its own holds this, other.json beside it the other if there is one.
 */
static const char *stand_in(const char *text, const char *other)
{
    struct err err = { 0 };
    if (folder[0] == '\0') {
        strcpy(folder, "/tmp/rubrics-XXXXXX");
        cr_assert(mkdtemp(folder) != NULL);
    }
    const char *path = arena_printf(&arena, "%s/default.json", folder);
    cr_assert(file_write(path, text, strlen(text), &err), "%s", err.text);
    const char *beside = arena_printf(&arena, "%s/other.json", folder);
    unlink(beside);
    cr_assert(!other || file_write(beside, other, strlen(other), &err), "%s", err.text);
    return path;
}

Test(rubric_stand_in, a_file_may_stand_for_a_rubric_beside_it)
{
    struct rubric rubric;
    struct err err = { 0 };
    const char *one = RUBRIC(TESTS("a", "100"));
    const char *path = stand_in("{\"comment\": 1, \"use\": \"other\"}", one);
    cr_assert(rubric_load(path, &arena, &rubric, &err), "%s", err.text);
    cr_assert_str_eq(rubric.criteria[0].id, "a");
}

Test(rubric_stand_in, is_refused_where_it_is_wrong)
{
    static const struct {
        const char *text, *other, *said;
    } wrong[] = {
        { "{\"use\": \"other\"}", NULL, "other.json" },
        { "{\"use\": \"../other\"}", "{}", "default.json:1:9: use must be made of" },
        { "{\"use\": \"other\", \"id\": \"x\"}", "{}", "default.json:1:18: " },
        { "{\"use\": 7}", "{}", "default.json:1:9: use must be a text" },
        { "{\"use\": \"other\"}", "{\"use\": \"other\"}", "other.json:1:2: " },
        { "[\"use\"]", NULL, "default.json:1:1: " },
    };
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct rubric rubric;
        struct err err = { 0 };
        const char *path = stand_in(wrong[i].text, wrong[i].other);
        cr_expect(!rubric_load(path, &arena, &rubric, &err), "%s", wrong[i].text);
        cr_expect(strstr(err.text, wrong[i].said) != NULL, "'%s' in: %s", wrong[i].said, err.text);
    }
}

/* The schema says what a person reads; python's validator is the judge. */
Test(rubric_load, the_bundled_rubrics_are_valid_by_their_schema)
{
    cr_assert_eq(system("/usr/bin/python3 -c \"import json,jsonschema,glob;"
                        "s=json.load(open('" TREE "/grader/rubric/rubric.schema.json'));"
                        "jsonschema.Draft202012Validator.check_schema(s);"
                        "files=glob.glob('" TREE "/rubrics/*.json');assert len(files)>=4;"
                        "[jsonschema.Draft202012Validator(s).validate(json.load(open(f)))"
                        " for f in files]\""),
                 0);
}

/* Words are in the code and in the schema: neither may know one that the other doesn't. */
Test(rubric_load, the_schema_lists_the_words_that_are_known)
{
    SCOPED_BUF code;
    buf_init(&code, 8192);
    buf_puts(&code, "/usr/bin/python3 -c \"import json;d=json.load(open('" TREE
                    "/grader/rubric/rubric.schema.json'))['\\$defs'];"
                    "assert d['criterion']['properties']['evidence']['enum']==[");
    for (unsigned i = 0; i < EVIDENCE_COUNT; i++)
        buf_printf(&code, "'%s',", evidence_kind_name((enum evidence_kind)i));
    buf_puts(&code, "];assert d['cap']['properties']['when']['enum']==[");
    for (unsigned i = 0; i < CAP_COUNT; i++)
        buf_printf(&code, "'%s',", cap_condition_name((enum cap_condition)i));
    buf_puts(&code, "];assert d['growth']['properties']['resource']['enum']==[");
    for (unsigned i = 0; i < NEED_COUNT; i++)
        buf_printf(&code, "'%s',", growth_need_name((enum growth_need)i));
    buf_puts(&code, "];assert d['growth']['properties']['by']['enum']==[");
    for (unsigned i = 0; i < DISTANCE_COUNT; i++)
        buf_printf(&code, "'%s',", growth_distance_name((enum growth_distance_kind)i));
    buf_puts(&code, "];assert d['advice']['properties']['about']['enum']==[");
    for (unsigned i = 0; i < ADVICE_COUNT; i++)
        buf_printf(&code, "'%s',", advice_topic_name((enum advice_topic)i));
    buf_puts(&code, "]\"");
    cr_assert(buf_ok(&code));
    cr_assert_eq(system(buf_text(&code)), 0);
}
