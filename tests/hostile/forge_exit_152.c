/* hostile: ends with exit status 152, which means something to others
 * accept: exit:152
 * run: both
 */
int main(void)
{
    return 152;
}
