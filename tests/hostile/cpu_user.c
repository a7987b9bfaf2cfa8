/* hostile: computes for ever
 * limits: cpu=100
 * accept: limit:cpu
 * cause: used more than 0.100 s of CPU time
 * run: both
 */
int main(void)
{
    for (volatile unsigned i = 0;; i++)
        ;
}
