/* test_payload.c - which names may be laid into a private folder. */
#include "sandbox/payload.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Test(payload, names_that_could_leave_the_folder_are_refused)
{
    static const char *const bad[] = { "",    "/",   "/etc/x", "..", "../x", "a/../b", "a/..",
                                       "./a", "a/.", "a//b",   "a/", ".",    "a/./b" };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        const struct sandbox_file file = { bad[i], "x", 1 };
        const char *why = NULL;
        cr_expect_eq(payload_write(&file, 1, NULL, 0, &why), -1, "'%s'", bad[i]);
        cr_expect(why && strstr(why, "path"), "'%s'", bad[i]);
    }
}

Test(payload, ordinary_and_odd_names_are_laid)
{
    static const char *const good[] = { "a", "a.c", "...", "..a", "a/b/c", "a b\n\"'", "-rf" };
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        const struct sandbox_file file = { good[i], "x", 1 };
        const char *why = NULL;
        int laid = payload_write(&file, 1, NULL, 0, &why);
        cr_expect_geq(laid, 0, "'%s': %s", good[i], why);
        close(laid);
    }
}

Test(payload, a_name_at_the_ceiling_fits_and_one_longer_does_not)
{
    char name[PAYLOAD_PATH_MAX + 1];
    const struct sandbox_file file = { name, "", 0 };
    const char *why;
    memset(name, 'n', sizeof name);
    name[PAYLOAD_PATH_MAX - 1] = '\0';
    int laid = payload_write(&file, 1, NULL, 0, &why);
    cr_expect_geq(laid, 0);
    close(laid);
    name[PAYLOAD_PATH_MAX - 1] = 'n';
    name[PAYLOAD_PATH_MAX] = '\0';
    cr_expect_eq(payload_write(&file, 1, NULL, 0, &why), -1);
}

Test(payload, both_lists_are_written_one_after_the_other)
{
    const struct sandbox_file first = { "a", "123", 3 }, second = { "b", "45678", 5 };
    const char *why;
    struct stat st;
    int laid = payload_write(&first, 1, &second, 1, &why);
    cr_assert_geq(laid, 0);
    cr_assert_eq(fstat(laid, &st), 0);
    cr_expect_eq(st.st_size, (off_t)(2 * sizeof(struct payload_head) + 3 + 5));
    close(laid);
}
