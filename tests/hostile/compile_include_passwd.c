/* hostile: includes the users of the host
 * accept: exit:1
 * run: compile
 */
#include "/etc/passwd"

int main(void)
{
    return 0;
}
