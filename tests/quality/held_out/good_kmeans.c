/* Lloyd's k-means in two dimensions, first k points as seeds. Input: n k, then n points. */
#include <float.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROUNDS_MAX = 100, POINTS_MAX = 1000000 };

typedef struct { double x, y; } Point;

typedef struct {
    Point sum;
    size_t members;
} Accumulator;

static double distance2(Point p, Point q)
{
    double dx = p.x - q.x, dy = p.y - q.y;
    return dx * dx + dy * dy;
}

static size_t nearest(Point p, const Point *centres, size_t k)
{
    size_t best = 0;
    double best_distance = DBL_MAX;
    for (size_t i = 0; i < k; i++) {
        double d = distance2(p, centres[i]);
        if (d < best_distance) {
            best_distance = d;
            best = i;
        }
    }
    return best;
}

static bool assign(const Point *points, size_t n, const Point *centres, size_t k, size_t *owner)
{
    bool changed = false;
    for (size_t i = 0; i < n; i++) {
        size_t c = nearest(points[i], centres, k);
        changed = changed || c != owner[i];
        owner[i] = c;
    }
    return changed;
}

static void move_centres(const Point *points, size_t n, const size_t *owner,
                         Accumulator *work, Point *centres, size_t k)
{
    for (size_t c = 0; c < k; c++)
        work[c] = (Accumulator){ { 0, 0 }, 0 };
    for (size_t i = 0; i < n; i++) {
        Accumulator *a = &work[owner[i]];
        a->sum.x += points[i].x;
        a->sum.y += points[i].y;
        a->members++;
    }
    for (size_t c = 0; c < k; c++) {
        if (work[c].members == 0)
            continue; /* an empty cluster stays where it is */
        centres[c].x = work[c].sum.x / (double)work[c].members;
        centres[c].y = work[c].sum.y / (double)work[c].members;
    }
}

static bool read_points(Point *points, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (scanf("%lf %lf", &points[i].x, &points[i].y) != 2)
            return false;
    return true;
}

int main(void)
{
    size_t n, k;
    if (scanf("%zu %zu", &n, &k) != 2 || k == 0 || k > n || n > POINTS_MAX) {
        fprintf(stderr, "expected: n k with 0 < k <= n <= %d\n", POINTS_MAX);
        return 1;
    }

    int status = 1;
    Point *points = calloc(n, sizeof *points);
    Point *centres = calloc(k, sizeof *centres);
    size_t *owner = calloc(n, sizeof *owner);
    Accumulator *work = calloc(k, sizeof *work);
    if (!points || !centres || !owner || !work || !read_points(points, n))
        goto out;

    for (size_t c = 0; c < k; c++)
        centres[c] = points[c];
    for (int round = 0; round < ROUNDS_MAX; round++) {
        bool changed = assign(points, n, centres, k, owner);
        if (!changed && round > 0)
            break;
        move_centres(points, n, owner, work, centres, k);
    }
    for (size_t c = 0; c < k; c++)
        printf("%.4f %.4f\n", centres[c].x, centres[c].y);
    status = 0;
out:
    free(points);
    free(centres);
    free(owner);
    free(work);
    return status;
}
