/* hostile: includes the terminal
 * accept: exit:1
 * run: compile
 */
#include "/dev/tty"

int main(void)
{
    return 0;
}
