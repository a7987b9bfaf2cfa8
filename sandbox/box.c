/* box.c - the caller's side of sandbox.h: makes a supervisor, sends it runs, takes its answers. */
#include "sandbox/sandbox.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox/evidence.h"
#include "sandbox/layers.h"
#include "sandbox/payload.h"
#include "sandbox/request.h"
#include "sandbox/starter/protocol.h"
#include "sandbox/supervisor.h"
#include "sandbox/wire.h"

struct sandbox {
    struct sandbox_spec spec;
    struct elf_image image;
    unsigned layers;
    int socket;
    int program; /* our own read-only descriptor of spec.program, or -1 */
    struct cgroup cgroup;
    pid_t supervisor; /* 0: none was needed, the image alone is over the limit */
};

static void *no(struct sandbox_fault *fault, const char *what, const char *why)
{
    snprintf(fault->text, sizeof fault->text, "cannot %s: %s", what, why);
    return NULL;
}

static bool all_absolute(const char *const *paths)
{
    for (size_t i = 0; paths && paths[i]; i++)
        if (paths[i][0] != '/')
            return false;
    return true;
}

static const char *spec_error(const struct sandbox_spec *spec)
{
    const uint64_t most = (uint64_t)1 << 46; /* of bytes and microseconds: sums must not overflow */
    bool is_tool = spec->profile == SANDBOX_TOOL;
    if (!spec->cpu_us || !spec->wall_us || !spec->memory_bytes || !spec->output_bytes ||
        !spec->processes)
        return "a limit is not set";
    if (spec->cpu_us > most || spec->wall_us > most || spec->memory_bytes > most ||
        spec->output_bytes > most || spec->space_bytes > most || spec->processes > 4096)
        return "a limit is beyond what can be held";
    if (spec->profile == SANDBOX_PROGRAM && spec->processes != 1)
        return "the program profile has one process";
    if (!is_tool && spec->program < 0)
        return "a descriptor of the program is needed";
    if (spec->has_starter && is_tool)
        return "a tool has no starter";
    if (!is_tool && (spec->file_count || spec->readable || spec->network))
        return "files, readable paths and the network are for tools";
    if (!all_absolute(spec->readable))
        return "a readable path is not absolute";
    if (is_tool && (!spec->space_bytes || !spec->space_inodes))
        return "a tool needs the size of its private folder";
    return NULL;
}

bool sandbox_can_execute(int program, struct sandbox_fault *fault)
{
    struct elf_image image;
    const char *why;
    if (elf_read(program, &image, &why))
        return true;
    no(fault, "execute the program", why);
    return false;
}

/* A writable descriptor, even a memory file's own, keeps a file from being executed (ETXTBSY): open
 * it anew, for reading. */
static int reopen(int fd)
{
    char path[48];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    return open(path, O_RDONLY | O_CLOEXEC);
}

static bool take_program(struct sandbox *sandbox, const char **out_why)
{
    sandbox->program = -1;
    if (sandbox->spec.program < 0)
        return true;
    *out_why = "its descriptor can't be opened for reading";
    sandbox->program = reopen(sandbox->spec.program);
    sandbox->spec.program = sandbox->program;
    /* A tool may be a script; the kernel's exec decides. */
    return sandbox->program >= 0 && (sandbox->spec.profile == SANDBOX_TOOL ||
                                     elf_read(sandbox->program, &sandbox->image, out_why));
}

static unsigned next_serial(void)
{
    static unsigned count;
    return ((unsigned)getpid() << 8) | (++count & 0xff);
}

static const char *temporary_folder(void)
{
    const char *folder = getenv("TMPDIR");
    return folder && folder[0] == '/' && strlen(folder) <= 40 ? folder : "/tmp";
}

/* Above what each process is held to by itself: output and private folder lie in memory too. */
static bool make_cgroup(struct sandbox *sandbox, unsigned serial)
{
    const struct sandbox_spec *spec = &sandbox->spec;
    const uint64_t slack = 64 << 20;
    uint64_t memory = spec->memory_bytes + sandbox->image.image_bytes + 2 * spec->output_bytes +
                      slack + (spec->profile == SANDBOX_TOOL ? spec->space_bytes : 0);
    return cgroup_make(&sandbox->cgroup, serial, memory, spec->processes + 2);
}

