/* hostile: includes a device that never ends
 * limits: cpu=500 memory=256
 * accept: exit:1|limit:memory|limit:cpu|limit:wall
 * varies: whether memory or time ends it
 * run: compile
 */
#include "/dev/zero"

int main(void)
{
    return 0;
}
