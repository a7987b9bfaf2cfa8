/* Reads two matrices and prints their product. The inner loops go along rows, in blocks. */
#include <stdio.h>
#include <stdlib.h>

#define BLOCK 32
#define DIM_MAX 4096

typedef struct matrix {
    size_t rows, cols;
    double *cells;
} matrix;

static size_t min(size_t a, size_t b)
{
    return a < b ? a : b;
}

static int matrix_init(matrix *m, size_t rows, size_t cols)
{
    m->rows = rows;
    m->cols = cols;
    m->cells = calloc(rows * cols, sizeof(double));
    return m->cells ? 0 : -1;
}

static void matrix_free(matrix *m)
{
    free(m->cells);
    m->cells = NULL;
}

static int matrix_read(matrix *m)
{
    size_t rows, cols;

    if (scanf("%zu %zu", &rows, &cols) != 2)
        return -1;
    if (rows == 0 || rows > DIM_MAX || cols == 0 || cols > DIM_MAX)
        return -1;
    if (matrix_init(m, rows, cols) != 0)
        return -1;
    for (size_t i = 0; i < rows * cols; i++)
        if (scanf("%lf", &m->cells[i]) != 1)
            return -1;
    return 0;
}

/* c += the product of a's columns [k0, k1) and b's rows [k0, k1), for c's rows [i0, i1) */
static void multiply_block(const matrix *a, const matrix *b, matrix *c, size_t i0, size_t k0)
{
    size_t i1 = min(i0 + BLOCK, a->rows);
    size_t k1 = min(k0 + BLOCK, a->cols);

    for (size_t i = i0; i < i1; i++) {
        double *out = &c->cells[i * c->cols];
        for (size_t k = k0; k < k1; k++) {
            double factor = a->cells[i * a->cols + k];
            const double *row = &b->cells[k * b->cols];
            for (size_t j = 0; j < c->cols; j++)
                out[j] += factor * row[j];
        }
    }
}

static void matrix_print(const matrix *m)
{
    for (size_t i = 0; i < m->rows; i++)
        for (size_t j = 0; j < m->cols; j++)
            printf("%.6g%c", m->cells[i * m->cols + j], j + 1 < m->cols ? ' ' : '\n');
}

int main(void)
{
    matrix a = { 0 }, b = { 0 }, c = { 0 };
    int status = 1;

    if (matrix_read(&a) != 0 || matrix_read(&b) != 0) {
        fputs("cannot read the matrices\n", stderr);
        goto done;
    }
    if (a.cols != b.rows) {
        fprintf(stderr, "shapes differ: %zu columns, %zu rows\n", a.cols, b.rows);
        goto done;
    }
    if (matrix_init(&c, a.rows, b.cols) != 0)
        goto done;
    for (size_t i = 0; i < a.rows; i += BLOCK)
        for (size_t k = 0; k < a.cols; k += BLOCK)
            multiply_block(&a, &b, &c, i, k);
    matrix_print(&c);
    status = 0;
done:
    matrix_free(&a);
    matrix_free(&b);
    matrix_free(&c);
    return status;
}
