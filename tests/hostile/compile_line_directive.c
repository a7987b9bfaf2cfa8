/* hostile: has the compiler quote a host file in its diagnostics
 * accept: exit:1
 * run: compile
 */
int main(void)
{
#line 1 "/etc/passwd"
    return undefined_name_1;
#line 1 "/etc/shadow"
    return undefined_name_2;
#line 1 SECRET_FILE
    return undefined_name_3;
}
