/* cmd_growth.c - grader growth: only how the cost of one solution grows. */
#include "grader/cli/commands.h"
#include "grader/cli/growth_json.h"
#include "grader/cli/growth_text.h"
#include "grader/cli/options.h"
#include "grader/cli/print.h"
#include "grader/cli/setup.h"
#include "grader/pipeline/grow.h"
#include "grader/pipeline/pipeline.h"
#include "grader/report/disclose.h"

static const char help[] =
    "usage: grader growth PACKAGE SOURCE… [OPTION]…\n"
    "\n"
    "Measures how the cost of one solution (C files, or a folder of them) grows with its input, "
    "by\n"
    "counting the work it does on the inputs of the package's growth.yaml: the class of time, "
    "heap\n"
    "and stack, how sure that is, and whether it is as required. A solution is judged first: only\n"
    "one that passes, or is no more than too slow, is measured, for what is wrong or crashes may "
    "be\n"
    "fast because of that.\n"
    "\n"
    "With a second parameter (m) there are no classes: the time, and each line, is told by the\n"
    "powers of n and m by which it grows faster than the expression that growth.yaml requires.\n"
    "\n"
    "What could make a count false is looked for in the tree that clang makes of the source\n"
    "(assembly, attributes, however they are written), in its object files, in the CPU time and\n"
    "in repeats; qemu-x86_64, where it is installed, settles it, else a person should look.\n"
    "\n"
    "  --json             the result as JSON\n"
    "  --unjudged         measure it whatever it answers\n"
    "  --key FILE         secret key of the inputs' seeds (the public practice key)\n"
    "  --protection P     refuse to run with less: full, standard, minimal (standard)\n"
    "\n"
    "Exit code: 0 as required, 1 not as required, suspicious, or not passing its tests, 2 usage or "
    "bad\n"
    "input, 3 not measured.\n"
    "\n"
    "Examples:\n"
    "  grader growth problems/lrucache mycache.c\n"
    "  grader growth problems/longestincreasing solutions/longestincreasing --json\n";

struct growth_options {
    const char *key;
    int protection;
    bool json, unjudged;
};

#define AT(member) offsetof(struct growth_options, member)
static const struct option table[] = {
    { "--json", OPTION_FLAG, AT(json), NULL },
    { "--unjudged", OPTION_FLAG, AT(unjudged), NULL },
    { "--key", OPTION_TEXT, AT(key), NULL },
    { "--protection", OPTION_WORD, AT(protection), setup_protections },
};

/* ---- the command ---- */

/* What is to be shown, from either way. */
struct result {
    const char *package_id;
    enum verdict verdict; /* VERDICT_NONE: not judged */
    struct growth growth;
};

static bool measure_unjudged(const struct setup *setup, const struct text_list *operands,
                             struct arena *arena, struct result *out, struct err *err)
{
    struct package package;
    const struct grow_one_request request = { .package_path = operands->at[0],
                                              .sources = operands->at + 1,
                                              .source_count = operands->count - 1 };
    if (!grow_one(&setup->means, &request, arena, &package, &out->growth, err))
        return false;
    out->package_id = package.id;
    out->verdict = VERDICT_NONE;
    return true;
}

static bool measure_judged(const struct setup *setup, const struct text_list *operands,
                           struct arena *arena, struct result *out, struct err *err)
{
    struct judged_one *judged = ARENA_NEW(arena, struct judged_one);
    const struct judge_one_request request = { .package_path = operands->at[0],
                                               .sources = operands->at + 1,
                                               .source_count = operands->count - 1,
                                               .stop = JUDGE_STOP_IN_GROUP };
    if (!pipeline_judge(&setup->means, &request, arena, judged, err))
        return false;
    const struct judgement *judgement = &judged->judgement;
    if (judgement->verdict == VERDICT_COMPILE_ERROR)
        return err_set(err, ERR_INPUT, "'%s' does not compile: %s", operands->at[1],
                       judgement->cause);
    if (!judged->growth)
        return err_set(err, ERR_INPUT,
                       "problem '%s' has no growth.yaml: nothing says how its cost may grow",
                       judgement->package->id);
    *out = (struct result){ judgement->package->id, judgement->verdict, *judged->growth };
    return true;
}

static void put_verdict(struct buf *out, enum verdict verdict)
{
    if (verdict != VERDICT_NONE && verdict != VERDICT_ACCEPTED)
        buf_printf(out, "judged: %s (%s)\n", verdict_code(verdict), verdict_phrase(verdict));
}

static bool measure(const struct growth_options *o, const struct text_list *operands,
                    struct arena *arena, struct growth *out, struct err *err)
{
    struct setup setup;
    struct result result;
    enum protection_level least = (enum protection_level)o->protection;
    if (o->unjudged ? !setup_make(&setup, least, o->key, arena, err) ||
                          !measure_unjudged(&setup, operands, arena, &result, err)
                    : !setup_for_judging(&setup, least, o->key, arena, err) ||
                          !measure_judged(&setup, operands, arena, &result, err))
        return false;
    SCOPED_BUF text;
    buf_init(&text, 16 << 20);
    if (o->json) {
        growth_json_put(&text, result.package_id, &result.growth);
    } else {
        put_verdict(&text, result.verdict);
        growth_text_put(&text, report_growth_of(&result.growth, arena));
    }
    *out = result.growth;
    print_bytes((struct str){ buf_text(&text), text.length });
    return true;
}

static int exit_code(const struct growth *growth)
{
    if (growth->not_measured)
        return growth->is_not_passing ? EXIT_BELOW : EXIT_NOT_GRADED;
    return growth_is_met(growth) && !*growth->suspicion ? EXIT_PASSED : EXIT_BELOW;
}

static int run(int argc, char **argv)
{
    SCOPED_ARENA arena = { 0 };
    struct growth_options options = { .protection = PROTECTION_STANDARD };
    struct text_list operands = { 0 };
    struct growth growth;
    struct err err = { 0 };
    if (!options_parse(table, COUNT_OF(table), argc, argv, &arena, &options, &operands, &err))
        return print_error(&err);
    if (operands.count < 2)
        err_set(&err, ERR_USAGE,
                "growth needs a package and at least one source (see 'grader growth --help')");
    else if (measure(&options, &operands, &arena, &growth, &err))
        return print_finish(exit_code(&growth));
    return print_error(&err);
}

const struct command command_growth = { "growth", "only how the cost of a solution grows", help,
                                        run };
