/* growth_json.h - a measurement of growth as the JSON of `grader growth --json`. */
#ifndef GRADER_CLI_GROWTH_JSON_H
#define GRADER_CLI_GROWTH_JSON_H

#include "grader/base/buf.h"
#include "grader/model/growth.h"
#include "grader/text/json_write.h"

/*
 * {package, not_measured, time:{…}, heap:{…}, stack:{…}, static_bytes, lines:[{file, line, class,
 * share}], unexecuted:[{file, first, last}], suspicion,
 * blind_spots, stopped, cpu_us}; each resource is {class, candidates, separation, confidence,
 * share, residual, off_ladder, refits, agreeing, required, met, steps, excess_exponent,
 * reference_multiple, points:[[n, units]…], reference:[[n, units]…], not_measured}. With a second
 * parameter points are [n, m, units], classes are null, and a line has {pace, excess_exponent,
 * excess_exponent_m}: whether, and by which powers of n and m, it grows faster than what is
 * required
 * ("alone": nothing is). null: not known, or nothing required.
 */
void growth_json_put(struct buf *out, const char *package_id, const struct growth *growth);

/* The same object as a value of another document. */
void growth_json_value(struct json_writer *writer, const char *key, const char *package_id,
                       const struct growth *growth);

#endif