/* In the caller nothing is left of a supervisor that could not be made. */
static bool make_supervisor(struct sandbox *sandbox, const struct filter *filter)
{
    int pair[2];
    unsigned serial = next_serial();
    if ((sandbox->layers & SANDBOX_CGROUP) && !make_cgroup(sandbox, serial))
        return false;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) != 0)
        return false;
    bool in_spaces = sandbox->layers & SANDBOX_NAMESPACES;
    struct supervisor_start start = {
        .spec = &sandbox->spec,
        .filter = filter,
        .layers = sandbox->layers,
        .namespace_flags = in_spaces ? layers_namespace_flags() : 0,
        .image = sandbox->image,
        .request = pair[1],
        .temporary = temporary_folder(),
        .cgroup = sandbox->cgroup,
        .serial = serial,
        .caller_uid = geteuid(),
        .caller_gid = getegid(),
    };
    int flags = start.namespace_flags;
    if (sandbox->spec.profile == SANDBOX_TOOL && sandbox->spec.network)
        flags &= ~CLONE_NEWNET;
    sandbox->supervisor = layers_clone(flags);
    if (sandbox->supervisor == 0)
        supervisor_main(&start);
    close(pair[1]);
    sandbox->socket = pair[0];
    return sandbox->supervisor > 0;
}

/* The supervisor's next answer; a supervisor that went away is a fault. */
static bool hear(struct sandbox *sandbox, struct answer *answer, struct wire_extra *extra,
                 struct sandbox_fault *fault)
{
    ssize_t got = wire_receive(sandbox->socket, answer, sizeof *answer, extra, false);
    if (got == (ssize_t)sizeof *answer && !answer->is_fault)
        return true;
    if (got > 0)
        wire_drop(extra);
    if (got == (ssize_t)sizeof *answer)
        *fault = answer->fault;
    else
        no(fault, "go on", "the supervisor has ended");
    return false;
}

struct sandbox *sandbox_open(const struct sandbox_spec *spec, struct sandbox_fault *fault)
{
    assert(spec && fault);
    const char *why = spec_error(spec);
    if (why)
        return no(fault, "open a sandbox", why);
    struct sandbox *sandbox = calloc(1, sizeof *sandbox);
    if (!sandbox)
        return no(fault, "open a sandbox", "out of memory");
    sandbox->spec = *spec;
    sandbox->layers =
        sandbox_layers() & ~(spec->without & ~(unsigned)(SANDBOX_LIMITS | SANDBOX_SECCOMP));
    if (spec->profile == SANDBOX_PROGRAM)
        sandbox->layers &=
            ~(unsigned)SANDBOX_CGROUP; /* one process that can't fork: rlimits hold it all */
    sandbox->socket = -1;
    sandbox->cgroup.folder = -1;
    struct answer ready;
    struct wire_extra extra;
    const struct filter *filter = NULL;
    bool good = take_program(sandbox, &why);
    bool is_too_large = good && sandbox->image.image_bytes > spec->memory_bytes;
    if (good && is_too_large)
        return sandbox;
    const struct filter_kind kind = {
        .profile = spec->profile,
        .is_dynamic = sandbox->image.is_dynamic,
        .network = spec->profile == SANDBOX_TOOL && spec->network,
        .sees_the_host = !(sandbox->layers & SANDBOX_NAMESPACES),
    };
    if (good)
        filter = filter_get(&kind, &why);
    if (!filter)
        no(fault, "open a sandbox", why);
    else if (!make_supervisor(sandbox, filter))
        no(fault, "start a supervisor", strerror(errno));
    else if (hear(sandbox, &ready, &extra, fault))
        return sandbox;
    sandbox_close(sandbox);
    return NULL;
}

/* Puts a list of strings in a row, each with its NUL. False: too long. */
static bool pack(const char *const *list, size_t count_max, char *out, size_t room, size_t *used)
{
    size_t start = *used;
    for (size_t i = 0; list && list[i]; i++) {
        size_t size = strlen(list[i]) + 1;
        if (i >= count_max || size > room - (*used - start))
            return false;
        memcpy(out + *used, list[i], size);
        *used += size;
    }
    return true;
}

