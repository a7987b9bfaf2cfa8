/* hostile: has the assembler read a host file as source, whose lines come back as errors
 * accept: exit:1
 * run: compile
 */
__asm__(".include \"/etc/passwd\"");

int main(void)
{
    return 0;
}
