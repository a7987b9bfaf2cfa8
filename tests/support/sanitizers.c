/* sanitizers.c - what a sanitizer finds in Criterion itself, and not in us, is no failure of a
 * test. */

const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:libpcre2-8\nleak:libcriterion\n";
}
