/* hostile: includes memory
 * accept: exit:1
 * run: compile
 */
#include "/proc/self/mem"

int main(void)
{
    return 0;
}
