/* sbrk_arena.c - an arena on top of sbrk.
 *
 * expect: exit 0
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    char *start = sbrk(0), *block = sbrk(1 << 20);
    if (block == (void *)-1)
        return 1;
    memset(block, 1, 1 << 20);
    printf("%d %td\n", block >= start, (char *)sbrk(0) - block);
    sbrk(1 << 12);
    printf("%c\n", block[(1 << 20) - 1] + 'a');
    return 0;
}
