/* verdict.c - names of verdicts, one table. */
#include "grader/model/verdict.h"

#include <assert.h>
#include <string.h>

#include "grader/base/attr.h"

static const struct {
    const char *code, *phrase, *big5;
} verdicts[] = {
    [VERDICT_NONE] = { "-", "not judged", "-" },
    [VERDICT_ACCEPTED] = { "AC", "accepted", "AC" },
    [VERDICT_WRONG_ANSWER] = { "WA", "wrong answer", "WA" },
    [VERDICT_TIME_LIMIT] = { "TLE", "time limit exceeded", "TLE" },
    [VERDICT_MEMORY_LIMIT] = { "MLE", "memory limit exceeded", "RTE" },
    [VERDICT_OUTPUT_LIMIT] = { "OLE", "output limit exceeded", "WA" },
    [VERDICT_RUN_ERROR] = { "RTE", "run-time error", "RTE" },
    [VERDICT_FORBIDDEN_CALL] = { "SV", "forbidden call", "RTE" },
    [VERDICT_COMPILE_ERROR] = { "CE", "compile error", "CE" },
    [VERDICT_JUDGE_ERROR] = { "JE", "judging error", "JE" },
};
static_assert(COUNT_OF(verdicts) == VERDICT_COUNT, "one row per verdict");

const char *verdict_code(enum verdict verdict)
{
    assert(verdict < VERDICT_COUNT);
    return verdicts[verdict].code;
}

const char *verdict_phrase(enum verdict verdict)
{
    assert(verdict < VERDICT_COUNT);
    return verdicts[verdict].phrase;
}

const char *verdict_big5(enum verdict verdict)
{
    assert(verdict < VERDICT_COUNT);
    return verdicts[verdict].big5;
}

bool verdict_parse(const char *code, enum verdict *out)
{
    for (int i = 0; i < VERDICT_COUNT; i++)
        if (strcmp(verdicts[i].code, code) == 0) {
            *out = (enum verdict)i;
            return true;
        }
    return false;
}

bool verdict_is_final(enum verdict verdict)
{
    return verdict != VERDICT_NONE && verdict != VERDICT_JUDGE_ERROR;
}
