/* hostile: includes a descriptor
 * accept: exit:1
 * needs: namespaces
 * run: compile
 */
#include "/proc/self/fd/0"

int main(void)
{
    return 0;
}
