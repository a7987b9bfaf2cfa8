/* hostile: ends well in a constructor
 * accept: exit:0
 * runs: 3
 * run: both
 */
#include <unistd.h>

__attribute__((constructor)) static void first(void)
{
    _exit(0);
}

int main(void)
{
    return 1;
}
