/* hostile: maps and fills memory in one piece
 * limits: memory=32
 * accept: limit:memory
 * cause: allocation of 1024 MB refused
 * run: both
 */
#include <string.h>
#include <sys/mman.h>

int main(void)
{
    char *at = mmap(0, 1 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED)
        return 1;
    memset(at, 1, 1 << 30);
    return 0;
}
