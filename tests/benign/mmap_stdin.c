/* mmap_stdin.c - the input as a private map.
 *
 * expect: exit 0
 * stdin: mapped input\nsecond line\n
 */
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>

int main(void)
{
    struct stat st;
    if (fstat(0, &st) != 0)
        return 1;
    char *text = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, 0, 0);
    if (text == MAP_FAILED)
        return 2;
    fwrite(text, 1, (size_t)st.st_size, stdout);
    return munmap(text, (size_t)st.st_size);
}
