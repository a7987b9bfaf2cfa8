/* hostile: stops itself as a terminal would
 * limits: wall=5000
 * accept: limit:idle|exit:0
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(SIGTSTP);
    return 0;
}
