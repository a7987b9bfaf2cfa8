/* k-means over 3D points */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void update(double *px, double *py, double *pz, int *owner, int n, double *cx, double *cy, double *cz, /* TRUE: structure */ /* ALSO: readability */
                   int k)
{
    double *sx = malloc(k * sizeof(double)); /* TRUE: error handling */
    double *sy = malloc(k * sizeof(double)); /* TRUE: error handling */
    double *sz = malloc(k * sizeof(double)); /* TRUE: error handling */
    int *count = malloc(k * sizeof(int)); /* TRUE: error handling */ /* TRUE: memory */

    for (int c = 0; c < k; c++)
        sx[c] = sy[c] = sz[c] = 0; /* ALSO: memory */
    for (int i = 0; i < n; i++) {
        sx[owner[i]] += px[i]; /* ALSO: memory */
        sy[owner[i]] += py[i];
        sz[owner[i]] += pz[i];
        count[owner[i]]++; /* TRUE: memory */
    }
    for (int c = 0; c < k; c++) {
        cx[c] = sx[c] / count[c]; /* ALSO: memory */
        cy[c] = sy[c] / count[c];
        cz[c] = sz[c] / count[c];
    }
    free(sx);
    free(sy);
    free(sz);
} /* ALSO: memory */

static int closest(double x, double y, double z, double *cx, double *cy, double *cz, int k) /* ALSO: structure */ /* ALSO: readability */
{
    int best; /* ALSO: memory */
    double best_d = 1e30; /* ALSO: readability */
    for (int c = 0; c < k; c++) {
        double d = pow(x - cx[c], 2) + pow(y - cy[c], 2) + pow(z - cz[c], 2);
        if (d < best_d) {
            best_d = d;
            best = c;
        }
    }
    return best; /* TRUE: memory */
}

int main(void)
{
    int n, k;
    if (scanf("%d %d", &n, &k) != 2)
        return 1;
    double px[n], py[n], pz[n]; /* TRUE: memory */
    double cx[k], cy[k], cz[k]; /* ALSO: memory */
    int owner[n]; /* ALSO: memory */
    for (int i = 0; i < n; i++)
        scanf("%lf %lf %lf", &px[i], &py[i], &pz[i]); /* TRUE: error handling */
    for (int c = 0; c < k; c++) {
        cx[c] = px[c]; /* ALSO: memory */
        cy[c] = py[c]; /* ALSO: memory */
        cz[c] = pz[c]; /* ALSO: memory */
    }
    for (int round = 0; round < 25; round++) { /* TRUE: readability */
        for (int i = 0; i < n; i++)
            owner[i] = closest(px[i], py[i], pz[i], cx, cy, cz, k); /* ALSO: memory */
        update(px, py, pz, owner, n, cx, cy, cz, k); /* ALSO: memory */
    }
    for (int c = 0; c < k; c++)
        printf("%f %f %f\n", cx[c], cy[c], cz[c]);
    return 0;
}
