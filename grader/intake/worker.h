/* worker.h - the repository reader: runs in the box, holds libgit2, answers in frames. */
#ifndef GRADER_INTAKE_WORKER_H
#define GRADER_INTAKE_WORKER_H

/* argv[1] of a process that is to become the reader. */
#define INTAKE_WORKER_FLAG "--intake-worker"

/*
 * The whole life of that process: main() returns what this returns. Options, each with a value:
 *
 *   --local DIR      the folder that holds HEAD          --revision REV   HEAD when not given
 *   --remote URL     or this, fetched into               --into DIR       which is made
 *   --problem ID     any number of times                 --root DIR       likewise, "" is the top
 *   --ssh-home DIR   whose .ssh/ may be used             --ssh-agent PATH of a running agent
 *
 * Must run in the box and nowhere else: libgit2 1.5 writes behind a buffer when a loose object
 * holds more than its header says, and spins on one that is cut short (guard.h).
 *
 * Writes one answer (frame.h) to standard output, and nothing elsewhere but below --into. Exit code
 * 0 when an answer was written whole, be it an error; 3 when it could not be written.
 */
int intake_worker_main(int argc, char **argv);

#endif
