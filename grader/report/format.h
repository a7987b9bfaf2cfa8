/* format.h - times and sizes as people read them; the same in every renderer and locale. */
#ifndef GRADER_REPORT_FORMAT_H
#define GRADER_REPORT_FORMAT_H

#include <stddef.h>
#include <stdint.h>

enum { FORMAT_TEXT_MAX = 32 };

/* "0 ms", "0.4 ms", "12 ms", "1500 ms", "2 s", "75 s". Returns out. */
const char *format_duration(uint64_t us, char out[FORMAT_TEXT_MAX]);

/* "0 B", "512 B", "64 KiB", "1.5 MiB", "256 MiB". Returns out. */
const char *format_bytes(uint64_t bytes, char out[FORMAT_TEXT_MAX]);

#endif
