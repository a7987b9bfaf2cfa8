/* hostile: asks for a key, which starts a helper on the host
 * accept: denied:request_key
 * run: both
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    long got = syscall(SYS_request_key, "user", "hostile", "x", -3);
    if (got >= 0)
        puts("ESCAPED");
    return 3;
}
