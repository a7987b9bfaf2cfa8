/* hostile: has the assembler make a huge file
 * limits: cpu=5000
 * accept: exit:1|exit:4|limit:output
 * run: compile
 */
__asm__(".data\n.fill 0x20000000, 1, 1\n.text");

int main(void)
{
    return 0;
}
