/* hostile: includes random bytes without end
 * limits: cpu=500 memory=256
 * accept: exit:1|limit:memory|limit:cpu|limit:wall|limit:output
 * varies: whether memory or time ends it
 * run: compile
 */
#include "/dev/urandom"

int main(void)
{
    return 0;
}
