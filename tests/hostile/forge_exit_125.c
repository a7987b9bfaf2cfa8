/* hostile: ends with exit status 125, which means something to others
 * accept: exit:125
 * run: both
 */
int main(void)
{
    return 125;
}
