/* hostile: tells where the grader compiles
 * accept: exit:0
 * run: compile
 */
#include <stdio.h>

int main(void)
{
    puts(__FILE__);
    return 0;
}
