/* test_bad_source.c - grader quality on sources that were made to be hard: it always answers, in
 * JSON that can be read, and what can't be analysed is said. */
#include <criterion/criterion.h>
#include <string.h>

#include "grader/text/json.h"
#include "tests/support/e2e_run.h"

static struct e2e e2e;

static void begin(void)
{
    e2e_begin(&e2e);
}
static void end(void)
{
    e2e_end(&e2e);
}
TestSuite(bad_source, .init = begin, .fini = end, .timeout = 300);

/* The answer, whole and readable; exit code 0, 1, for what does not compile 2 or, when no pass came
 * to its end, 3. */
static const char *inspect(const char *path)
{
    struct e2e_result got = e2e_grader(&e2e, "quality", path, "--json", NULL);
    SCOPED_JSON doc = { 0 };
    struct err err = { 0 };
    cr_assert(got.code >= 0 && got.code <= 3, "%d: %s", got.code, got.err);
    cr_assert(json_parse("quality", str_of(got.out), &doc, &err), "%s", err.text);
    return got.out;
}

static const char *inspect_made(const char *script)
{
    e2e_sh(&e2e, "%s > a.c", script);
    return inspect("a.c");
}

static bool says(const char *answer, const char *rule, unsigned line)
{
    const char *place = arena_printf(&e2e.arena, "\"line\": %u,", line);
    const char *word = arena_printf(&e2e.arena, "\"rule\": \"%s\"", rule);
    const char *findings = strstr(answer, "\"findings\"");
    for (const char *at = findings; at && (at = strstr(at, place)); at++) {
        const char *end = strchr(at, '}'), *found = strstr(at, word);
        if (found && found < end)
            return true;
    }
    return false;
}

#define BUG "int main(void)\n{\n    int a[2] = { 0 };\n    a[2] = 1;\n    return a[0];\n}\n"

static void write_bug(const char *path, const char *before)
{
    e2e_put(&e2e, path, arena_printf(&e2e.arena, "%s" BUG, before));
}

Test(bad_source, a_megabyte_in_one_line)
{
    const char *answer =
        inspect_made("{ printf 'int main(void) { int x = 0;'; for i in $(seq 40000); "
                     "do printf ' x += %d; /* word */' $i; done; echo ' return x; }'; }");
    cr_expect(strstr(answer, "\"passes\""));
}

Test(bad_source, nested_ten_thousand_deep)
{
    inspect_made("{ echo 'int main(void)'; for i in $(seq 10000); do printf '{'; done; "
                 "for i in $(seq 10000); do printf '}'; done; echo; }");
}

Test(bad_source, ten_thousand_functions)
{
    const char *answer =
        inspect_made("{ for i in $(seq 10000); do echo \"int f$i(int x) { return x ? $i : 0; }\"; "
                     "done; echo 'int main(void) { return f1(1); }'; }");
    cr_expect(strstr(answer, "\"findings_more\""));
}

Test(bad_source, a_comment_that_never_ends)
{
    const char *answer = inspect_made("printf 'int main(void) { return 0; }\\n/* and so on'");
    cr_expect(strstr(answer, "it does not compile"));
}

Test(bad_source, what_does_not_compile_is_measured_in_nothing)
{
    e2e_put(&e2e, "a.c", "int main(void)\n{\n    return nothing;\n}\n");
    struct e2e_result got = e2e_grader(&e2e, "quality", "a.c", NULL);
    e2e_ended(&got, 2);
    cr_expect(e2e_has(got.err, "it does not compile: a.c:3:12: "), "%s", got.err);
    cr_expect(e2e_has(got.out, "Not measured: it does not compile."), "%s", got.out);
    cr_expect_not(e2e_has(got.out, "100 %"), "%s", got.out);
    got = e2e_grader(&e2e, "quality", "a.c", "--json", NULL);
    e2e_ended(&got, 2);
    cr_expect(e2e_has(got.out, "\"compile_error\": \"a.c:3:12: "), "%s", got.out);
    cr_expect_not(e2e_has(got.out, "\"share\": 1"), "%s", got.out);
}

Test(bad_source, trigraphs_macros_and_other_bytes)
{
    inspect_made("printf '?\077=define X ?\077<?\077>\\nint main(void) X\\n'");
    inspect_made(
        "printf '#define begin {\\n#define end }\\n#define program int main(void)\\n#define "
        "give return\\nprogram begin give 0; end\\n'");
    inspect_made("printf '/* caf\\351 \\377 */ int main(void) { return \"\\351\"[0] == 0; }\\n'");
    inspect_made("printf 'int main(void) { return 0; }\\0int x;'");
    inspect_made("printf ''");
}

Test(bad_source, lines_that_end_as_on_windows_count_as_lines)
{
    write_bug("unix.c", "");
    e2e_sh(&e2e, "sed 's/$/\\r/' unix.c > a.c");
    cr_expect(says(inspect("a.c"), "out-of-bounds", 4));
}

Test(bad_source, a_configuration_of_the_submissions_does_not_count)
{
    e2e_put(&e2e, "s/.clang-tidy", "Checks: '-*'\nWarningsAsErrors: '*'\n");
    e2e_put(&e2e, "s/.clang-format", "DisableFormat: true\n");
    write_bug("s/a.c", "");
    cr_expect(says(inspect("s"), "out-of-bounds", 4));
}

Test(bad_source, what_would_silence_a_tool_is_reported_and_ignored)
{
    write_bug("a.c", "#pragma GCC diagnostic ignored \"-Warray-bounds\"\n"
                     "_Pragma(\"GCC system_header\")\n"
                     "#define JOIN(a, b) a##b\n"
                     "__attribute__((JOIN(no_sani, tize_address))) int f(void);\n");
    const char *answer = inspect("a.c");
    cr_expect(says(answer, "out-of-bounds", 8));
    cr_expect(says(answer, "suppression", 1) && says(answer, "suppression", 2) &&
              says(answer, "suppression", 4));
}

Test(bad_source, names_of_files_may_hold_anything)
{
    write_bug("s/a:3:4: warning: x [y].c", "");
    write_bug("s/two words\t.c", "");
    inspect("s");
}

Test(bad_source, usage)
{
    struct e2e_result got = e2e_grader(&e2e, "quality", NULL);
    e2e_ended(&got, 2);
    got = e2e_grader(&e2e, "quality", "missing.c", NULL);
    e2e_ended(&got, 2);
    got = e2e_grader(&e2e, "quality", "--help", NULL);
    e2e_ended(&got, 0);
    cr_expect(e2e_has(got.out, "grader quality mycache.c"));
    e2e_put(&e2e, "only.h", "int f(void);\n");
    got = e2e_grader(&e2e, "quality", "only.h", NULL);
    e2e_ended(&got, 2);
}
