/* tmpfile_polite.c - tmpfile and mkstemp may fail, and it goes on.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
    FILE *file = tmpfile();
    if (file) {
        fputs("text", file);
        fclose(file);
    }
    char name[] = "fileXXXXXX";
    int fd = mkstemp(name);
    if (fd >= 0) {
        close(fd);
        unlink(name);
    }
    char folder[] = "dirXXXXXX";
    if (mkdtemp(folder))
        rmdir(folder);
    puts("went on");
    return 0;
}
