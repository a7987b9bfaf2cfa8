/* worker.h - looks for escapes.h in one file: runs in the box, holds libclang, answers in lines. */
#ifndef GRADER_CODE_WORKER_H
#define GRADER_CODE_WORKER_H

/* argv[1] of a process that is to become it. */
#define CODE_WORKER_FLAG "--code-worker"

/*
 * The whole life of that process: main() returns what this returns. argv[2] is libclang's path,
 * argv[3] the .c file in the working directory, the rest are flags for clang. Must run in the box:
 * it parses what a stranger wrote.
 *
 * Writes to standard output, a tab between fields:
 *
 *   escape LINE WHAT FILE      FILE as an #include found it
 *   trouble TEXT               clang finds errors, or can't read it: not all was looked at
 *   end                        the answer is whole
 */
int code_worker_main(int argc, char **argv);

#endif
