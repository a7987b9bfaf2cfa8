/* hostile: leaves an alternate stack
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <signal.h>

int main(void)
{
    static char bytes[65536];
    stack_t mine = { bytes, 0, sizeof bytes }, old;
    if (sigaltstack(&mine, &old) != 0 || !(old.ss_flags & SS_DISABLE))
        return 4;
    return 0;
}
