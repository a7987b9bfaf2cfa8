/* worker.c - looks for what could hide work in one file. */
#include "grader/code/worker.h"

#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/base/fd.h"
#include "grader/code/escapes.h"

enum {
    EXIT_ANSWERED = 0,
    EXIT_UNHEARD = 3,
    ANSWER_BYTES_MAX = 4 << 20,
    LIBRARY_ARGUMENT = 2,
    FILE_ARGUMENT,
    FLAGS_ARGUMENT
};

static void put_escape(struct unit *unit, const struct escape *escape, void *context)
{
    struct buf *answer = context;
    buf_printf(answer, "escape\t%u\t%s\t%s\n", escape->at.line, escape->what,
               unit_file_name(unit, escape->at.file));
}

static void answer_about(struct unit *unit, const char *file, struct buf *answer)
{
    struct unit_place first;
    const char *message;
    if (!unit_open(unit, file)) {
        buf_puts(answer, "trouble\tlibclang can't parse it\n");
        return;
    }
    if (unit_errors(unit, &first, &message) > 0)
        buf_puts(answer, "trouble\tit does not compile\n");
    escapes_find(unit, put_escape, answer);
}

int code_worker_main(int argc, char **argv)
{
    struct arena arena = { 0 };
    struct libclang clang;
    struct buf answer;
    struct err err = { 0 };
    buf_init(&answer, ANSWER_BYTES_MAX);
    if (argc < FLAGS_ARGUMENT)
        err_set(&err, ERR_FAULT, "the reader of code needs libclang and a file");
    if (!err_is_set(&err) && libclang_open(argv[LIBRARY_ARGUMENT], &clang, &err)) {
        struct unit unit = { .clang = &clang,
                             .arena = &arena,
                             .flags = (const char *const *)argv + FLAGS_ARGUMENT,
                             .flag_count = (size_t)(argc - FLAGS_ARGUMENT) };
        answer_about(&unit, argv[FILE_ARGUMENT], &answer);
    } else {
        buf_printf(&answer, "trouble\t%s\n", err.text);
    }
    buf_puts(&answer, "end\n");
    bool heard = buf_ok(&answer) && fd_write_all(STDOUT_FILENO, answer.bytes, answer.length);
    return heard ? EXIT_ANSWERED : EXIT_UNHEARD;
}
