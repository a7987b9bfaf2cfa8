/* segv_read_only.c - a write into a string constant.
 *
 * expect: signal 11
 */
int main(void)
{
    volatile char *volatile text = (char *)"constant";
    text[0] = 'C';
    return 0;
}
