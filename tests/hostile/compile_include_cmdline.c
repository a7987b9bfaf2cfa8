/* hostile: includes the kernel command line
 * accept: exit:1
 * run: compile
 */
#include "/proc/cmdline"

int main(void)
{
    return 0;
}
