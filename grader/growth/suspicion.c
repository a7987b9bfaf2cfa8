/* suspicion.c - does a count agree with what else is known? */
#include "grader/growth/suspicion.h"

#include <math.h>
#include <string.h>

/* ---- time ---- */

static const double least_ns = 5e6; /* 5 ms: below, a clock says little */
static const double most_ns_a_unit = 100;
static const double least_ns_a_unit = 0.003;
static const double most_growth = 4; /* of ns a unit, over eightfold n */
static const double growth_span = 8;

static double reference_us(const struct lab_series *reference, double n)
{
    for (size_t i = 0; reference && i < reference->count; i++)
        if (reference->work[i].n == n)
            return fmax(
                (double)reference->work[i].all_cpu_us - (double)reference->work[0].all_cpu_us, 0);
    return 0;
}

/* Nanoseconds at a size beyond starting up and beyond the driver's share. */
static double own_ns(const struct lab_series *series, const struct lab_series *reference, size_t i)
{
    double us = (double)series->work[i].all_cpu_us - (double)series->work[0].all_cpu_us;
    return 1e3 * (us - reference_us(reference, series->work[i].n));
}

static double ns_a_unit(const struct lab_series *series, const struct lab_series *reference,
                        size_t i)
{
    double units = (double)series->work[i].all_units + (double)series->work[i].driver_bytes;
    return own_ns(series, reference, i) / fmax(units, 1);
}

static const char *grows(const struct lab_series *series, const struct lab_series *reference,
                         size_t i, struct arena *arena)
{
    for (size_t k = 0; k < i; k++) {
        bool is_far = series->work[i].n >= growth_span * series->work[k].n;
        if (!is_far || own_ns(series, reference, k) < least_ns)
            continue;
        double times = ns_a_unit(series, reference, i) / ns_a_unit(series, reference, k);
        if (times > most_growth)
            return arena_printf(arena,
                                "the time a unit of work takes grows %.1f-fold from n = %.0f to "
                                "n = %.0f: work is done that is not counted",
                                times, series->work[k].n, series->work[i].n);
    }
    return "";
}

const char *suspicion_of_time(const struct lab_series *series, const struct lab_series *reference,
                              struct arena *arena)
{
    for (size_t i = series->count; i-- > 1;) {
        if (own_ns(series, reference, i) < least_ns)
            continue;
        double ns = ns_a_unit(series, reference, i);
        if (ns > most_ns_a_unit)
            return arena_printf(arena,
                                "a unit of work took %.0f ns at n = %.0f; honest programs need "
                                "less than %.0f: work is done that is not counted",
                                ns, series->work[i].n, most_ns_a_unit);
        double least = own_ns(series, reference, i) / fmax((double)series->work[i].all_units, 1);
        if (least < least_ns_a_unit)
            return arena_printf(arena,
                                "a unit of work took only %.4f ns at n = %.0f: more is counted "
                                "than is done",
                                least, series->work[i].n);
        const char *why = grows(series, reference, i, arena);
        if (*why)
            return why;
    }
    return "";
}

/* ---- repeats ---- */

static const double most_variation = 2, most_variation_off_ladder = 1.25;

const char *suspicion_of_repeats(const struct lab_repeats *repeats,
                                 const struct growth_curve *curve, struct arena *arena)
{
    double least = (double)repeats->least_units, most = (double)repeats->most_units;
    bool is_wild = curve->has_fit && curve->fit.is_off_ladder;
    if (most < (is_wild ? most_variation_off_ladder : most_variation) * fmax(least, 1))
        return "";
    return arena_printf(arena,
                        "the same input cost %.0f units of work, and %.0f another time: the work "
                        "depends on something else than the input",
                        least, most);
}

/* ---- symbols ---- */

static const struct {
    const char *name, *what;
    bool is_beginning;
} calls[] = {
    { "__start_", "refers to the counters", true },
    { "__stop_", "refers to the counters", true },
    { "__llvm_", "refers to the counters", true },
    { "__count_", "refers to the counting of library calls", true },
    { "__wrap_", "refers to the counting of library calls", true },
    { "__real_", "refers to the counting of library calls", true },
    { "syscall", "makes bare system calls", false },
    { "fork", "makes processes", false },
    { "vfork", "makes processes", false },
    { "clone", "makes processes", false },
    { "posix_spawn", "makes processes", true },
    { "exec", "makes processes", true },
    { "system", "makes processes", false },
    { "popen", "makes processes", false },
    { "mprotect", "changes what memory may be executed", false },
    { "pkey_mprotect", "changes what memory may be executed", false },
    { "process_vm_", "reads memory past its variables", true },
    { "sleep", "waits", false },
    { "usleep", "waits", false },
    { "nanosleep", "waits", false },
    { "clock_nanosleep", "waits", false },
    { "thrd_sleep", "waits", false },
    { "pause", "waits", false },
    { "sigsuspend", "waits", false },
};

const char *suspicion_of_symbols(const struct count_program *program, struct arena *arena)
{
    for (size_t i = 0; i < program->blind_spot_count; i++) {
        const char *name = program->blind_spots[i];
        for (size_t k = 0; k < COUNT_OF(calls); k++)
            if (calls[k].is_beginning ? str_starts(name, calls[k].name)
                                      : strcmp(name, calls[k].name) == 0)
                return arena_printf(arena, "the program %s (%s)", calls[k].what, name);
    }
    return "";
}
