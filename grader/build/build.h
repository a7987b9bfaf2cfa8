/* build.h - sources become an executable or a compile error. */
#ifndef GRADER_BUILD_BUILD_H
#define GRADER_BUILD_BUILD_H

#include <stdint.h>

#include "grader/base/arena.h"
#include "grader/base/attr.h"
#include "grader/base/err.h"
#include "grader/base/hash.h"
#include "grader/model/judgement.h"
#include "grader/model/package.h"
#include "grader/model/program.h"
#include "grader/model/source.h"
#include "grader/run/runner.h"

enum build_mode {
    BUILD_RUN,  /* a candidate's or a package's submission */
    BUILD_TOOL, /* a generator or a validator: no starter */
    BUILD_MODE_COUNT
};

/* All are ceilings and none may be 0. */
struct build_limits {
    uint64_t cpu_us, memory_bytes;
    uint64_t code_bytes; /* of `sources` together, without `include` */
};
struct build_limits build_limits_of(const struct package_limits *limits);

/* Everything is borrowed for the call. */
struct build_request {
    struct source_set sources;
    const struct source_set *include; /* laid beside them, overwriting same names; NULL: none */
    enum build_mode mode;
    struct build_limits limits;
    enum program_kind kind;  /* PROGRAM_C unless said otherwise */
    const char *entry_point; /* of Python 3: the file that is run; NULL: main.py or the only one */
    bool has_build;          /* of a script: `build` is run first; `run` is there afterwards */
    struct str starter;      /* BUILD_RUN: the sandbox's starter, an object file; length 0: none */
    const char *compiler;    /* absolute path of a gcc; NULL: the first of the usual places */
};

enum {
    BUILD_LOG_MAX = 64 * 1024,                 /* bytes of the compiler's own lines that are kept */
    BUILD_SOURCES_MAX = 256,                   /* .c files of one program */
    BUILD_NAME_BYTES_MAX = 16 * 1024,          /* of their names together */
    BUILD_PATH_MAX = 240,                      /* bytes of one path */
    BUILD_FILES_MAX = 1000,                    /* all files that are laid */
    BUILD_PROGRAM_BYTES_MAX = 64 * 1024 * 1024 /* the executable, and all that gcc prints */
};

/*
 * C: compiles every .c file as C17 with gcc -O2 -static and links them; all other files are laid
 * beside them for #include. The candidate's files can neither replace nor shadow those of `include`
 * (same name, a folder of that name, a precompiled header), nor the starter or the program itself.
 * C++ likewise with g++ as C++20.
 *
 * True: *out_result tells what the compiler said, strings in the arena. When it is ok,
 * *out_executable is a descriptor that the caller owns; else it is a CE with its cause in words and
 * *out_executable is -1. No source file, too much code, a limit that the compiler ran into, a link
 * error are all CE. The log is the compiler's own and may name temporary files, which differ from
 * run to run; diagnostics don't.
 * False, outputs left alone: ERR_FAULT when there is no compiler, when it can't compile even an
 * empty program, or when the sandbox fails.
 */
bool build_program(struct runner *runner, const struct build_request *request, struct arena *arena,
                   struct compile_result *out_result, int *out_executable,
                   struct err *err) MUST_CHECK;

/*
 * The same for every kind. Python 3 is looked through for errors of syntax; a script's `build` runs
 * in a copy of its folder, boxed as the compiler is, and must leave a `run`. *out_built is what the
 * build made, to be kept: an executable, a folder as a tar archive, or an empty file when nothing
 * is made; build_start makes a program of it and of the request. PROGRAM_OTHER is ERR_INPUT.
 */
bool build_any(struct runner *runner, const struct build_request *request, struct arena *arena,
               struct compile_result *out_result, int *out_built, struct err *err) MUST_CHECK;

/* Takes over `built`, also when it fails (ERR_FAULT). What *out points to lives in the arena and in
 * the request's sources. */
bool build_start(const struct build_request *request, int built, struct arena *arena,
                 struct program *out, struct err *err) MUST_CHECK;

/* What makes a build what it is besides its sources: flags, the starter, and the compilers of this
 * machine. */
void build_hash(const struct build_request *request, struct hash *hash);
/* The part of it that is the same for all requests. */
void build_hash_compilers(struct hash *hash);

#endif
