/* growth_curves.c - synthetic curves of a known class, and two published fits to compare with. */
#include "tests/support/growth_curves.h"

#include <assert.h>
#include <math.h>

#include "grader/base/attr.h"

double curve_value(enum growth_class class, double n)
{
    double log_n = log(n) / log(2), product = 1;
    switch (class) {
    case GROWTH_1:
        return 1;
    case GROWTH_LOG_N:
        return log_n;
    case GROWTH_SQRT_N:
        return sqrt(n);
    case GROWTH_N:
        return n;
    case GROWTH_N_LOG_N:
        return n * log_n;
    case GROWTH_N_1_5:
        return n * sqrt(n);
    case GROWTH_N_2:
        return n * n;
    case GROWTH_N_2_LOG_N:
        return n * n * log_n;
    case GROWTH_N_3:
        return n * n * n;
    case GROWTH_2_TO_N:
        return ldexp(1, (int)n);
    case GROWTH_N_FACTORIAL:
        for (int i = 2; i <= (int)n; i++)
            product *= i;
        return product;
    case GROWTH_CLASS_COUNT:
        break;
    }
    assert(0);
    return 0;
}

void curve_sizes(enum growth_class class, double first, size_t count, struct growth_point *out)
{
    for (size_t i = 0; i < count; i++)
        out[i] = (struct growth_point){ .n = class < GROWTH_2_TO_N ? first * ldexp(1, (int)i)
                                                                   : first + (double)i };
}

void curve_fill(enum growth_class g, enum growth_class h, double lower, double scale,
                struct growth_point *points, size_t count)
{
    double n = points[count - 1].n;
    double weight = lower * curve_value(g, n) / curve_value(h, n);
    for (size_t i = 0; i < count; i++)
        points[i].cost =
            scale * (curve_value(g, points[i].n) + weight * curve_value(h, points[i].n));
}

static const enum growth_class known_to_both[] = { GROWTH_1,       GROWTH_LOG_N, GROWTH_N,
                                                   GROWTH_N_LOG_N, GROWTH_N_2,   GROWTH_N_3 };

enum growth_class curve_google(const struct growth_point *points, size_t count)
{
    enum growth_class best = GROWTH_1;
    double least = INFINITY;
    for (size_t k = 0; k < COUNT_OF(known_to_both); k++) {
        double gg = 0, gy = 0, sum = 0, mean = 0;
        for (size_t i = 0; i < count; i++) {
            double g = curve_value(known_to_both[k], points[i].n);
            gg += g * g;
            gy += g * points[i].cost;
            mean += points[i].cost / (double)count;
        }
        for (size_t i = 0; i < count; i++) {
            double fit = gy / gg * curve_value(known_to_both[k], points[i].n);
            sum += (points[i].cost - fit) * (points[i].cost - fit);
        }
        double rms = sqrt(sum / (double)count) / mean;
        if (rms < least) {
            least = rms;
            best = known_to_both[k];
        }
    }
    return best;
}

enum growth_class curve_big_o(const struct growth_point *points, size_t count)
{
    enum growth_class best = GROWTH_1;
    double least = INFINITY;
    for (size_t k = 0; k < COUNT_OF(known_to_both); k++) {
        double mean_g = 0, mean_y = 0, gg = 0, gy = 0, sum = 0;
        for (size_t i = 0; i < count; i++) {
            mean_g += curve_value(known_to_both[k], points[i].n) / (double)count;
            mean_y += points[i].cost / (double)count;
        }
        for (size_t i = 0; i < count; i++) {
            double g = curve_value(known_to_both[k], points[i].n) - mean_g;
            gg += g * g;
            gy += g * (points[i].cost - mean_y);
        }
        double b = gg > 0 ? gy / gg : 0;
        for (size_t i = 0; i < count; i++) {
            double g = curve_value(known_to_both[k], points[i].n) - mean_g;
            double miss = points[i].cost - mean_y - b * g;
            sum += miss * miss;
        }
        if (sum < least * 0.93) {
            least = sum;
            best = known_to_both[k];
        }
    }
    return best;
}
