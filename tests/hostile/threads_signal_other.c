/* hostile: signals the first process from a thread
 * limits: processes=4
 * accept: denied:tgkill
 * run: threads
 */
#include <pthread.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *work(void *unused)
{
    if (syscall(SYS_tgkill, 1, 1, 9) == 0)
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
