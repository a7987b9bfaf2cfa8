/* hostile: ends with exit status 124, which means something to others
 * accept: exit:124
 * run: both
 */
int main(void)
{
    return 124;
}
