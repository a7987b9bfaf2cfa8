/* sandbox.h - run a program that nobody trusts: a description in, facts out, or a fault. */
#ifndef SANDBOX_SANDBOX_H
#define SANDBOX_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Theory of operation
 *
 *   caller ──clone──> supervisor ──fork──> set-up ──exec──> program
 *      │                  │   ▲                                │ (with a starter linked in)
 *      └─ requests, ──────┘   └──────── clone(CLONE_PARENT) ───┘  one child of the supervisor for
 * each run results
 *
 * sandbox_open makes one supervisor, the first process of its namespaces (where the kernel offers
 * them) and the parent of everything that runs inside. sandbox_run sends it descriptors for input,
 * output and errors; the supervisor has the run made, holds its clocks, and answers with what the
 * kernel's wait status and accounting say. sandbox_close ends the supervisor, and with it whatever
 * still lives.
 *
 * A program that was linked with the starter (sandbox_starter_object) is executed once, fully
 * locked, and makes a fresh copy of itself for each run: one fork, no exec. Any other program is
 * executed anew for each run. Callers can't tell the difference but for the price.
 *
 * Channels, each with one writer: the request socket (caller and supervisor, both ours); the fault
 * pipe (only the set-up, it closes when the program starts, so no program can imitate a failed
 * set-up); the starter's socket (whatever comes from it is hostile: only its sender's pid, which
 * the kernel writes, is believed); the seccomp listener (the kernel's own words).
 *
 * The library knows nothing of problems, verdicts or formats, keeps no global state but a cache of
 * compiled filters, prints nothing, and never exits its caller. A process uses it from one thread
 * at a time.
 */

enum sandbox_profile {
    SANDBOX_PROGRAM, /* about forty calls; no file, process, thread, socket or signal to others */
    SANDBOX_THREADS, /* the same and threads, up to `processes` */
    SANDBOX_TOOL,    /* compilers and the like: the host's toolchain read-only, a private folder,
                        processes */
};

enum sandbox_layer {
    SANDBOX_LIMITS =
        1 << 0, /* rlimits, no_new_privs, no capabilities, closed descriptors, empty environment */
    SANDBOX_SECCOMP = 1 << 1, /* always there */
    SANDBOX_LANDLOCK =
        1 << 2, /* file system, TCP, abstract sockets, signals: as far as the kernel's ABI goes */
    SANDBOX_NAMESPACES = 1 << 3, /* pid, network, ipc, uts, mount; and user where we are not root */
    /* A control group of its own where one can be made: a backstop for the memory of several
     * processes; not in SANDBOX_PROGRAM, where it would cost a tenth of a run and hold nothing
     * more. */
    SANDBOX_CGROUP = 1 << 4,
    /* No address space randomisation: what depends on addresses (a hash of pointers, a read of a
     * stack never written) is the same in each run. It protects nobody: the program itself is the
     * attacker. Docker's default profile refuses it. */
    SANDBOX_ADDRESSES = 1 << 5,
};
enum { SANDBOX_LAYER_COUNT = 6 };

/* A file laid into the private folder: path relative, with '/' for folders, which are made. */
struct sandbox_file {
    const char *path;
    const void *bytes;
    size_t size;
};

/* All pointers are borrowed until sandbox_close. Every limit must be set; there is no "0 means
 * unlimited". */
struct sandbox_spec {
    enum sandbox_profile profile;
    int program; /* descriptor of an executable file; -1: argv[0] of each run is an absolute path */
    bool has_starter; /* SANDBOX_PROGRAM and SANDBOX_THREADS with `program` only */

    uint64_t cpu_us;       /* of one run, user and system */
    uint64_t wall_us;      /* of one run; a net, generous */
    uint64_t memory_bytes; /* peak resident memory and address space beyond the program's image */
    uint64_t output_bytes; /* standard output and error together; no file grows larger */
    unsigned processes;    /* processes or threads at once; 1 in SANDBOX_PROGRAM */

    /* SANDBOX_TOOL only. */
    const struct sandbox_file *files; /* laid into the private folder before each run */
    size_t file_count;
    const char *const *readable; /* host paths to be seen besides the toolchain, at the same place;
                                    NULL-ended or NULL */
    bool network;                /* the host's network; without it there is none */
    uint64_t space_bytes;        /* size of the private folder */
    unsigned space_inodes;       /* how many files and folders it may hold */

    unsigned without; /* layers to leave out, or-ed: for tests and for a configured lower level */
    int fail_step;    /* tests: the n-th step of set-up fails (from 1); 0: none */
};

enum { SANDBOX_COLLECT_MAX = 16, SANDBOX_ARG_BYTES_MAX = 32 * 1024, SANDBOX_ARGS_MAX = 512 };

/* One run. Descriptors are borrowed and become 0, 1 and 2 of the program. */
struct sandbox_io {
    const char *const *argv;   /* NULL-ended, at least argv[0] */
    int input, output, errors; /* output and errors: regular or memory files, so that a limit can
                                  hold them; or pipes (see sandbox_begin) */
    const struct sandbox_file *files; /* SANDBOX_TOOL: laid besides those of the spec */
    size_t file_count;
    const char *const
        *collect;   /* SANDBOX_TOOL: relative paths to bring back afterwards; NULL-ended or NULL */
    int *collected; /* out: one descriptor each, read-only, owned by the caller; -1: no such regular
                       file */
};

enum sandbox_end {
    SANDBOX_EXIT,   /* it ended by itself: exit_code */
    SANDBOX_SIGNAL, /* a signal that we did not send: signal */
    SANDBOX_LIMIT,  /* limit says which */
    SANDBOX_DENIED, /* a forbidden system call: denied names it */
};

enum sandbox_limit {
    SANDBOX_NONE,
    SANDBOX_CPU,
    SANDBOX_WALL,
    SANDBOX_IDLE,
    SANDBOX_MEMORY,
    SANDBOX_OUTPUT
};

struct sandbox_result {
    enum sandbox_end end;
    enum sandbox_limit limit;
    int exit_code, signal; /* of SANDBOX_EXIT and SANDBOX_SIGNAL, else -1 and 0 */
    uint64_t cpu_us, wall_us, output_bytes;
    uint64_t memory_bytes; /* peak; 0: not known, because the caller is larger than the limit */
    uint64_t refused_bytes, refused_at_bytes; /* first allocation the limit refused, and the size of
                                                 the process then; 0: none */
    bool before_main; /* it happened before any run: while loading, or in what is made to run before
                         constructors */
    char denied[32];
    char cause[160]; /* in words, free of the program's data */
    unsigned layers; /* active, or-ed */
};

/* Why a run could not be made: our side, never the program's doing. */
struct sandbox_fault {
    char text[256];
};

struct sandbox;

/* What this machine offers, probed once for a process by really doing it. */
unsigned sandbox_layers(void);
/* "limits", "seccomp", "landlock", "namespaces", "cgroup", "addresses"; layer is one bit. */
const char *sandbox_layer_name(unsigned layer);

/*
 * Of the system calls 0 … 500, how many SANDBOX_PROGRAM's filter lets through to the kernel when
 * all their arguments are zero. (A test makes the calls from inside and finds the same.) 0: the
 * filter can't be compiled.
 */
unsigned sandbox_open_calls(void);

/*
 * Makes the sandbox. NULL and *fault when it can't be made as described: a step of set-up that
 * fails is a fault, never a run with less. Layers that the machine does not offer are not a fault;
 * the result lists what was active.
 */
struct sandbox *sandbox_open(const struct sandbox_spec *spec, struct sandbox_fault *fault);

/* False, and *out is left alone, only when the run could not be made; the sandbox must be closed
 * then. */
bool sandbox_run(struct sandbox *sandbox, const struct sandbox_io *io, struct sandbox_result *out,
                 struct sandbox_fault *fault);

/*
 * The same in two halves, so that two programs can talk: begin both with the ends of two pipes as
 * input and output, close your own ends, finish both in any order. Either may die first; the other
 * sees the end of its input, or a broken pipe. Each has its own clocks: waiting for the other costs
 * no CPU time. A pipe has no size, so output_bytes counts only what goes into files. Between the
 * halves `io` and what it points to must live; after a begin that failed there is no finish.
 */
bool sandbox_begin(struct sandbox *sandbox, const struct sandbox_io *io,
                   struct sandbox_fault *fault);
bool sandbox_finish(struct sandbox *sandbox, const struct sandbox_io *io,
                    struct sandbox_result *out, struct sandbox_fault *fault);
/* Between the halves: a descriptor, borrowed, that poll finds readable once sandbox_finish would
 * not wait; -1: it would not wait now. */
int sandbox_watch(const struct sandbox *sandbox);

/* Ends everything inside and waits for it; NULL is fine. */
void sandbox_close(struct sandbox *sandbox);

/* The object file to be linked into a program with `-Wl,--wrap=main`, for has_starter. */
void sandbox_starter_object(const void **out_bytes, size_t *out_size);

/* True for a file that sandbox_open takes as `program`: an ELF executable of this machine. Tells
 * the cause otherwise. */
bool sandbox_can_execute(int program, struct sandbox_fault *fault);

#endif
