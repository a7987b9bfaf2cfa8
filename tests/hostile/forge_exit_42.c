/* hostile: ends with exit status 42, which means something to others
 * accept: exit:42
 * run: both
 */
int main(void)
{
    return 42;
}
