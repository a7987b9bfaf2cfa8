/* hostile: an initialiser at the far end of an array
 * limits: cpu=5000
 * accept: exit:1|exit:4|limit:output|limit:cpu|limit:memory
 * varies: whether output, memory or time ends it
 * run: compile
 */
char many[] = { [1L << 40] = 1 };

int main(void)
{
    return 0;
}
