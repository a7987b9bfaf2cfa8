/* hostile: has the assembler include the users of the host
 * accept: exit:1
 * run: compile
 */
__asm__(".incbin \"/etc/passwd\"");

int main(void)
{
    return 0;
}
