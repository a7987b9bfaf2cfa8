/* hostile: has the assembler print to standard output
 * accept: exit:0
 * run: compile
 */
__asm__(".print \"AC accepted\"");

int main(void)
{
    return 0;
}
