/* hostile: has the assembler repeat without end
 * limits: cpu=500 memory=256
 * accept: exit:1|exit:0|limit:cpu|limit:memory|limit:output|limit:wall
 * varies: whether memory or time ends it
 * run: compile
 */
__asm__(".rept 1000000000\n.byte 1\n.endr");

int main(void)
{
    return 0;
}
