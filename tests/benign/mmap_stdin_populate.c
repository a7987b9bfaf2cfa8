/* mmap_stdin_populate.c - the input as a private map, filled at once and advised about.
 *
 * expect: exit 0
 * stdin: 1 2 3 4 5\n
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
    off_t size = lseek(0, 0, SEEK_END);
    char *text = mmap(NULL, (size_t)size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_POPULATE, 0, 0);
    if (text == MAP_FAILED)
        return 2;
    madvise(text, (size_t)size, MADV_SEQUENTIAL);
    text[0] = '9';
    return write(1, text, (size_t)size) != size;
}
