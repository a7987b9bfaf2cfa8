/* hostile: includes the passwords of the host
 * accept: exit:1
 * run: compile
 */
#include "/etc/shadow"

int main(void)
{
    return 0;
}
