/* hostile: a thread made in a constructor makes a forbidden call later
 * limits: processes=4 wall=5000
 * accept: denied:socket
 * run: threads
 */
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

static void *work(void *unused)
{
    usleep(30000);
    socket(AF_INET, SOCK_STREAM, 0);
    return unused;
}

__attribute__((constructor)) static void first(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
}

int main(void)
{
    sleep(1000);
    return 3;
}
