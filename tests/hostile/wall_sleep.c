/* hostile: sleeps
 * limits: wall=300
 * accept: limit:idle
 * cause: waited or slept
 * run: both
 */
#include <unistd.h>

int main(void)
{
    sleep(1000);
    return 0;
}
