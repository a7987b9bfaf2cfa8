/* hostile: has more static data than memory
 * limits: memory=32
 * accept: limit:memory
 * cause: code and static data alone take
 * run: both
 */
static char many[200 << 20];

int main(void)
{
    for (unsigned i = 0; i < sizeof many; i += 4096)
        many[i] = 1;
    return many[5];
}
