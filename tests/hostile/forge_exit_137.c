/* hostile: ends with exit status 137, which means something to others
 * accept: exit:137
 * run: both
 */
int main(void)
{
    return 137;
}
