/* hostile: computes before main
 * limits: cpu=100
 * accept: limit:cpu
 * run: both
 */
__attribute__((constructor)) static void first(void)
{
    for (volatile unsigned i = 0;; i++)
        ;
}

int main(void)
{
    return 0;
}
