/* validate.c - judges a witness: validate input answer_file feedback_dir/ < team_output */
#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Theory of operation
 *
 * Output is a length and that many positions, as words between white space. It is read once, byte
 * by byte, and nothing of it is kept but the position before: hostile output can only be rejected.
 * The input and the answer are ours; if one of them is broken, the result is a judge error (any
 * exit status but 42 and 43), and never the candidate's fault. The answer is checked with the same
 * code as the output, and an output that beats it means that the answer is wrong.
 *
 * judgemessage.txt has the details. teammessage.txt says only which rule was broken: it has no
 * number and no word of the input, of the answer or of the output.
 */

enum { EXIT_ACCEPTED = 42, EXIT_REJECTED = 43, EXIT_JUDGE_ERROR = 1 };

enum {
    MAX_N = 200000,
    EXCERPT = 24, /* bytes of a word that are shown to the judges */
    MAX_PATH = 4096,
};

/* A number beyond this is out of range in every place, so larger ones need not be told apart. */
static const int64_t HUGE_NUMBER = INT64_C(1) << 40;

enum fault {
    FAULT_NONE,
    FAULT_EMPTY,
    FAULT_LENGTH_IS_NO_INTEGER,
    FAULT_LENGTH_RANGE,
    FAULT_TOO_FEW,
    FAULT_NO_INTEGER,
    FAULT_BELOW_ONE,
    FAULT_ABOVE_N,
    FAULT_ORDER,
    FAULT_EQUAL,
    FAULT_FALLS,
    FAULT_TRAILING,
    FAULT_SHORTER,
    FAULT_COUNT,
};

static const char *const phrases[] = {
    [FAULT_NONE] = "the witness is right",
    [FAULT_EMPTY] = "the output is empty: even for no element the length has to be printed",
    [FAULT_LENGTH_IS_NO_INTEGER] = "the first word of the output, the length, is not an integer",
    [FAULT_LENGTH_RANGE] = "the length is negative or greater than n",
    [FAULT_TOO_FEW] = "there are fewer positions than the length says",
    [FAULT_NO_INTEGER] = "a position is not an integer",
    [FAULT_BELOW_ONE] = "a position is less than 1: positions count from 1",
    [FAULT_ABOVE_N] = "a position is greater than n",
    [FAULT_ORDER] = "the witness is not a subsequence: its positions are not strictly increasing",
    [FAULT_EQUAL] = "the witness is not strictly increasing: two neighbours in it are equal",
    [FAULT_FALLS] =
        "the witness is not strictly increasing: a value in it is less than the one before",
    [FAULT_TRAILING] = "there is more output after the last position",
    [FAULT_SHORTER] = "the witness is a strictly increasing subsequence, but there is a longer one",
};
static_assert(sizeof phrases / sizeof phrases[0] == FAULT_COUNT, "one phrase per fault");

struct sequence {
    int32_t length;
    int32_t *values; /* owned */
};

enum word_kind { WORD_END, WORD_INTEGER, WORD_JUNK };

struct word {
    enum word_kind kind;
    int64_t value;                 /* of an integer, cut off at ±HUGE_NUMBER */
    char excerpt[EXCERPT * 4 + 1]; /* its first bytes, made printable */
};

/* What a reading of an output, or of the answer, came to. */
struct claim {
    enum fault fault;
    int64_t length;   /* set if the fault is none or comes after the length */
    int64_t index;    /* from 1: the position at which the fault is; 0 is the length */
    struct word word; /* the last word read */
    int64_t before;   /* the position before it, 0 if there is none */
};

static const char *feedback_dir;

static FILE *open_feedback(const char *name)
{
    char path[MAX_PATH];
    size_t end = strlen(feedback_dir);
    const char *separator = end > 0 && feedback_dir[end - 1] == '/' ? "" : "/";
    int length = snprintf(path, sizeof path, "%s%s%s", feedback_dir, separator, name);
    if (length < 0 || (size_t)length >= sizeof path)
        return NULL;
    return fopen(path, "w");
}

