/* package.h - a problem package as data: limits, tests, groups, programs. Formats: ICPC/Kattis
 * legacy, 2023-07-draft, 2025-09. */
#ifndef GRADER_MODEL_PACKAGE_H
#define GRADER_MODEL_PACKAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/model/source.h"
#include "grader/model/verdict.h"

enum package_kind {
    PACKAGE_PASS_FAIL = 0,
    PACKAGE_SCORING = 1 << 0,
    PACKAGE_INTERACTIVE = 1 << 1,
    PACKAGE_MULTI_PASS = 1 << 2,
    PACKAGE_SUBMIT_ANSWER = 1 << 3,
};

/* All limits in plain units; the format's MiB and seconds are converted by the catalog. */
struct package_limits {
    uint64_t time_limit_us; /* 0: not given, to be measured from the accepted submissions */
    double ac_to_time_limit, time_limit_to_tle;
    uint64_t time_resolution_us;
    uint64_t memory_bytes, output_bytes, code_bytes;
    uint64_t compilation_time_us, compilation_memory_bytes;
    uint64_t validation_time_us, validation_memory_bytes, validation_output_bytes;
    unsigned validation_passes; /* of a multi-pass problem, at most */
};

struct word_list {
    const char **words;
    size_t count;
};

/* ---- programs ---- */

/* How a program of the package (a validator, a grader) is made and started. */
enum program_kind {
    PROGRAM_C,       /* one file or more, compiled together */
    PROGRAM_CPP,     /* likewise */
    PROGRAM_PYTHON3, /* `python3 entry_point`, in the program's folder */
    PROGRAM_SCRIPT,  /* a folder with `build` or `run`: run build if there, then start run */
    PROGRAM_OTHER,   /* VIVA, Checktestdata, Java …: not run by us, and named */
};

struct package_program {
    struct source_set sources; /* name: "validate" for input_validators/validate.c */
    const char *place;         /* "input_validators/validate.c": for messages */
    enum program_kind kind;
    const char *entry_point;     /* of Python: "validate.py", "__main__.py"; else NULL */
    bool has_build, has_run;     /* of a script */
    bool is_build_executable;    /* the file's mode says so; false is tolerated with a warning */
    bool is_run_executable;      /* likewise; true when build is to make it */
    const char *language_ending; /* ".viva" of PROGRAM_OTHER, "" when unclear; else NULL */
};

/* ---- groups ---- */

/* Which of the format's two generations of rules says how results of cases become one. */
enum package_grading {
    PACKAGE_GRADING_GROUPS,  /* 2025-09: test_group.max_score, aggregation, require_pass */
    PACKAGE_GRADING_GRADERS, /* legacy and 2023-07-draft: test_group.grader, bottom up */
};

enum score_aggregation { SCORE_PASS_FAIL, SCORE_SUM, SCORE_MIN };

enum grader_verdict_mode { GRADER_WORST_ERROR, GRADER_FIRST_ERROR, GRADER_ALWAYS_ACCEPT };
enum grader_score_mode { GRADER_SUM, GRADER_AVG, GRADER_MIN, GRADER_MAX };

/* What testdata.yaml says of a group; what it does not say comes from the group above. */
struct grader_settings {
    bool breaks_on_reject;  /* on_reject: the first rejected case or group ends its group */
    bool is_custom;         /* package.grader is run with `flags`; else the default grader */
    struct word_list flags; /* as given */
    enum grader_verdict_mode verdict_mode; /* of the default grader, parsed from flags */
    enum grader_score_mode score_mode;
    bool ignores_sample; /* only of the root */
    bool accepts_if_any_accepted;
    double accept_score, reject_score; /* of a case whose validator wrote no score.txt */
    double least_score, most_score;    /* range; -INFINITY and INFINITY when not given */
};

/*
 * A folder below data/. 2025-09: "sample", "secret" or "secret/NAME". The older formats: any depth,
 * and data/ itself, named "data", is the root above sample and secret.
 */
struct test_group {
    const char *name;
    struct test_group *parent; /* NULL: none above it */

    /* 2025-09 */
    double max_score; /* INFINITY: unbounded */
    enum score_aggregation aggregation;
    struct word_list require_pass;  /* names of groups */
    bool has_static_validation;     /* the static validator is run once for the group */
    double static_validation_score; /* the most it pays; 0 when it only passes or fails */
    struct word_list static_validator_args;

    struct grader_settings grader; /* the older formats */
};

/* ---- test cases ---- */

/* A file that a case puts into the submission's working folder: NAME.files/words/en.txt. */
struct case_file {
    const char *name; /* "words/en.txt" */
    const char *path; /* absolute */
};

/* How a test's input is made: a program below generators/ and its words; "{seed}" in a word becomes
 * the test's seed. */
struct generator_call {
    const char *program; /* "ops" for generators/ops.c */
    struct word_list words;
    unsigned line; /* in generators/tests.yaml */
};

struct test_case {
    const char *name; /* below data/, without the ending: "secret/2-random/small-01" */
    struct test_group *group;
    const char *input_path;                 /* NULL until made, when there is a call */
    const char *answer_path;                /* likewise */
    const struct generator_call *call;      /* NULL: the files are in the package */
    const char *hint;                       /* for a candidate whose run failed; NULL: none */
    const char *description;                /* for judges only; NULL: none */
    struct word_list args;                  /* of the submission's program */
    struct word_list output_validator_args; /* of every output validator that is run */
    const struct package_program *only_output_validator; /* NULL: all are run, the normal case */
    struct word_list *input_validator_args; /* one an input validator of the package, in its order;
                                               the case's args come behind it; NULL: none there */
    bool full_feedback; /* may be shown to the candidate after failing: true in sample by default */
    const struct case_file *files; /* by name */
    size_t file_count;

