/* hostile: sends itself SIGXFSZ to look like something else
 * accept: limit:output|signal:25
 * run: both
 */
#include <signal.h>

int main(void)
{
    raise(25);
    return 3;
}