static bool send_run(const struct sandbox *sandbox, const struct sandbox_io *io, int payload,
                     struct sandbox_fault *fault)
{
    static char bytes[2 * SANDBOX_ARG_BYTES_MAX];
    bool has_starter = sandbox->spec.has_starter;
    size_t used = 0;
    /* the starter's room for arguments is part of the candidate's program, and small */
    if (!pack(io->argv, has_starter ? STARTER_ARGS : SANDBOX_ARGS_MAX, bytes,
              has_starter ? STARTER_ARG_BYTES : SANDBOX_ARG_BYTES_MAX, &used)) {
        no(fault, "run the program", "too many or too long arguments");
        return false;
    }
    struct request head = { .arg_bytes = (uint32_t)used };
    if (!pack(io->collect, SANDBOX_COLLECT_MAX, bytes, SANDBOX_ARG_BYTES_MAX, &used)) {
        no(fault, "run the program", "too many or too long names to collect");
        return false;
    }
    head.collect_bytes = (uint32_t)used - head.arg_bytes;
    const int fds[] = { io->input, io->output, io->errors, payload };
    if (wire_send(sandbox->socket, &head, sizeof head, bytes, used, fds, payload >= 0 ? 4 : 3))
        return true;
    no(fault, "reach the supervisor", strerror(errno));
    return false;
}

static void take_collected(const struct sandbox_io *io, const struct answer *answer,
                           struct wire_extra *extra)
{
    size_t next = 0;
    for (size_t i = 0; io->collect && io->collect[i] && i < SANDBOX_COLLECT_MAX; i++) {
        bool is_there = (answer->collected >> i & 1) && next < extra->fd_count;
        io->collected[i] = is_there ? reopen(extra->fds[next++]) : -1;
    }
    wire_drop(extra);
}

bool sandbox_begin(struct sandbox *sandbox, const struct sandbox_io *io,
                   struct sandbox_fault *fault)
{
    assert(sandbox && io && io->argv && io->argv[0] && fault);
    assert(!io->collect || (io->collected && sandbox->spec.profile == SANDBOX_TOOL));
    assert(io->file_count == 0 || sandbox->spec.profile == SANDBOX_TOOL);
    if (!sandbox->supervisor)
        return true;
    int payload = -1;
    if (sandbox->spec.file_count + io->file_count > 0) {
        const char *why;
        payload = payload_write(sandbox->spec.files, sandbox->spec.file_count, io->files,
                                io->file_count, &why);
        if (payload < 0)
            return no(fault, "lay the files", why);
    }
    bool sent = send_run(sandbox, io, payload, fault);
    if (payload >= 0)
        close(payload);
    return sent;
}

bool sandbox_finish(struct sandbox *sandbox, const struct sandbox_io *io,
                    struct sandbox_result *out, struct sandbox_fault *fault)
{
    assert(sandbox && io && out && fault);
    if (!sandbox->supervisor) {
        out->layers = sandbox->layers;
        evidence_image_too_large(sandbox->image.image_bytes, &sandbox->spec, out);
        return true;
    }
    struct answer answer;
    struct wire_extra extra;
    if (!hear(sandbox, &answer, &extra, fault))
        return false;
    take_collected(io, &answer, &extra);
    *out = answer.result;
    return true;
}

int sandbox_watch(const struct sandbox *sandbox)
{
    assert(sandbox);
    return sandbox->supervisor ? sandbox->socket : -1;
}

bool sandbox_run(struct sandbox *sandbox, const struct sandbox_io *io, struct sandbox_result *out,
                 struct sandbox_fault *fault)
{
    return sandbox_begin(sandbox, io, fault) && sandbox_finish(sandbox, io, out, fault);
}

void sandbox_close(struct sandbox *sandbox)
{
    enum { PATIENCE_MS = 10000 };
    if (!sandbox)
        return;
    if (sandbox->socket >= 0)
        close(sandbox->socket);
    if (sandbox->program >= 0)
        close(sandbox->program);
    if (sandbox->supervisor > 0) {
        /* It leaves by itself when the socket closes, and cleans up; the kill is for one that
         * can't. */
        int watch = (int)syscall(SYS_pidfd_open, sandbox->supervisor, 0);
        struct pollfd end = { watch, POLLIN, 0 };
        if (watch < 0 || poll(&end, 1, PATIENCE_MS) <= 0)
            kill(sandbox->supervisor, SIGKILL);
        if (watch >= 0)
            close(watch);
        while (waitpid(sandbox->supervisor, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    cgroup_remove(&sandbox->cgroup);
    free(sandbox);
}
