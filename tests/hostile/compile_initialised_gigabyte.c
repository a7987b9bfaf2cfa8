/* hostile: a gigabyte of initialised data
 * limits: cpu=5000
 * accept: exit:1|exit:4|limit:output|limit:cpu|limit:memory
 * varies: whether output, memory or time ends it
 * run: compile
 */
char many[1 << 30] = { 1 };

int main(void)
{
    return many[0];
}
