/* fuzz_compare.c - the default output validator equals its slow twin, and is symmetric where it has
 * to be. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tests/support/judge_slow_compare.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

/* The second half becomes the output: what differs from the first half, so that zeros are no
 * difference and small inputs already hold two texts that are nearly the same. */
static size_t make_twins(const uint8_t *data, size_t size, char out[])
{
    size_t half = size / 2;
    for (size_t i = 0; i < size; i++)
        out[i] = (char)(i < half ? data[i] : data[i] ^ data[i - half]);
    return half;
}

/* Bytes that mean something, so that they meet often. */
static void make_words(char text[], size_t length)
{
    static const char alphabet[] = "aAmMzZ@[`{0159.+-eEpX \n\t\r\v\fx\x80\xff\x1f";
    for (size_t i = 0; i < length; i++)
        text[i] = alphabet[(unsigned char)text[i] % sizeof alphabet];
}

/* First byte: flags; second: the tolerance; third: where the answer ends. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const double tolerances[] = { 0, 1e-9, 1e-6, 0.1, 1, 1e300 };
    if (size < 3)
        return 0;
    double tolerance = tolerances[data[1] % COUNT_OF(tolerances)];
    const struct compare_options options = {
        .dialect = data[0] & 64 ? COMPARE_LEGACY : COMPARE_2025_09,
        .case_sensitive = data[0] & 1,
        .space_change_sensitive = data[0] & 2,
        .absolute_tolerance = data[0] & 4 ? tolerance : -1,
        .relative_tolerance = data[0] & 8 ? tolerance : -1,
    };
    static char text[64 * 1024];
    size_t length = size - 3 < sizeof text ? size - 3 : sizeof text;
    size_t cut = length * data[2] / 255;
    memcpy(text, data + 3, length);
    if (data[0] & 16)
        cut = make_twins(data + 3, length, text);
    if (data[0] & 32)
        make_words(text, length);
    struct str answer = { text, cut }, output = { text + cut, length - cut };
    struct comparison fast, back;
    compare(answer, output, &options, &fast);
    struct slow_comparison slow = slow_compare(answer, output, &options);
    check(fast.accepted == slow.accepted);
    check(!fast.accepted || fast.white_space_differs == slow.white_space_differs);
    check(fast.accepted || (fast.difference.answer_offset == slow.answer_offset &&
                            fast.difference.output_offset == slow.output_offset));
    check(fast.accepted == (fast.message[0] == '\0'));
    check(strlen(fast.message) < COMPARE_MESSAGE_MAX);
    /* Without a tolerance nothing tells answer and output apart. */
    compare(output, answer, &options, &back);
    bool tolerant = options.absolute_tolerance >= 0 || options.relative_tolerance >= 0;
    check(tolerant || fast.accepted == back.accepted);
    return 0;
}