/* Ends the program: what went wrong is ours to mend. */
static _Noreturn void judge_error(const char *what, const char *subject)
{
    fprintf(stderr, "judge error: %s '%s'\n", what, subject);
    FILE *out = open_feedback("judgemessage.txt");
    if (out != NULL) {
        fprintf(out, "judge error: %s '%s'\n", what, subject);
        fclose(out);
    }
    exit(EXIT_JUDGE_ERROR);
}

static void close_feedback(FILE *out, const char *name)
{
    bool failed = ferror(out) != 0;
    if (fclose(out) != 0 || failed)
        judge_error("cannot write", name);
}

static bool is_space(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r'); /* the six of the format, in any locale */
}

static void excerpt_put(struct word *word, size_t *used, int c)
{
    static const char hex[] = "0123456789abcdef";
    char *at = word->excerpt + *used;
    if (c > ' ' && c < 0x7f && c != '\\') {
        at[0] = (char)c;
        at[1] = '\0';
        *used += 1;
    } else {
        const char escaped[] = { '\\', 'x', hex[c >> 4 & 15], hex[c & 15], '\0' };
        memcpy(at, escaped, sizeof escaped);
        *used += 4;
    }
}

/* The next word of any length and any bytes, in constant memory. */
static struct word next_word(FILE *in)
{
    struct word word = { .kind = WORD_END };
    int c = getc(in);
    while (is_space(c))
        c = getc(in);
    if (c == EOF)
        return word;

    size_t used = 0;
    size_t digits = 0;
    bool negative = c == '-';
    bool junk = false;
    for (size_t at = 0; c != EOF && !is_space(c); c = getc(in), at++) {
        if (at < EXCERPT)
            excerpt_put(&word, &used, c);
        if (c >= '0' && c <= '9') {
            digits++;
            word.value = word.value * 10 + (c - '0');
            if (word.value > HUGE_NUMBER)
                word.value = HUGE_NUMBER;
        } else if (at > 0 || !negative) {
            junk = true;
        }
    }
    word.kind = junk || digits == 0 ? WORD_JUNK : WORD_INTEGER;
    if (negative)
        word.value = -word.value;
    return word;
}

static enum fault position_fault(const struct sequence *sequence, const struct word *word,
                                 int64_t before)
{
    if (word->kind == WORD_END)
        return FAULT_TOO_FEW;
    if (word->kind == WORD_JUNK)
        return FAULT_NO_INTEGER;
    if (word->value < 1)
        return FAULT_BELOW_ONE;
    if (word->value > sequence->length)
        return FAULT_ABOVE_N;
    if (before == 0)
        return FAULT_NONE;
    if (word->value <= before)
        return FAULT_ORDER;
    int32_t value = sequence->values[word->value - 1];
    int32_t value_before = sequence->values[before - 1];
    if (value == value_before)
        return FAULT_EQUAL;
    return value < value_before ? FAULT_FALLS : FAULT_NONE;
}

static enum fault length_fault(const struct sequence *sequence, const struct word *word)
{
    if (word->kind == WORD_END)
        return FAULT_EMPTY;
    if (word->kind == WORD_JUNK)
        return FAULT_LENGTH_IS_NO_INTEGER;
    if (word->value < 0 || word->value > sequence->length)
        return FAULT_LENGTH_RANGE;
    return FAULT_NONE;
}

/* Reads a length and its witness; whether it is a longest one is for the caller to say. */
static struct claim read_claim(FILE *in, const struct sequence *sequence)
{
    struct claim claim = { .fault = FAULT_NONE };
    claim.word = next_word(in);
    claim.fault = length_fault(sequence, &claim.word);
    if (claim.fault != FAULT_NONE)
        return claim;
    claim.length = claim.word.value;
    for (claim.index = 1; claim.index <= claim.length; claim.index++) {
        claim.word = next_word(in);
        claim.fault = position_fault(sequence, &claim.word, claim.before);
        if (claim.fault != FAULT_NONE)
            return claim;
        claim.before = claim.word.value;
    }
    claim.word = next_word(in);
    if (claim.word.kind != WORD_END)
        claim.fault = FAULT_TRAILING;
    return claim;
}

