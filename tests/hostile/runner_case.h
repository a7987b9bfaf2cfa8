/* runner_case.h - one hostile program: its source and what its header comment promises. */
#ifndef TESTS_HOSTILE_RUNNER_CASE_H
#define TESTS_HOSTILE_RUNNER_CASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A program starts with a comment of this form; every line but the first is optional, and a key
 * that is not in this list is an error:
 *
 *   hostile: what it tries
 *   limits: cpu=300 memory=64 output=64 wall=2000 processes=1      ms, MB, KB, ms
 *   accept: denied:socket|limit:cpu|signal:11|exit:0               any of them; exit:0 by default
 *   cause: text that the cause in words must hold
 *   runs: 2                                                        in one sandbox
 *   varies: why the accepted ends may differ from place to place   else they must be the same
 *   needs: namespaces                                              told, not judged, without them
 *   run: both|starter|plain|threads|dynamic|compile
 *
 * A program that gets through to what it wants prints ESCAPED.
 */
enum case_run { RUN_BOTH, RUN_STARTER, RUN_PLAIN, RUN_THREADS, RUN_DYNAMIC, RUN_COMPILE };
enum { CASE_ACCEPT_MAX = 8, CASE_RUN_COUNT = 6, CASES_MAX = 1000 };

struct hostile_case {
    char name[64];
    char path[256];
    char *source; /* owned */
    size_t size;
    uint64_t cpu_ms, memory_mb, output_kb, wall_ms, processes;
    char accept[CASE_ACCEPT_MAX][48];
    unsigned accept_count;
    char cause[96];
    uint64_t runs;
    bool varies, needs_namespaces;
    enum case_run run;
};

/* Reads folder/name.c. False with a message on standard error that names file and line. */
bool case_load(const char *folder, const char *name, struct hostile_case *out);
void case_release(struct hostile_case *c);
bool case_accepts(const struct hostile_case *c, const char *verdict);

#endif
