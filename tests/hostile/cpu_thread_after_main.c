/* hostile: main ends, a thread computes on
 * limits: cpu=100 processes=4
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
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, NULL) != 0)
        return 4;
    pthread_exit(NULL);
}
