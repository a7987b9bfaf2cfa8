/* hostile: executes another program in a constructor
 * accept: denied:execve
 * run: both
 */
#include <unistd.h>

__attribute__((constructor)) static void first(void)
{
    execl("/bin/true", "true", (char *)0);
}

int main(void)
{
    return 1;
}
