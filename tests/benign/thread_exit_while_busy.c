/* thread_exit_while_busy.c - main returns while threads still work.
 *
 * expect: exit 0
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *work(void *argument)
{
    for (;;)
        sleep(1);
    return argument;
}

int main(void)
{
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
        if (pthread_create(&threads[i], NULL, work, NULL) != 0)
            return 1;
    puts("main is done");
    return 0;
}
