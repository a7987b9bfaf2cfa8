/* hostile: leaves a key in the session keyring
 * accept: denied:add_key
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_add_key, "user", "hostile", "x", 1, -3);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
