/* worker.h - the reader of code: runs in the box, holds libclang, answers in lines. */
#ifndef GRADER_QUALITY_WORKER_H
#define GRADER_QUALITY_WORKER_H

/* argv[1] of a process that is to become the reader. */
#define QUALITY_WORKER_FLAG "--quality-worker"

/*
 * The whole life of that process: main() returns what this returns. argv[2] is libclang's path,
 * the rest are the submission's own .c and .h files, in the working directory. Must run in the box:
 * it parses what a stranger wrote.
 *
 * Writes lines of fields with tabs between them to standard output; FILE is an index into the
 * arguments, names come last:
 *
 *   function FILE LINE COGNITIVE CYCLOMATIC LINES NESTING PARAMETERS NAME
 *   finding FILE LINE COLUMN RULE FUNCTION MESSAGE
 *   calls TO_CHECK UNCHECKED
 *   tokens ALL REPEATED
 *   failure FILE FIRST LAST    lines that run only when a call fails
 *   trouble TEXT               something was not looked at
 *   end                        the answer is whole
 */
int quality_worker_main(int argc, char **argv);

#endif
