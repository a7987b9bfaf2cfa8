/* hostile: makes threads without end
 * limits: processes=4
 * accept: exit:3|denied:clone
 * run: threads
 */
#include <pthread.h>
#include <stddef.h>
#include <unistd.h>

static void *work(void *unused)
{
    sleep(1000);
    return unused;
}

int main(void)
{
    pthread_t thread;
    pthread_attr_t small;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 65536);
    for (int i = 0; i < 1000; i++)
        if (pthread_create(&thread, &small, work, NULL) != 0)
            _exit(3);
    return 0;
}
