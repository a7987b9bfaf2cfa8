/* hostile: puts a link where the grader may look
 * accept: exit:3
 * run: both
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (symlink("/etc/passwd", "output") == 0 || rename("input", "output") == 0 ||
        unlink("/tmp/hostile-x") == 0)
        puts("ESCAPED");
    return 3;
}
