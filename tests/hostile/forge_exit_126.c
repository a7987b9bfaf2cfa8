/* hostile: ends with exit status 126, which means something to others
 * accept: exit:126
 * run: both
 */
int main(void)
{
    return 126;
}
