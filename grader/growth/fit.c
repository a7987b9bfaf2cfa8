/* fit.c - which class of the ladder a curve of costs belongs to. */
#include "grader/growth/fit.h"

#include <assert.h>
#include <math.h>

enum { TERM_MAX = 3, EXPONENTIAL_SIZE_MAX = 200, NO_CLASS = -1 };

static const double flat_ratio = 1.05;      /* below it a curve is constant */
static const double least_share = 0.15;     /* of the leading term at the largest size */
static const double most_negative = 0.6;    /* of a lower-order term, against the leading one */
static const double lower_term_price = 1.6; /* a model with one must be that much better */
static const double near_best = 1.3;        /* residuals this near count as equal */
static const double exact_residual = 0.003; /* and so do all below this */
static const double separation_max = 1e6;
static const double residual_least = 1e-7; /* what is left of sixteen digits when squares cancel */
static const double candidate_within = 2;  /* "A or B" */
static const double off_ladder_residual = 0.06;

/*
 * A curve prepared for fitting: each class at each size over the cost, scaled to 1 at the largest
 * size, and all their inner products, of which every model takes the few that it needs.
 */
struct curve {
    size_t count, class_count, last; /* last: index of the largest size */
    double column[GROWTH_CLASS_COUNT][GROWTH_POINT_MAX];
    double product[GROWTH_CLASS_COUNT][GROWTH_CLASS_COUNT];
    double sum[GROWTH_CLASS_COUNT];
};

static void set_columns(const struct growth_point *points, size_t count, struct curve *out)
{
    double largest = points[count - 1].n, scale = points[count - 1].cost;
    for (size_t k = 0; k < GROWTH_CLASS_COUNT; k++) {
        double whole = growth_class_log((enum growth_class)k, largest);
        for (size_t i = 0; i < count; i++)
            out->column[k][i] = exp(growth_class_log((enum growth_class)k, points[i].n) - whole) *
                                scale / points[i].cost;
    }
}

static double inner_product(const double *a, const double *b, size_t count, size_t skipped)
{
    double sum = 0;
    for (size_t i = 0; i < skipped; i++)
        sum += a[i] * b[i];
    for (size_t i = skipped + 1; i < count; i++)
        sum += a[i] * b[i];
    return sum;
}

/* The products of the columns without the size at `skipped`; count: without none. */
static void set_products(const struct growth_point *points, size_t count, size_t skipped,
                         struct curve *out)
{
    out->count = count - (skipped < count);
    out->last = skipped == count - 1 ? count - 2 : count - 1;
    out->class_count = points[out->last].n <= EXPONENTIAL_SIZE_MAX ? (size_t)GROWTH_CLASS_COUNT
                                                                   : (size_t)GROWTH_2_TO_N;
    for (size_t k = 0; k < out->class_count; k++) {
        double sum = 0;
        for (size_t i = 0; i < count; i++)
            sum += i == skipped ? 0 : out->column[k][i];
        out->sum[k] = sum;
        for (size_t j = 0; j <= k; j++)
            out->product[k][j] = out->product[j][k] =
                inner_product(out->column[k], out->column[j], count, skipped);
    }
}

/* ---- small least squares ---- */

/* Up to three classes, and their coefficients. */
struct model {
    size_t terms;
    int class[TERM_MAX];
    double x[TERM_MAX];
};

/*
 * Minimises Σ (Σ x[k]·column(class[k])[i] − 1)² over x without constraints: normal equations by
 * Cholesky, of columns scaled to length 1. With relative errors the columns of one model are far
 * from parallel (their condition is below 10⁴), so that of sixteen digits eight are left, where
 * three are looked at. Returns false when they are parallel.
 */
static bool solve(const struct curve *curve, struct model *model)
{
    double l[TERM_MAX][TERM_MAX], length[TERM_MAX] = { 0 }, z[TERM_MAX] = { 0 };
    for (size_t k = 0; k < model->terms; k++) {
        const double *row = curve->product[model->class[k]];
        length[k] = sqrt(row[model->class[k]]);
        double norm = 1, right = curve->sum[model->class[k]] / length[k];
        for (size_t j = 0; j < k; j++) {
            double inner = row[model->class[j]] / (length[k] * length[j]);
            for (size_t i = 0; i < j; i++)
                inner -= l[k][i] * l[j][i];
            l[k][j] = inner / l[j][j];
            norm -= l[k][j] * l[k][j];
            right -= l[k][j] * z[j];
        }
        if (!(norm > 1e-13))
            return false;
        l[k][k] = sqrt(norm);
        z[k] = right / l[k][k];
    }
    for (size_t k = model->terms; k-- > 0;) {
        double x = z[k];
        for (size_t j = k + 1; j < model->terms; j++)
            x -= l[j][k] * model->x[j];
        model->x[k] = x / l[k][k];
    }
    for (size_t k = 0; k < model->terms; k++)
        model->x[k] /= length[k];
    return true;
}

