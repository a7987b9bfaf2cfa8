/* hostile: computes in four threads
 * limits: cpu=300 processes=4 memory=128
 * accept: limit:cpu
 * run: threads
 */
#include <pthread.h>
#include <stddef.h>

static void *work(void *unused)
{
    for (volatile unsigned i = 0;; i++)
        ;
    return unused;
}

int main(void)
{
    pthread_t threads[4];
    for (int i = 0; i < 3; i++)
        if (pthread_create(&threads[i], NULL, work, NULL) != 0)
            return 4;
    work(NULL);
}
