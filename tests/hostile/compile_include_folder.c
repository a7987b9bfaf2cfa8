/* hostile: includes a folder
 * accept: exit:1
 * run: compile
 */
#include "/"

int main(void)
{
    return 0;
}
