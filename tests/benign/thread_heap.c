/* thread_heap.c - each thread allocates and frees much.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *work(void *argument)
{
    unsigned long sum = 0;
    char *kept[256] = { 0 };
    for (int i = 0; i < 20000; i++) {
        int at = i * 7 % 256;
        free(kept[at]);
        size_t size = (size_t)(i * 37 % 3000 + 1);
        kept[at] = malloc(size);
        memset(kept[at], i, size);
        sum += (unsigned char)kept[at][size / 2];
    }
    for (int i = 0; i < 256; i++)
        free(kept[i]);
    char *large = calloc(1, 4 << 20);
    large[100] = 1;
    sum += (unsigned char)large[100];
    free(large);
    *(unsigned long *)argument = sum;
    return NULL;
}

int main(void)
{
    pthread_t threads[8];
    unsigned long sums[8], total = 0;
    for (int i = 0; i < 8; i++)
        if (pthread_create(&threads[i], NULL, work, &sums[i]) != 0)
            return 1;
    for (int i = 0; i < 8; i++) {
        pthread_join(threads[i], NULL);
        total += sums[i];
    }
    printf("%lu\n", total);
    return 0;
}
