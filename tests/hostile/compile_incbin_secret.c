/* hostile: has the assembler include a file that the grader keeps
 * accept: exit:1
 * run: compile
 */
__asm__(".incbin \"" SECRET_FILE "\"");

int main(void)
{
    return 0;
}
