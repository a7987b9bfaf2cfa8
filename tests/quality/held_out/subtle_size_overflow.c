/* grayscale image blur; the size comes with the image */
#include <stdio.h>
#include <stdlib.h>

struct image {
    int width, height;
    unsigned char *pixels;
};

static int image_read(struct image *im, FILE *in)
{
    if (fscanf(in, "P5 %d %d 255", &im->width, &im->height) != 2)
        return -1;
    if (im->width <= 0 || im->height <= 0)
        return -1;
    (void)fgetc(in);
    im->pixels = malloc((size_t)(im->width * im->height)); /* TRUE: memory */
    if (im->pixels == NULL)
        return -1;
    size_t size = (size_t)im->width * (size_t)im->height;
    if (fread(im->pixels, 1, size, in) != size) { /* ALSO: memory */
        free(im->pixels);
        return -1;
    }
    return 0;
}

static int average_around(const struct image *im, int x, int y)
{
    int sum = 0, count = 0;
    for (int v = y - 1; v <= y + 1; v++) {
        for (int u = x - 1; u <= x + 1; u++) {
            if (v < 0 || v >= im->height || u < 0 || u >= im->width)
                continue;
            sum += im->pixels[(size_t)v * (size_t)im->width + (size_t)u];
            count++;
        }
    }
    return sum / count;
}

int main(void)
{
    struct image im;
    if (image_read(&im, stdin) != 0) {
        fputs("not an image\n", stderr);
        return 1;
    }
    printf("P5\n%d %d\n255\n", im.width, im.height);
    for (int y = 0; y < im.height; y++)
        for (int x = 0; x < im.width; x++)
            putchar(average_around(&im, x, y));
    free(im.pixels);
    return 0;
}
