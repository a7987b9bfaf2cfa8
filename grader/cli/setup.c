/* setup.c - from options to means. */
#include "grader/cli/setup.h"

#include <unistd.h>

#include "grader/cli/home.h"
#include "grader/pipeline/doctor.h"

const char *const setup_protections[] = { [PROTECTION_MINIMAL] = "minimal",
                                          [PROTECTION_STANDARD] = "standard",
                                          [PROTECTION_FULL] = "full",
                                          NULL };

unsigned setup_jobs(void)
{
    enum { MOST = 64 };
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    return processors < 1 ? 1 : processors < MOST ? (unsigned)processors : MOST;
}

bool setup_make(struct setup *setup, enum protection_level least, const char *key_path,
                struct arena *arena, struct err *err)
{
    struct means *means = &setup->means;
    if (!boxed_init(&setup->boxed, least, err))
        return false;
    *means = (struct means){ .runner = &setup->boxed.runner,
                             .starter = boxed_starter_object(),
                             .key = means_practice_key(),
                             .key_is_secret = key_path != NULL };
    return home_executable(arena, &means->executable, err) &&
           (!key_path || means_load_key(key_path, arena, &means->key, err)) &&
           means_find_cache(arena, &means->cache, err);
}

bool setup_for_judging(struct setup *setup, enum protection_level least, const char *key_path,
                       struct arena *arena, struct err *err)
{
    return setup_make(setup, least, key_path, arena, err) &&
           doctor_must_pass(&setup->means, arena, err);
}
