/* hostile: asks for the age of a host file by a pragma
 * accept: exit:1
 * run: compile
 */
#pragma GCC dependency "/etc/passwd"
_Pragma("GCC dependency \"/etc/shadow\"")

    int main(void)
{
    return 0;
}
