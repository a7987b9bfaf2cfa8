/* hostile: recurses without end
 * limits: memory=32
 * accept: limit:memory|signal:11
 * run: both
 */
static int deeper(volatile char *above)
{
    volatile char here[1000];
    here[0] = above[0];
    return deeper(here) + here[0];
}

int main(void)
{
    volatile char start[1] = { 0 };
    return deeper(start);
}
