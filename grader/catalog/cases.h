/* cases.h - the files of one folder below data/ become test cases. Private to grader/catalog. */
#ifndef GRADER_CATALOG_CASES_H
#define GRADER_CATALOG_CASES_H

#include "grader/catalog/generators.h"
#include "grader/catalog/loader.h"
#include "grader/catalog/settings.h"

enum { CASE_MAX = 10000, CASE_FILE_MAX = 1000 };

/* What a file is to its case. One bit each of case_rules.pieces. */
enum piece_kind {
    PIECE_INPUT,
    PIECE_ANSWER,
    PIECE_SETTINGS, /* .yaml */
    PIECE_HINT,
    PIECE_DESCRIPTION,
    PIECE_OUT,
    PIECE_IN_STATEMENT,
    PIECE_ANS_STATEMENT,
    PIECE_IN_DOWNLOAD,
    PIECE_ANS_DOWNLOAD,
    PIECE_INTERACTION,
    PIECE_IMAGE,
    PIECE_FILES, /* a folder */
    PIECE_MADE,  /* no file: our own generators/tests.yaml */
    PIECE_COUNT,
};

/* What the format wants where the folder lies. */
struct case_rules {
    unsigned pieces;            /* that are known there; others are left out with a warning */
    unsigned required;          /* that every case has */
    const char *group_files[3]; /* of the group itself, NULL behind the last */
    bool is_strict;             /* a file without its case is an error; else it is a warning */
};

/* Of the three formats' sample and secret. */
extern const struct case_rules case_rules_2025_09, case_rules_draft, case_rules_legacy;

struct case_list {
    struct test_case *cases;
    size_t count, capacity;
};

struct piece {
    const char *base; /* the case's name: "secret/1-small/03" */
    enum piece_kind kind;
    const struct entry *file;
    const struct made_test *made;
};

struct case_reading {
    struct loader *loader;
    const struct case_rules *rules;
    struct test_group *group; /* NULL: none */
    struct settings settings; /* what the cases inherit */
    struct piece *pieces;
    size_t count, capacity;
};

/*
 * Takes the files of a folder, and of the folders in it when `go_down`. cases_collect_made adds the
 * tests that are to be made for a group. ERR_INPUT: a folder with the name of a case, too deep.
 */
bool cases_collect(struct case_reading *reading, const struct listing *listing, bool go_down,
                   struct err *err) MUST_CHECK;
void cases_collect_made(struct case_reading *reading, const struct made_group *made);

/*
 * Makes the cases of what was collected, by name, and appends them. ERR_INPUT: half a case, a file
 * without one, a made test that is also a file, files that exclude each other, a wrong .yaml.
 */
bool cases_finish(struct case_reading *reading, struct case_list *out, struct err *err) MUST_CHECK;

/* Appends one list to the other; ERR_INPUT above CASE_MAX. */
bool cases_append(struct loader *loader, struct case_list *to, const struct case_list *from,
                  struct err *err) MUST_CHECK;

#endif
