/* hostile: sleeps before main
 * limits: wall=300
 * accept: limit:idle
 * run: both
 */
#include <unistd.h>

__attribute__((constructor)) static void first(void)
{
    sleep(1000);
}

int main(void)
{
    return 0;
}
