/*
 * Logistic regression by stochastic gradient descent.
 * Input: rows, features, then a row a line: the features and the label, 0 or 1.
 * Output: the bias, the weights, and the share of rows that are classified rightly.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const double learning_rate = 0.1;
static const int epochs = 50;

typedef struct {
    size_t rows, features;
    double *x; /* rows × features */
    int *label;
} Dataset;

typedef struct {
    size_t features;
    double bias;
    double *weight;
} Model;

static double sigmoid(double z)
{
    if (z >= 0)
        return 1 / (1 + exp(-z));
    double e = exp(z);
    return e / (1 + e);
}

static double predict(const Model *model, const double *x)
{
    double z = model->bias;
    for (size_t j = 0; j < model->features; j++)
        z += model->weight[j] * x[j];
    return sigmoid(z);
}

static void train(Model *model, const Dataset *data)
{
    for (int epoch = 0; epoch < epochs; epoch++) {
        for (size_t i = 0; i < data->rows; i++) {
            const double *x = &data->x[i * data->features];
            double step = learning_rate * (data->label[i] - predict(model, x));
            model->bias += step;
            for (size_t j = 0; j < model->features; j++)
                model->weight[j] += step * x[j];
        }
    }
}

static double accuracy(const Model *model, const Dataset *data)
{
    size_t right = 0;
    for (size_t i = 0; i < data->rows; i++) {
        int guess = predict(model, &data->x[i * data->features]) >= 0.5;
        right += guess == data->label[i];
    }
    return (double)right / (double)data->rows;
}

static int dataset_read(Dataset *data)
{
    if (scanf("%zu %zu", &data->rows, &data->features) != 2)
        return -1;
    if (data->rows == 0 || data->rows > 1000000 || data->features == 0 || data->features > 1000)
        return -1;
    data->x = calloc(data->rows * data->features, sizeof *data->x);
    data->label = calloc(data->rows, sizeof *data->label);
    if (data->x == NULL || data->label == NULL)
        return -1;
    for (size_t i = 0; i < data->rows; i++) {
        for (size_t j = 0; j < data->features; j++)
            if (scanf("%lf", &data->x[i * data->features + j]) != 1)
                return -1;
        if (scanf("%d", &data->label[i]) != 1)
            return -1;
    }
    return 0;
}

static void print_model(const Model *model)
{
    printf("%.4f", model->bias);
    for (size_t j = 0; j < model->features; j++)
        printf(" %.4f", model->weight[j]);
    putchar('\n');
}

int main(void)
{
    Dataset data = { 0 };
    Model model = { 0 };
    int status = EXIT_FAILURE;

    if (dataset_read(&data) == 0) {
        model.features = data.features;
        model.weight = calloc(model.features, sizeof *model.weight);
    }
    if (model.weight != NULL) {
        train(&model, &data);
        print_model(&model);
        printf("%.4f\n", accuracy(&model, &data));
        status = EXIT_SUCCESS;
    } else {
        fputs("logreg: bad input or out of memory\n", stderr);
    }
    free(data.x);
    free(data.label);
    free(model.weight);
    return status;
}
