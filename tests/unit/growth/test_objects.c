/* test_objects.c - what nm and size print becomes blind spots, bytes and escapes. */
#include "grader/growth/objects.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static struct arena arena;
static struct objects objects;
static void tear_down(void)
{
    arena_release(&arena);
}
TestSuite(objects, .fini = tear_down);

static const char usual_sections[] = ".grader-counted.o  :\nsection size addr\n.text 100 0\n"
                                     "__llvm_prf_cnts 8 0\n.rodata.str1.1 9 0\nTotal 117\n";

static const char *escape_of(const char *symbols, const char *sections)
{
    static const char *const counted[] = { "dir/main.c", "an-other.c" };
    const struct objects_request request = { .symbols = str_of(symbols),
                                             .driver = str_of("driver.o:\nhelp T 0 10\n"),
                                             .sections = str_of(sections),
                                             .counted = counted,
                                             .counted_count = 2 };
    objects_read(&request, &arena, &objects);
    return objects.escape;
}

Test(objects, passes_functions_whose_counters_are_there)
{
    cr_expect(eq(str,
                 (char *)escape_of("__profc_main n 0 \n__profc_main.c_own n 0 \n"
                                   "__profc_an_other.c_own n 0 \nmain T 0 10\nown t 10 10\n"
                                   "own t 20 10\ntable D 0 8\nprintf U         \n",
                                   usual_sections),
                 ""));
    cr_expect(not(objects.is_by_gcc));
    cr_expect(eq(str,
                 (char *)escape_of("__gcov0.main b 0 8\n__gcov0.inner.0 b 8 8\nmain T 0 10\n"
                                   "inner.0 t 10 10\n_sub_I_00100_0 t 20 10\n",
                                   usual_sections),
                 ""));
    cr_expect(objects.is_by_gcc);
}

Test(objects, sees_a_function_without_a_counter)
{
    cr_expect(eq(str, (char *)escape_of("__profc_main n 0 \nmain T 0 10\npairs t 10 10\n", ""),
                 "the function 'pairs' is not counted"));
    cr_expect(eq(str, (char *)escape_of("main T 0 10\n", ""), "")); /* a compiler without names */
    /* a static one's counter does not stand for one that others see, nor another file's */
    cr_expect(ne(str, (char *)escape_of("__profc_main.c_f n 0 \nf T 0 10\n", ""), ""));
    cr_expect(ne(str, (char *)escape_of("__profc_else.c_f n 0 \nf t 0 10\n", ""), ""));
    cr_expect(ne(str, (char *)escape_of("__profc_x_f n 0 \nx_f T 0 10\nf t 0 10\n", ""), ""));
}

Test(objects, sees_foundations_and_sections_of_its_own)
{
    cr_expect(eq(str, (char *)escape_of("__profc_malloc n 0 \nmalloc T 0 10\n", ""),
                 "the program has a 'malloc' of its own"));
    cr_expect(eq(str, (char *)escape_of("", ".text 1 0\n.text.more 6 0\n"),
                 "the program has a section of its own (.text.more)"));
    cr_expect(ne(str, (char *)escape_of("", ".init_array.101 8 0\n"), ""));
    cr_expect(ne(str, (char *)escape_of("", ".preinit_array 8 0\n"), ""));
    cr_expect(eq(str, (char *)escape_of("", ".init_array 8 0\n.text.unlikely. 5 0\n"), ""));
}

Test(objects, names_blind_spots_and_adds_up_variables)
{
    escape_of("sort_it U \nprintf U \nhelp U \nabc w \nfork t 0 1\nfork U \n",
              ".data 8 0\n.bss 100 0\n.text 5 0\n.data.x 2 0\n.bss 1e9 0\n");
    cr_assert(eq(sz, objects.blind_spot_count, 3));
    cr_expect(eq(str, (char *)objects.blind_spots[0], "abc"));
    cr_expect(eq(str, (char *)objects.blind_spots[1], "fork"));
    cr_expect(eq(str, (char *)objects.blind_spots[2], "sort_it"));
    cr_expect(eq(u64, objects.static_bytes, 110));
}
