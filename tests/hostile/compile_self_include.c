/* hostile: includes itself
 * accept: exit:1
 * run: compile
 */
#include __FILE__

int main(void)
{
    return 0;
}
