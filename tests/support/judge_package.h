/* judge_package.h - a small package with real files, and a fake program that does what its input
 * says. */
#ifndef TESTS_SUPPORT_JUDGE_PACKAGE_H
#define TESTS_SUPPORT_JUDGE_PACKAGE_H

#include "grader/base/arena.h"
#include "grader/judge/judge.h"
#include "tests/support/fake_runner.h"

enum { JUDGE_GROUPS_MAX = 8, JUDGE_CASES_MAX = 32, JUDGE_LIMIT_US = 1000000 };

/* A pass-fail package with the groups sample and secret; its files lie in a folder of its own. */
struct judge_package {
    struct package package;
    struct test_group groups[JUDGE_GROUPS_MAX];
    struct test_group *group_list[JUDGE_GROUPS_MAX];
    struct test_case cases[JUDGE_CASES_MAX];
    struct arena arena;
    char folder[160];
};
void judge_package_init(struct judge_package *p);
void judge_package_release(struct judge_package *p);

/* "sample", "secret", or a new group below secret. */
struct test_group *judge_package_group(struct judge_package *p, const char *name);
/* A case GROUP/NAME with these bytes as input and answer. */
struct test_case *judge_package_case(struct judge_package *p, const char *group, const char *name,
                                     const char *input, const char *answer);
/* The group needs these groups, at most two. */
void judge_package_require(struct judge_package *p, const char *group, const char *first,
                           const char *second);
void judge_package_validator_args(struct judge_package *p, struct test_case *test,
                                  const char *first, const char *second);
/* Groups and cases with verdicts as text: "sample:AC secret:WA | sample/1:AC …". */
const char *judge_package_summary(struct judge_package *p, const struct judgement *judgement);

/*
 * The fake program: each line of its input is a word and its rest.
 *   say TEXT     prints TEXT and a newline          exit N     exit status
 *   cpu A B …    CPU time, in microseconds, of its 1st, 2nd … run on this input (the last stays)
 *   end CODE CAUSE   the runner's verdict and cause
 * In a later pass, and when it talks with a validator, its script is that pass's input or its
 * first argument.
 * The fake output validator reads its answer file in the same language:
 *   exit N   end CODE CAUSE   judge TEXT   team TEXT   score TEXT   multiplier TEXT
 *   position TEXT   next TEXT (nextpass.in, of the first pass only)   again TEXT (of every pass)
 *   kept TEXT (its folder)
 * Other tools (static validator, grader, input validators) take their last argument, or their
 * input when they have none, as script.
 */
struct judge_program {
    struct judge_package *package;
    unsigned runs[JUDGE_CASES_MAX]; /* of each case */
};
void judge_program_attach(struct judge_program *program, struct judge_package *package,
                          struct fake_runner *fake);

/* A request for the package with a compiled program, JUDGE_ALL and a limit of one second. */
struct judge_request judge_package_request(const struct judge_package *p);

#endif
