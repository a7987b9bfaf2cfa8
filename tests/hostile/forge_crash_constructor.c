/* hostile: crashes in a constructor
 * accept: signal:11
 * runs: 3
 * run: both
 */
__attribute__((constructor)) static void first(void)
{
    *(volatile int *)8 = 1;
}

int main(void)
{
    return 1;
}
