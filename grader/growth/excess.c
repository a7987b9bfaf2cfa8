/* excess.c - how much faster a cost of two parameters grows than something else. */
#include "grader/growth/excess.h"

#include <assert.h>
#include <math.h>

#include "grader/base/attr.h"

const double excess_most = 0.4;

/* ---- a plane through logarithms ---- */

struct sums {
    double xx, xy, yy, xz, yz;
};

/* Least squares of z = c + a·x + b·y by its normal equations. */
static bool solve_plane(const struct sums *s, struct excess *out)
{
    double determinant = s->xx * s->yy - s->xy * s->xy;
    if (!(determinant > 1e-6 * s->xx * s->yy))
        return false;
    out->n = (s->xz * s->yy - s->yz * s->xy) / determinant;
    out->m = (s->yz * s->xx - s->xz * s->xy) / determinant;
    return true;
}

bool excess_of(const struct growth_point *points, const double *other, size_t count,
               struct excess *out)
{
    double x[GROWTH_POINT_MAX], y[GROWTH_POINT_MAX], z[GROWTH_POINT_MAX];
    double mean_x = 0, mean_y = 0, mean_z = 0;
    struct sums sums = { 0 };
    assert(count <= GROWTH_POINT_MAX);
    for (size_t i = 0; i < count; i++) {
        x[i] = log(points[i].n);
        y[i] = log(points[i].m);
        z[i] = log(fmax(points[i].cost, 1) / other[i]);
        mean_x += x[i] / (double)count;
        mean_y += y[i] / (double)count;
        mean_z += z[i] / (double)count;
    }
    for (size_t i = 0; i < count; i++) {
        double dx = x[i] - mean_x, dy = y[i] - mean_y, dz = z[i] - mean_z;
        sums.xx += dx * dx;
        sums.xy += dx * dy;
        sums.yy += dy * dy;
        sums.xz += dx * dz;
        sums.yz += dy * dz;
    }
    return solve_plane(&sums, out);
}

/* ---- a mixture ---- */

/* Parts and what they shall add up to, each divided by the cost: the wanted sum is 1 everywhere. */
struct mixture {
    double part[EXCESS_PART_MAX][GROWTH_POINT_MAX];
    size_t part_count, count;
};

/* Normal equations of the parts in `chosen`, a bit each. */
struct equations {
    double at[EXCESS_PART_MAX][EXCESS_PART_MAX + 1];
    size_t part[EXCESS_PART_MAX];
    size_t count;
};

static void set_up(const struct mixture *mixture, unsigned chosen, struct equations *out)
{
    *out = (struct equations){ .count = 0 };
    for (size_t p = 0; p < mixture->part_count; p++)
        if (chosen & 1u << p)
            out->part[out->count++] = p;
    for (size_t r = 0; r < out->count; r++)
        for (size_t i = 0; i < mixture->count; i++) {
            const double left = mixture->part[out->part[r]][i];
            for (size_t c = 0; c < out->count; c++)
                out->at[r][c] += left * mixture->part[out->part[c]][i];
            out->at[r][out->count] += left;
        }
}

/* Gauss and Jordan; the matrix is positive definite, or the parts are alike and it fails. */
static bool eliminate(struct equations *e)
{
    for (size_t k = 0; k < e->count; k++) {
        double pivot = e->at[k][k];
        if (!(fabs(pivot) > 1e-12))
            return false;
        for (size_t c = 0; c <= e->count; c++)
            e->at[k][c] /= pivot;
        for (size_t r = 0; r < e->count; r++) {
            double times = e->at[r][k];
            for (size_t c = 0; r != k && c <= e->count; c++)
                e->at[r][c] -= times * e->at[k][c];
        }
    }
    return true;
}

static double sum_at(const struct mixture *mixture, const struct equations *solved, size_t i)
{
    double sum = 0;
    for (size_t r = 0; r < solved->count; r++)
        sum += solved->at[r][solved->count] * mixture->part[solved->part[r]][i];
    return sum;
}

/* The error of the mixture of these parts; infinite when one would be negative. */
static double error_of(const struct mixture *mixture, unsigned chosen, struct equations *out)
{
    double error = 0;
    set_up(mixture, chosen, out);
    if (!eliminate(out))
        return INFINITY;
    for (size_t r = 0; r < out->count; r++)
        if (!(out->at[r][out->count] > 0))
            return INFINITY;
    for (size_t i = 0; i < mixture->count; i++)
        error += pow(sum_at(mixture, out, i) - 1, 2);
    return error;
}

bool excess_over_mixture(const struct growth_point *points, const double *const *parts,
                         size_t part_count, size_t count, struct excess *out)
{
    double other[GROWTH_POINT_MAX], least = INFINITY;
    struct mixture mixture = { .part_count = part_count, .count = count };
    struct equations best = { .count = 0 };
    assert(count <= GROWTH_POINT_MAX && part_count >= 1 && part_count <= EXCESS_PART_MAX);
    for (size_t p = 0; p < part_count; p++)
        for (size_t i = 0; i < count; i++)
            mixture.part[p][i] = parts[p][i] / fmax(points[i].cost, 1);
    for (unsigned chosen = 1; chosen < 1u << part_count; chosen++) {
        struct equations solved;
        double error = error_of(&mixture, chosen, &solved);
        if (error < least) {
            least = error;
            best = solved;
        }
    }
    if (!isfinite(least))
        return false;
    for (size_t i = 0; i < count; i++)
        other[i] = sum_at(&mixture, &best, i) * fmax(points[i].cost, 1);
    return excess_of(points, other, count, out);
}
