/* hostile: ends with exit status 127, which means something to others
 * accept: exit:127
 * run: both
 */
int main(void)
{
    return 127;
}
