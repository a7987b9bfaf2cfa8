/* trial_calls.c - which small inputs a package's generators are asked for. */
#include "grader/pipeline/trial_calls.h"

#include <assert.h>
#include <string.h>

#include "grader/base/hash.h"
#include "grader/catalog/small_call.h"

/* Public: whoever has the package can make the same inputs. */
static const char seed_text[] = "grader counter-example 1";

/* Small ones first and close together: most mistakes show there. 0 is for generators that know it.
 */
static const size_t sizes[] = { 0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96 };
static_assert(sizeof sizes / sizeof sizes[0] == TRIAL_SIZES, "the budget is for these");

/* One way to make inputs: a family, or a test's call. */
struct recipe {
    const struct growth_family *family; /* NULL: the call */
    const struct generator_call *call;
    size_t generator;
    const struct test_case *like;
};

struct listing {
    const struct package *package;
    struct arena *arena;
    struct recipe *recipes;
    size_t recipe_count;
    struct trial_calls made;
};

/* ---- recipes ---- */

static size_t generator_index(const struct package *package, const char *name)
{
    size_t i = 0;
    while (i < package->generator_count && strcmp(package->generators[i].name, name) != 0)
        i++;
    return i;
}

/* A test whose arguments hold for the inputs of a generator: one that it makes, else the last. */
static const struct test_case *test_like(const struct package *package, size_t generator)
{
    const char *name = package->generators[generator].name;
    for (size_t i = 0; i < package->case_count; i++)
        if (package->cases[i].call && strcmp(package->cases[i].call->program, name) == 0)
            return &package->cases[i];
    return &package->cases[package->case_count - 1];
}

static void list_families(struct listing *listing, const struct growth_plan *plan)
{
    for (size_t i = 0; i < plan->family_count; i++) {
        size_t generator = plan->families[i].generator;
        listing->recipes[listing->recipe_count++] =
            (struct recipe){ &plan->families[i], NULL, generator,
                             test_like(listing->package, generator) };
    }
}

/* Of calls that are alike the largest stands for all: there is more below it. */
static void list_test(struct listing *listing, const struct test_case *test)
{
    size_t i = 0;
    const struct recipe made = { NULL, test->call,
                                 generator_index(listing->package, test->call->program), test };
    while (i < listing->recipe_count &&
           !(listing->recipes[i].call && small_call_is_alike(listing->recipes[i].call, test->call)))
        i++;
    if (i == listing->recipe_count)
        listing->recipes[listing->recipe_count++] = made;
    else if (small_call_size(test->call) > small_call_size(listing->recipes[i].call))
        listing->recipes[i] = made;
}

static void list_recipes(struct listing *listing, const struct growth_plan *plan)
{
    const struct package *package = listing->package;
    size_t most = (plan ? plan->family_count : 0) + package->case_count;
    listing->recipes = ARENA_ARRAY(listing->arena, most, struct recipe);
    if (plan && package->case_count > 0)
        list_families(listing, plan);
    for (size_t i = 0; i < package->case_count; i++)
        if (package->cases[i].call && small_call_is_possible(package->cases[i].call))
            list_test(listing, &package->cases[i]);
}

/* ---- calls ---- */

static uint64_t seed_of(const struct package *package, size_t size, size_t recipe, size_t round)
{
    struct hash hash;
    hash_init(&hash, NULL, 0);
    hash_field(&hash, str_of(seed_text));
    hash_field(&hash, str_of(package->id));
    hash_number(&hash, size);
    hash_number(&hash, recipe);
    hash_number(&hash, round);
    return hash_finish_u64(&hash);
}

static bool family_words(const struct listing *listing, const struct growth_family *family,
                         size_t size, uint64_t seed, struct word_list *out)
{
    const char *program = listing->package->generators[family->generator].name;
    struct word_list words = { ARENA_ARRAY(listing->arena, family->word_count, const char *),
                               family->word_count };
    for (size_t i = 0; i < family->word_count; i++)
        words.words[i] =
            plan_word(family->words[i], (double)size, (double)size, seed, listing->arena);
    if (small_call_is_of_test(listing->package, program, words, seed))
        return false;
    *out = words;
    return true;
}

/* `round`: how often this recipe was taken at this size before. */
static void add_call(struct listing *listing, size_t index, size_t size, size_t round)
{
    const struct recipe *recipe = &listing->recipes[index];
    uint64_t seed = seed_of(listing->package, size, index, round);
    struct word_list words;
    bool is_new = recipe->family ? (round == 0 || recipe->family->is_random) &&
                                       family_words(listing, recipe->family, size, seed, &words)
                                 : small_call_words(listing->package, recipe->call, size, seed,
                                                    listing->arena, &words);
    if (is_new)
        listing->made.calls[listing->made.count++] =
            (struct trial_call){ recipe->generator, words, recipe->like };
}

/* Goes on at `next`, so that many recipes all have their turn. */
static void add_size(struct listing *listing, size_t size, size_t *next)
{
    size_t most = size > 0 ? TRIAL_CALLS_A_SIZE : TRIAL_CALLS_A_SIZE / 3;
    size_t end = listing->made.count + most;
    for (size_t turn = 0; turn < most * listing->recipe_count && listing->made.count < end; turn++)
        add_call(listing, (*next)++ % listing->recipe_count, size, turn / listing->recipe_count);
}

void trial_calls_list(const struct package *package, const struct growth_plan *plan,
                      struct arena *arena, struct trial_calls *out)
{
    struct listing listing = { .package = package, .arena = arena };
    listing.made.calls = ARENA_ARRAY(arena, TRIAL_CALLS_MAX, struct trial_call);
    list_recipes(&listing, plan);
    size_t next = 0;
    for (size_t s = 0; s < TRIAL_SIZES; s++)
        add_size(&listing, sizes[s], &next);
    *out = listing.made;
}
