/* thread_main_exits.c - main leaves by pthread_exit, a thread ends the program.
 *
 * expect: exit 12
 * profile: threads
 * flags: -pthread
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void *work(void *argument)
{
    usleep(2000);
    printf("the last one\n");
    exit(*(int *)argument);
}

int main(void)
{
    static int code = 12;
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, &code) != 0)
        return 1;
    pthread_exit(NULL);
}
