/* rand_time_seed.c - srand by time and process number, as beginners do.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

int main(void)
{
    srand((unsigned)time(NULL) ^ (unsigned)getpid() ^ (unsigned)getppid() ^ (unsigned)getuid());
    int seen[6] = { 0 };
    for (int i = 0; i < 60000; i++)
        seen[rand() % 6]++;
    for (int i = 0; i < 6; i++)
        printf("%d", seen[i] > 8000);
    putchar('\n');
    return 0;
}
