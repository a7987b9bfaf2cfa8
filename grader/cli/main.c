/* main.c - finds the command and runs it. */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "grader/base/buf.h"
#include "grader/cli/commands.h"
#include "grader/cli/print.h"
#include "grader/code/worker.h"
#include "grader/intake/worker.h"
#include "grader/quality/worker.h"
#include "grader/text/nearest.h"

static const struct command *const commands[] = {
    &command_grade,  &command_judge, &command_growth,   &command_quality, &command_verify,
    &command_render, &command_diff,  &command_problems, &command_rubric,  &command_doctor
};

static void put_general_help(struct buf *out)
{
    buf_puts(
        out,
        "usage: grader COMMAND [OPTION]… [ARGUMENT]…\n"
        "\n"
        "Grades C solutions from a Git repository: compiles and runs them in a sandbox against\n"
        "hidden tests and writes one report with a reason for every point.\n"
        "\n");
    for (size_t i = 0; i < COUNT_OF(commands); i++)
        buf_printf(out, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
    buf_puts(
        out,
        "\n"
        "Each command has its own --help with examples.\n"
        "\n"
        "Exit code: 0 passed, 1 graded but below the bar, 2 usage or bad input, 3 not graded (our "
        "fault).\n"
        "\n"
        "Examples:\n"
        "  grader grade .                       the repository here, its checked-in state\n"
        "  grader grade URL --out report        writes report/report.html and report/report.json\n"
        "  grader judge problems/lrucache my.c  one solution, without a repository\n");
}

/* Not asked for, it is what went wrong: a script that forgot the command must not go on. */
static int general_help(bool is_asked_for)
{
    SCOPED_BUF text;
    buf_init(&text, 1 << 16);
    put_general_help(&text);
    if (!is_asked_for)
        return print_usage_error(buf_text(&text));
    print_bytes(str_of(buf_text(&text)));
    return print_finish(EXIT_PASSED);
}

static int unknown_command(const char *name)
{
    const char *names[COUNT_OF(commands)];
    for (size_t i = 0; i < COUNT_OF(commands); i++)
        names[i] = commands[i]->name;
    size_t meant = nearest_index(name, names, COUNT_OF(commands));
    struct err err;
    if (meant < COUNT_OF(commands))
        err_set(&err, ERR_USAGE, "unknown command '%s': did you mean '%s'?", name, names[meant]);
    else
        err_set(&err, ERR_USAGE, "unknown command '%s' (see 'grader --help')", name);
    return print_error(&err);
}

/* NULL: there is none of that name. */
static const struct command *command_of(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(commands); i++)
        if (strcmp(name, commands[i]->name) == 0)
            return commands[i];
    return NULL;
}

static bool wants_help(int argc, char **argv)
{
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
            return true;
    return false;
}

/*
 * A standard descriptor that is closed would become that of the next file we open, and what we
 * print would go there. In its place comes one on which every read or write of its kind fails.
 */
static void hold_standard_descriptors(void)
{
    static const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };
    for (int fd = 0; fd < (int)COUNT_OF(modes); fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
            _exit(EXIT_NOT_GRADED);
}

int main(int argc, char **argv)
{
    hold_standard_descriptors();
    signal(SIGCHLD, SIG_DFL); /* ignored by who started us, our children's ends would be lost */
    const char *name = argc > 1 ? argv[1] : "--help";
    if (strcmp(name, INTAKE_WORKER_FLAG) == 0)
        _exit(intake_worker_main(argc, argv)); /* nothing that runs at exit is of use in the box */
    if (strcmp(name, QUALITY_WORKER_FLAG) == 0)
        _exit(quality_worker_main(argc, argv));
    if (strcmp(name, CODE_WORKER_FLAG) == 0)
        _exit(code_worker_main(argc, argv));
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of a write, with its line */
    bool is_help = strcmp(name, "help") == 0 && argc > 2; /* help COMMAND */
    if (is_help)
        name = argv[2];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0)
        return general_help(argc > 1);
    if (strcmp(name, "--version") == 0) {
        print_line("grader " GRADER_VERSION);
        return print_finish(EXIT_PASSED);
    }
    const struct command *command = command_of(name);
    if (!command)
        return unknown_command(name);
    if (!is_help && !wants_help(argc - 2, argv + 2))
        return command->run(argc - 2, argv + 2);
    print_bytes((struct str){ command->help, strlen(command->help) });
    return print_finish(EXIT_PASSED);
}
