/* hostile: includes standard input
 * accept: exit:1
 * needs: namespaces
 * run: compile
 */
#include "/dev/stdin"

int main(void)
{
    return 0;
}
