/* hostile: forks from a thread
 * limits: processes=4
 * accept: denied:clone
 * run: threads
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *work(void *unused)
{
    if (fork() == 0)
        puts("ESCAPED");
    return unused;
}

int main(void)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, NULL) != 0)
        return 4;
    pthread_join(thread, NULL);
    return 3;
}
