/* judge_json.h - a judgement as the JSON of `grader judge --json`. */
#ifndef GRADER_CLI_JUDGE_JSON_H
#define GRADER_CLI_JUDGE_JSON_H

#include "grader/base/buf.h"
#include "grader/model/growth.h"
#include "grader/model/judgement.h"
#include "grader/model/report.h"

/*
 * {package, verdict, big5, cause, score, max_score, time_limit_us, kill_us, borderline,
 * compile:{ok, cpu_us, diagnostics}, cases:[{name, group, verdict, cause, cpu_us, wall_us,
 * memory_bytes, output_bytes, repeats, least_percent, most_percent, big5}],
 * static:[{group, verdict, cause, message}], counterexample:{not_searched, tried, verdict, cause,
 * exhibit:{input, expected, got, each with its *_is_cut, expected_line, got_line, message}},
 * growth, protection:[…]}. `counterexample` is null when there was nothing to look for, its exhibit
 * when none was found. `growth` is the object of growth_json.h; null (NULL) when the package
 * doesn't ask for it. `public` is the same judgement as disclose.h lets it out: what a hidden test
 * must not tell is null or rounded there.
 */
void judge_json_put(struct buf *out, const struct judgement *judgement, const struct growth *growth,
                    const struct report_problem *public);

#endif