    /* What people see instead of input and answer, or beside them; NULL: no such file. */
    const char *out_path;           /* .out: a sample output that must be accepted */
    const char *in_statement_path;  /* .in.statement */
    const char *ans_statement_path; /* .ans.statement */
    const char *interaction_path;   /* .interaction */
};

/* Data that tests the validators, not the submissions. */
enum probe_kind { PROBE_INVALID_INPUT, PROBE_INVALID_OUTPUT, PROBE_VALID_OUTPUT };

struct data_probe {
    enum probe_kind kind;
    struct test_case test; /* name "invalid_output/two"; group NULL; out_path the output in
                              question; answer_path and out_path NULL for an invalid input */
};

/* ---- submissions ---- */

/* Verdicts that a submission's folder or submissions.yaml permits and requires. */
struct expectation {
    bool permitted[VERDICT_COUNT];
    bool required[VERDICT_COUNT]; /* at least one of these must occur; none set: no requirement */
};

enum time_limit_use { TIME_LIMIT_BY_FOLDER, TIME_LIMIT_UNUSED, TIME_LIMIT_LOWER, TIME_LIMIT_UPPER };

/* One requirement on an example submission, for all cases or for some; all of them must hold. */
struct submission_rule {
    const char *origin;  /* "submissions/submissions.yaml:3", "folder 'accepted'": for messages */
    const bool *applies; /* one a case of the package, in its order; NULL: to all */
    const struct test_group *group; /* that the rule is about; NULL: none or several */
    struct expectation expected;
    bool has_score; /* the score of the group, or of all, is within [score_least, score_most] */
    double score_least, score_most;
    bool is_partial;     /* accepted as a whole, but with less than the best score */
    const char *message; /* must be part of some judge message; "": none */
    enum time_limit_use time_limit_use;
};

struct package_submission {
    struct source_set sources;            /* name: "accepted/reference.c" or "accepted/folder" */
    const char *folder;                   /* "accepted" */
    const char *language;                 /* "c", "cpp", "python3", "answers" (a folder of outputs,
                                             submit-answer); others are skipped and named */
    const char *entry_point;              /* NULL: the language's own */
    struct expectation expected;          /* of the rules for all cases, taken together */
    const struct submission_rule **rules; /* the folder's first */
    size_t rule_count;
    bool is_model_solution;
    enum time_limit_use time_limit_use;
};

/* A fault of the model solution that no test can notice, and why: faults.yaml, our own addition. */
struct equivalent_fault {
    const char *file;   /* "reference.c" */
    const char *line;   /* the source line without the blanks around it */
    const char *change; /* "`<` → `<=`" */
    const char *reason;
    unsigned at_line; /* of faults.yaml */
};

/* A statement in one language. */
struct package_statement {
    const char *language; /* "en" */
    const char *place;    /* "statement/problem.en.md" */
    const char *path;     /* absolute */
};

struct package {
    const char *id;             /* the folder's name */
    const char *path;           /* of the package, as given */
    const char *folder;         /* absolute; of a packed package, where it is unpacked */
    const char *format;         /* "legacy", "legacy-icpc", "2023-07-draft", "2025-09" */
    const char *name;           /* English, or the first language given */
    const char *uuid;           /* NULL: none, in the older formats */
    const char *statement_path; /* the best for us to show; NULL: none in a language we show */
    struct package_statement *statements; /* all */
    size_t statement_count;
    unsigned kinds; /* enum package_kind, or-ed */
    enum package_grading grading;
    bool objective_is_min;      /* scoring, legacy: the least score is the best */
    bool shows_group_results;   /* scoring, legacy: show_test_data_groups */
    bool validator_gives_score; /* `validation: custom score`, and every scoring 2025-09 package */
    struct package_limits limits;
    struct word_list languages; /* of submissions; count 0: all */
    bool allow_file_writing;
    struct test_group *root;    /* of data/ itself in the older formats, else NULL */
    struct test_group **groups; /* a parent before its groups; 2025-09: sample, secret, then its
                                   groups by name; else data, sample and what is in it, secret … */
    size_t group_count;
    struct test_case *cases; /* in the order of judging: sample first, by group, by name */
    size_t case_count;
    struct data_probe *probes; /* by kind, then by name */
    size_t probe_count;
    struct source_set include;         /* for C: include/default/ and include/c/, overlaid */
    struct source_set include_cpp;     /* likewise for C++ */
    struct source_set include_python3; /* likewise for Python 3 */
    struct package_program *output_validators; /* none: the default validator; several only in
                                                  legacy: all must accept, in this order */
    size_t output_validator_count;
    struct package_program *input_validators; /* all must accept; by name */
    size_t input_validator_count;
    const struct package_program *static_validator; /* NULL: none */
    const struct package_program *grader;           /* legacy graders/; NULL: none */
    struct source_set *generators;                  /* name: "ops" */
    size_t generator_count;
    struct package_submission *submissions; /* by name */
    size_t submission_count;
    struct equivalent_fault *equivalents; /* as in faults.yaml */
    size_t equivalent_count;
    const char **warnings; /* what was tolerated, each with its file and line */
    size_t warning_count;
    const char *content_hash; /* of every byte that decides tests and judging */
};

#endif
