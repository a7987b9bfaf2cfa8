/* hostile: sends itself SIGSYS to look like a forbidden call
 * accept: denied:tgkill
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(SIGSYS);
    return 3;
}
