/* hostile: ends with exit status 43, which means something to others
 * accept: exit:43
 * run: both
 */
int main(void)
{
    return 43;
}
