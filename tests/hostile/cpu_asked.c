/* hostile: keeps the supervisor busy with calls that it is asked about
 * limits: cpu=20 wall=30000
 * accept: limit:cpu
 * run: both
 */
#include <sys/mman.h>

int main(void)
{
    for (;;)
        munmap(mmap(0, 2 << 20, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), 2 << 20);
}
