/* hostile: includes the environment
 * accept: exit:1
 * run: compile
 */
#include "/proc/self/environ"

int main(void)
{
    return 0;
}
