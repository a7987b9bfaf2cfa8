/* mmap_stdin_shared.c - the input as a shared read-only map, the fast reader of contests.
 *
 * expect: exit 0
 * stdin: 4 8 15 16 23 42\n
 */
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>

int main(void)
{
    struct stat st;
    if (fstat(0, &st) != 0)
        return 1;
    char *text = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, 0, 0);
    if (text == MAP_FAILED)
        return 2;
    long sum = 0, value = 0;
    for (off_t i = 0; i < st.st_size; i++) {
        if (text[i] >= '0' && text[i] <= '9') {
            value = value * 10 + text[i] - '0';
        } else {
            sum += value;
            value = 0;
        }
    }
    printf("%ld\n", sum);
    return 0;
}