/* Sum of the squared relative errors, from the products. */
static double squares(const struct curve *curve, const struct model *model)
{
    double sum = (double)curve->count;
    for (size_t k = 0; k < model->terms; k++) {
        double row = -2 * curve->sum[model->class[k]];
        for (size_t j = 0; j < model->terms; j++)
            row += model->x[j] * curve->product[model->class[k]][model->class[j]];
        sum += model->x[k] * row;
    }
    return fmax(sum, 0);
}

static bool all_positive(const struct model *model)
{
    for (size_t k = 0; k < model->terms; k++)
        if (!(model->x[k] >= 0))
            return false;
    return true;
}

/*
 * The same with all x >= 0. With at most three terms the best is among the seven subsets whose
 * unconstrained solution is positive; when that of all terms is, it is the one. Leaves the terms of
 * that subset in the model and returns its sum of squares; INFINITY as soon as it is clear that it
 * can't be below `limit`.
 */
static double solve_positive(const struct curve *curve, struct model *model, double limit)
{
    struct model best = { 0 };
    double least = INFINITY;
    for (unsigned set = (1u << model->terms) - 1; set > 0; set--) {
        struct model some = { 0 };
        for (size_t k = 0; k < model->terms; k++)
            if (set >> k & 1)
                some.class[some.terms++] = model->class[k];
        if (!solve(curve, &some))
            continue;
        double sum = squares(curve, &some);
        bool is_whole = some.terms == model->terms;
        if (is_whole && sum >= limit)
            return INFINITY; /* no subset is better than all terms without constraints */
        if (!all_positive(&some))
            continue;
        if (sum < least) {
            least = sum;
            best = some;
        }
        if (is_whole)
            break;
    }
    *model = best;
    return least;
}

/* ---- models of one class ---- */

struct match {
    double residual; /* corrected for the number of terms; INFINITY: no model of this class */
    double share;
};

static void consider(struct match *best, double sum, size_t count, size_t terms, bool has_lower,
                     double share)
{
    if (!(share >= least_share) || count <= terms)
        return;
    double residual = sqrt(sum / (double)(count - terms)) * (has_lower ? lower_term_price : 1);
    if (residual < best->residual)
        *best = (struct match){ residual, share };
}

/* The part of the largest size's cost that a class has in the model. */
static double share_of(const struct curve *curve, const struct model *model, int class)
{
    for (size_t k = 0; k < model->terms; k++)
        if (model->class[k] == class)
            return model->x[k] * curve->column[class][curve->last];
    return 0;
}

/* a + b·g, and a + b·g + c·h. */
static void try_positive(const struct curve *curve, int g, int h, struct match *best)
{
    struct model model = { .terms = g == GROWTH_1 ? 1 : 2, .class = { g, GROWTH_1 } };
    if (h != NO_CLASS)
        model.class[model.terms++] = h;
    size_t terms = model.terms;
    double worst = best->residual / (h != NO_CLASS ? lower_term_price : 1);
    double limit = worst * worst * ((double)curve->count - (double)terms);
    double sum = solve_positive(curve, &model, limit);
    consider(best, sum, curve->count, terms, h != NO_CLASS, share_of(curve, &model, g));
}

/* b·g + c·h with c < 0, positive at each size. */
static void try_negative(const struct curve *curve, int g, int h, size_t size_count,
                         struct match *best)
{
    const double *leading = curve->column[g], *lower = curve->column[h];
    struct model model = { .terms = 2, .class = { g, h } };
    if (!solve(curve, &model) || !(model.x[0] > 0) || !(model.x[1] < 0) ||
        -model.x[1] * lower[curve->last] > most_negative * model.x[0] * leading[curve->last])
        return;
    for (size_t i = 0; i < size_count; i++)
        if (!(model.x[0] * leading[i] + model.x[1] * lower[i] > 0))
            return;
    consider(best, squares(curve, &model), curve->count, 2, true, share_of(curve, &model, g));
}

static struct match match_class(const struct curve *curve, int g, size_t size_count)
{
    struct match best = { INFINITY, 0 };
    try_positive(curve, g, NO_CLASS, &best);
    for (int h = GROWTH_LOG_N; h < g; h++) {
        try_positive(curve, g, h, &best);
        try_negative(curve, g, h, size_count, &best);
    }
    return best;
}

/* ---- the choice ---- */

struct ranking {
    struct match matches[GROWTH_CLASS_COUNT];
    size_t count;
    enum growth_class best;
};

static bool is_flat(const struct growth_point *points, size_t count, size_t skipped)
{
    double least = INFINITY, most = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == skipped)
            continue;
        least = fmin(least, points[i].cost);
        most = fmax(most, points[i].cost);
    }
    return most < flat_ratio * least || most <= 0;
}