static FILE *open_ours(const char *path)
{
    FILE *in = fopen(path, "r");
    if (in == NULL)
        judge_error("cannot open", path);
    return in;
}

static struct sequence read_input(const char *path)
{
    FILE *in = open_ours(path);
    struct word word = next_word(in);
    if (word.kind != WORD_INTEGER || word.value < 0 || word.value > MAX_N)
        judge_error("no valid n in input", path);
    struct sequence sequence = { .length = (int32_t)word.value };
    sequence.values = calloc((size_t)sequence.length + 1, sizeof *sequence.values);
    if (sequence.values == NULL)
        judge_error("out of memory for input", path);
    for (int32_t i = 0; i < sequence.length; i++) {
        word = next_word(in);
        if (word.kind != WORD_INTEGER || word.value < INT32_MIN || word.value > INT32_MAX)
            judge_error("a number is missing or out of range in input", path);
        sequence.values[i] = (int32_t)word.value;
    }
    if (next_word(in).kind != WORD_END || ferror(in))
        judge_error("cannot read to the end of input", path);
    fclose(in);
    return sequence;
}

/* The greatest length; the answer file has to prove that it can be reached. */
static int64_t read_answer(const char *path, const struct sequence *sequence)
{
    FILE *in = open_ours(path);
    struct claim answer = read_claim(in, sequence);
    if (answer.fault != FAULT_NONE || ferror(in))
        judge_error("the witness is broken in answer", path);
    fclose(in);
    return answer.length;
}

static void describe(FILE *out, const struct claim *claim, int64_t best,
                     const struct sequence *sequence)
{
    fprintf(out, "%s\n", phrases[claim->fault]);
    fprintf(out, "n %d, greatest length %lld", sequence->length, (long long)best);
    if (claim->fault > FAULT_LENGTH_RANGE)
        fprintf(out, ", length in the output %lld", (long long)claim->length);
    fprintf(out, "\n");
    if (claim->fault == FAULT_SHORTER)
        return;
    if (claim->fault > FAULT_LENGTH_RANGE)
        fprintf(out, "at position number %lld of the witness", (long long)claim->index);
    else
        fprintf(out, "at the length");
    if (claim->word.kind != WORD_END)
        fprintf(out, ", '%s'", claim->word.excerpt);
    if (claim->before > 0) {
        fprintf(out, ", after position %lld with the value %d", (long long)claim->before,
                sequence->values[claim->before - 1]);
    }
    if (claim->fault == FAULT_EQUAL || claim->fault == FAULT_FALLS)
        fprintf(out, ", its own value being %d", sequence->values[claim->word.value - 1]);
    fprintf(out, "\n");
}

static int reject(const struct claim *claim, int64_t best, const struct sequence *sequence)
{
    FILE *judges = open_feedback("judgemessage.txt");
    if (judges == NULL)
        judge_error("cannot open", "judgemessage.txt");
    describe(judges, claim, best, sequence);
    close_feedback(judges, "judgemessage.txt");

    FILE *team = open_feedback("teammessage.txt");
    if (team == NULL)
        judge_error("cannot open", "teammessage.txt");
    fprintf(team, "%s\n", phrases[claim->fault]);
    close_feedback(team, "teammessage.txt");
    return EXIT_REJECTED;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: validate input answer_file feedback_dir/ < team_output\n");
        return EXIT_JUDGE_ERROR;
    }
    feedback_dir = argv[3];
    struct sequence sequence = read_input(argv[1]);
    int64_t best = read_answer(argv[2], &sequence);

    struct claim claim = read_claim(stdin, &sequence);
    if (ferror(stdin))
        judge_error("cannot read", "team_output");
    if (claim.fault == FAULT_NONE && claim.length > best)
        judge_error("the output has a longer witness than answer", argv[2]);
    if (claim.fault == FAULT_NONE && claim.length < best)
        claim.fault = FAULT_SHORTER;
    int status = claim.fault == FAULT_NONE ? EXIT_ACCEPTED : reject(&claim, best, &sequence);
    free(sequence.values);
    return status;
}
