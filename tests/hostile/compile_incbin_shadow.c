/* hostile: has the assembler include the passwords of the host
 * accept: exit:1
 * run: compile
 */
__asm__(".incbin \"/etc/shadow\"");

int main(void)
{
    return 0;
}
