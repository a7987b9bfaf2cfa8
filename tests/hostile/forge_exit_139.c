/* hostile: ends with exit status 139, which means something to others
 * accept: exit:139
 * run: both
 */
int main(void)
{
    return 139;
}