/* Of all sizes but the one at `skipped`; count: of all. */
static void rank(const struct growth_point *points, size_t count, size_t skipped,
                 struct curve *curve, struct ranking *out)
{
    double least = INFINITY;
    set_products(points, count, skipped, curve);
    out->count = curve->class_count;
    out->best = GROWTH_1;
    for (size_t k = 0; k < out->count; k++) {
        out->matches[k] = match_class(curve, (int)k, count);
        least = fmin(least, out->matches[k].residual);
    }
    double limit = fmax(near_best * least, exact_residual);
    for (size_t k = out->count; k-- > 0;)
        if (out->matches[k].residual <= limit)
            out->best = (enum growth_class)k;
}

enum growth_confidence fit_confidence(double separation)
{
    static const double from[] = {
        [CONFIDENCE_WEAK] = 1.3, [CONFIDENCE_LIKELY] = 2, [CONFIDENCE_CERTAIN] = 4
    };
    enum growth_confidence confidence = CONFIDENCE_CERTAIN;
    while (confidence > CONFIDENCE_NONE && !(separation >= from[confidence]))
        confidence--;
    return confidence;
}

static void fill_candidates(const struct ranking *ranking, struct growth_fit *out)
{
    double limit = candidate_within * fmax(out->residual, exact_residual / candidate_within);
    bool is_sure = out->separation >= candidate_within;
    for (size_t k = 0; k < ranking->count; k++) {
        /* Where everything fits equally badly there is still room for the class itself. */
        size_t kept = k < (size_t)out->class ? 1 : 0;
        bool is_one = !is_sure && ranking->matches[k].residual <= limit;
        if (k == (size_t)out->class ||
            (is_one && out->candidate_count + kept < GROWTH_CANDIDATE_MAX))
            out->candidates[out->candidate_count++] = (enum growth_class)k;
    }
}

static struct growth_fit describe(const struct ranking *ranking)
{
    const struct match *match = &ranking->matches[ranking->best];
    struct growth_fit fit = { .class = ranking->best,
                              .share = fmin(match->share, 1),
                              .residual = match->residual };
    double others = INFINITY;
    for (size_t k = 0; k < ranking->count; k++)
        if (k != (size_t)ranking->best)
            others = fmin(others, ranking->matches[k].residual);
    fit.separation = fmin(others / fmax(match->residual, residual_least), separation_max);
    fit.confidence = fit_confidence(fit.separation);
    fit.is_off_ladder = !(match->residual <= off_ladder_residual);
    fill_candidates(ranking, &fit);
    return fit;
}

static struct growth_fit constant(void)
{
    return (struct growth_fit){ .class = GROWTH_1,
                                .candidates = { GROWTH_1 },
                                .candidate_count = 1,
                                .separation = separation_max,
                                .confidence = CONFIDENCE_CERTAIN,
                                .share = 1 };
}

/* How often the class stays when one size is left out: a single odd point decides nothing. */
static void jackknife(const struct growth_point *points, size_t count, struct curve *curve,
                      struct growth_fit *fit)
{
    for (size_t skipped = 0; skipped < count && count > FIT_POINT_MIN; skipped++) {
        struct ranking ranking = { .best = GROWTH_1 };
        if (!is_flat(points, count, skipped))
            rank(points, count, skipped, curve, &ranking);
        fit->refits++;
        fit->agreeing += ranking.best == fit->class;
    }
}

static bool is_curve(const struct growth_point *points, size_t count)
{
    if (count < FIT_POINT_MIN || count > GROWTH_POINT_MAX)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!isfinite(points[i].cost) || points[i].cost < 0 || !(points[i].n >= 1) ||
            (i > 0 && !(points[i].n > points[i - 1].n)))
            return false;
    return true;
}

/* A relative error needs something. */
static void set_positive(const struct growth_point *points, size_t count, struct growth_point *out)
{
    for (size_t i = 0; i < count; i++) {
        out[i] = points[i];
        out[i].cost = fmax(points[i].cost, 1);
    }
}

bool fit_class(const struct growth_point *points, size_t count, enum growth_class *out)
{
    struct growth_point positive[GROWTH_POINT_MAX];
    struct ranking ranking = { .best = GROWTH_1 };
    if (!is_curve(points, count))
        return false;
    set_positive(points, count, positive);
    if (!is_flat(positive, count, count)) {
        struct curve curve;
        set_columns(positive, count, &curve);
        rank(positive, count, count, &curve, &ranking);
    }
    *out = ranking.best;
    return true;
}

bool fit_curve(const struct growth_point *points, size_t count, struct growth_fit *out)
{
    assert(points && out);
    struct growth_point positive[GROWTH_POINT_MAX];
    struct growth_fit fit = constant();
    struct curve curve;
    if (!is_curve(points, count))
        return false;
    set_positive(points, count, positive);
    set_columns(positive, count, &curve);
    if (!is_flat(positive, count, count)) {
        struct ranking ranking;
        rank(positive, count, count, &curve, &ranking);
        fit = describe(&ranking);
    }
    jackknife(positive, count, &curve, &fit);
    *out = fit;
    return true;
}
