/* hostile: moves the stack pointer far below the stack
 * limits: memory=32
 * accept: signal:11
 * run: both
 */
#include <alloca.h>
#include <string.h>

int main(int count, char **names)
{
    (void)names;
    volatile char *far = alloca((unsigned long)count << 32);
    far[0] = 1;
    return far[0];
}
